package io.modeltracking.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;

/** Bars side by side from zero, one a bin. */
final class HistogramPainter {

    /** About as many labels as stand side by side. */
    private static final int LABELS = 12;

    private HistogramPainter() {}

    static CategoryChart paint(Chart chart) {
        CategoryChart picture = new CategoryChart(Look.WIDTH, Look.HEIGHT);
        Look.apply(picture.getStyler());
        picture.setTitle(Look.label(chart.title()));
        picture.setXAxisTitle(chart.xTitle());
        picture.setYAxisTitle(chart.yTitle());
        picture.getStyler().setLegendVisible(false);
        picture.getStyler().setAvailableSpaceFill(0.95);
        double[] shares = chart.data().numbers("share");
        List<String> bins = Labels.unique(chart.data().texts("bin"));
        List<Double> heights = new ArrayList<>();
        for (double share : shares) {
            heights.add(Double.isFinite(share) ? (Double) share : null);
        }
        picture.addSeries(chart.yTitle(), bins, heights).setFillColor(Look.EXPECTED);
        picture.getStyler().setXAxisMaxLabelCount(LABELS);
        double highest = Arrays.stream(shares).filter(Double::isFinite).max().orElse(0);
        picture.getStyler().setYAxisMin(0.0);
        picture.getStyler().setYAxisMax(highest > 0 ? highest * 1.1 : 1.0);
        return picture;
    }
}
