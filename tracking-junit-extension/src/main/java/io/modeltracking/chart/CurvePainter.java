package io.modeltracking.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines over a numeric axis: Lorenz, calibration, Murphy and curves over steps. */
final class CurvePainter {

    private CurvePainter() {}

    static XYChart paint(Chart chart) {
        XYChart picture = Plot.of(chart);
        DataTable data = chart.data();
        switch (chart.kind()) {
            case LORENZ -> {
                line(picture, "no discrimination", new double[] {0, 1}, new double[] {0, 1}, Look.REFERENCE, Look.THIN);
                line(
                        picture,
                        "model",
                        data.numbers("weight_share"),
                        data.numbers("loss_share"),
                        Look.EXPECTED,
                        Look.SOLID);
            }
            case CALIBRATION -> {
                double[] predicted = data.numbers("predicted");
                line(picture, "calibrated", predicted, predicted, Look.REFERENCE, Look.THIN);
                line(picture, "model", predicted, data.numbers("calibrated"), Look.ACTUAL, Look.SOLID);
            }
            case MURPHY -> {
                double[] threshold = data.numbers("threshold");
                line(picture, "model", threshold, data.numbers("model"), Look.EXPECTED, Look.SOLID);
                if (data.has("champion")) {
                    line(picture, "champion", threshold, data.numbers("champion"), Look.CHAMPION, Look.DASHED);
                }
            }
            default -> curves(picture, data);
        }
        Plot.spread(picture);
        return picture;
    }

    private static void curves(XYChart picture, DataTable data) {
        double[] steps = data.numbers("step");
        double[] values = data.numbers("value");
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        IntStream.range(0, steps.length)
                .forEach(row -> rows.computeIfAbsent(data.texts("series").get(row), name -> new ArrayList<>())
                        .add(row));
        int number = 0;
        for (Map.Entry<String, List<Integer>> series : rows.entrySet()) {
            line(
                    picture,
                    series.getKey(),
                    series.getValue().stream().mapToDouble(row -> steps[row]).toArray(),
                    series.getValue().stream().mapToDouble(row -> values[row]).toArray(),
                    Look.SERIES[number % Look.SERIES.length],
                    number < Look.SERIES.length ? Look.SOLID : Look.DASHED);
            number++;
        }
    }

    private static void line(XYChart picture, String name, double[] x, double[] y, Color colour, BasicStroke stroke) {
        XYSeries series = Plot.series(picture, name, x, y);
        if (series != null) {
            series.setLineColor(colour);
            series.setLineStyle(stroke);
            series.setMarker(x.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
            series.setMarkerColor(colour);
        }
    }
}
