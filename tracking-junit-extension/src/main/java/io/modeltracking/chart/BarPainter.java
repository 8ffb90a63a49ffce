package io.modeltracking.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Horizontal bars from zero, or from where the bar before ended; drawn as thick lines. */
final class BarPainter {

    private static final int MAX_BARS = 30;
    private static final BasicStroke BAR = new BasicStroke(15, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private BarPainter() {}

    static XYChart paint(Chart chart) {
        List<String> labels = chart.data().texts("label");
        double[] values = chart.data().numbers("value");
        return chart.kind() == Kind.BARS ? bars(chart, labels, values) : waterfall(chart, labels, values);
    }

    private static XYChart bars(Chart chart, List<String> labels, double[] values) {
        int rows = Math.min(labels.size(), MAX_BARS);
        XYChart picture = LabelPlot.of(chart, labels.subList(0, rows));
        for (int row = 0; row < rows; row++) {
            bar(picture, row, rows, 0, values[row], Look.EXPECTED);
        }
        if (labels.size() > rows) {
            picture.setTitle(chart.title() + " (the first " + rows + " of " + labels.size() + ")");
        }
        return picture;
    }

    private static XYChart waterfall(Chart chart, List<String> labels, double[] values) {
        List<String> shown = new ArrayList<>(labels);
        shown.add("result");
        XYChart picture = LabelPlot.of(chart, shown);
        double level = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < values.length; row++) {
            double next = level + values[row];
            if (row > 0) {
                bar(picture, row, shown.size(), level, next, values[row] < 0 ? Look.NEGATIVE : Look.POSITIVE);
            }
            level = next;
            lowest = Math.min(lowest, level);
            highest = Math.max(highest, level);
        }
        double mark = highest > lowest ? (highest - lowest) / 150 : Math.max(Math.abs(level), 1) / 1000;
        bar(
                picture,
                0,
                shown.size(),
                values.length == 0 ? 0 : values[0] - mark,
                values.length == 0 ? 0 : values[0] + mark,
                Look.REFERENCE);
        bar(picture, values.length, shown.size(), level - mark, level + mark, Look.REFERENCE);
        return picture;
    }

    private static void bar(XYChart picture, int row, int rows, double from, double to, Color colour) {
        double height = LabelPlot.height(row, rows);
        XYSeries series =
                Plot.series(picture, Integer.toString(row), new double[] {from, to}, new double[] {height, height});
        if (series != null) {
            series.setLineStyle(BAR);
            series.setLineColor(colour);
            series.setMarker(SeriesMarkers.NONE);
        }
    }
}
