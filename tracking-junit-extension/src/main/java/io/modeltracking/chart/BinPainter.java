package io.modeltracking.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts by bin or level: lines over grey bars of exposure, whose own axis keeps them in the lower part. */
final class BinPainter {

    private static final int EXPOSURE_AXIS = 1;
    private static final int MANY = 40;
    private static final double EXPOSURE_HEADROOM = 3.5;

    private final CategoryChart picture = new CategoryChart(Look.WIDTH, Look.HEIGHT);
    private final Chart chart;
    private final List<String> labels;
    private double highest;
    private double lowest;

    private BinPainter(Chart chart) {
        this.chart = chart;
        this.labels = Labels.unique(chart.data().texts(chart.kind().columns().get(0)));
    }

    static CategoryChart paint(Chart chart) {
        return new BinPainter(chart).paint();
    }

    private CategoryChart paint() {
        Look.apply(picture.getStyler());
        picture.setTitle(Look.label(chart.title()));
        picture.setXAxisTitle(chart.xTitle());
        picture.setYAxisTitle(chart.yTitle());
        picture.getStyler().setAvailableSpaceFill(0.7);
        picture.getStyler().setOverlapped(true);
        boolean crowded = labels.stream().mapToInt(String::length).sum() > 90;
        picture.getStyler().setXAxisTickMarkSpacingHint(10);
        picture.getStyler().setXAxisLabelRotation(labels.size() > MANY ? 90 : crowded ? 45 : 0);
        bars(Look.label(chart.data().unit("weight")), "weight");
        switch (chart.kind()) {
            case DOUBLE_LIFT -> {
                line("actual", "actual", Look.ACTUAL, Look.SOLID, SeriesMarkers.CIRCLE);
                line("model", "expected", Look.EXPECTED, Look.DASHED, SeriesMarkers.CIRCLE);
                line("champion", "champion", Look.CHAMPION, Look.DOTTED, SeriesMarkers.DIAMOND);
            }
            case RATIO -> {
                reference("balanced");
                if (chart.data().has("lower") && chart.data().has("upper")) {
                    line("95 % interval", "lower", Look.ACTUAL, Look.DOTTED, SeriesMarkers.NONE);
                    line("upper", "upper", Look.ACTUAL, Look.DOTTED, SeriesMarkers.NONE)
                            .setShowInLegend(false);
                }
                line("actual / expected", "actual_expected", Look.ACTUAL, Look.SOLID, SeriesMarkers.CIRCLE);
            }
            case LOSS_RATIO -> line("loss ratio", "loss_ratio", Look.ACTUAL, Look.SOLID, SeriesMarkers.CIRCLE);
            default -> {
                line("actual", "actual", Look.ACTUAL, Look.SOLID, SeriesMarkers.CIRCLE);
                line("expected", "expected", Look.EXPECTED, Look.DASHED, SeriesMarkers.CIRCLE);
            }
        }
        picture.getStyler().setYAxisMin(0, lowest < 0 ? lowest * 1.1 : 0.0);
        picture.getStyler().setYAxisMax(0, highest > 0 ? highest * 1.1 : 1.0);
        return picture;
    }

    private void bars(String name, String column) {
        double[] weights = chart.data().numbers(column);
        CategorySeries series = picture.addSeries(name, labels, values(weights));
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Bar);
        series.setFillColor(Look.EXPOSURE);
        series.setYAxisGroup(EXPOSURE_AXIS);
        double most = Arrays.stream(weights).filter(Double::isFinite).max().orElse(0);
        picture.getStyler().setYAxisGroupPosition(EXPOSURE_AXIS, YAxisPosition.Right);
        picture.getStyler().setYAxisMin(EXPOSURE_AXIS, 0.0);
        picture.getStyler().setYAxisMax(EXPOSURE_AXIS, most > 0 ? most * EXPOSURE_HEADROOM : 1.0);
        picture.setYAxisGroupTitle(EXPOSURE_AXIS, name);
    }

    private CategorySeries line(String name, String column, Color colour, BasicStroke stroke, Marker marker) {
        return line(name, values(chart.data().numbers(column)), colour, stroke, marker);
    }

    private void reference(String name) {
        line(name, Collections.nCopies(labels.size(), 1.0), Look.REFERENCE, Look.THIN, SeriesMarkers.NONE);
    }

    private CategorySeries line(String name, List<Double> values, Color colour, BasicStroke stroke, Marker marker) {
        values.stream().filter(Objects::nonNull).forEach(value -> {
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
        });
        CategorySeries series = picture.addSeries(name, labels, values);
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
        series.setLineColor(colour);
        series.setLineStyle(stroke);
        series.setMarker(marker);
        series.setMarkerColor(colour);
        return series;
    }

    /** XChart leaves a gap for null. */
    private static List<Double> values(double[] numbers) {
        List<Double> values = new ArrayList<>();
        for (double number : numbers) {
            values.add(Double.isFinite(number) ? (Double) number : null);
        }
        return values;
    }
}
