package io.modeltracking.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Clouds of points, coloured in steps from low (blue) to high (red); points without a level are grey. */
final class PointPainter {

    private static final int STEPS = 9;
    private static final int MAX_FEATURES = 20;
    private static final int CELLS = 120;
    private static final Color LOW = new Color(0x1f5fbf);
    private static final Color HIGH = new Color(0xd0342c);
    private static final Color WITHOUT = new Color(0x8a94a3);

    private PointPainter() {}

    static XYChart paint(Chart chart) {
        return chart.kind() == Kind.BEESWARM ? beeswarm(chart) : scatter(chart);
    }

    private static XYChart scatter(Chart chart) {
        XYChart picture = Plot.of(chart);
        picture.getStyler().setLegendVisible(false);
        double[] x = chart.data().numbers("x");
        double[] level = new double[x.length];
        Arrays.fill(level, 0);
        points(
                picture,
                x,
                chart.data().numbers("y"),
                chart.data().has("level") ? chart.data().numbers("level") : level);
        Plot.spread(picture);
        return picture;
    }

    private static XYChart beeswarm(Chart chart) {
        List<String> all = chart.data().texts("feature");
        List<String> shown = new ArrayList<>(new LinkedHashSet<>(all));
        shown = shown.subList(0, Math.min(shown.size(), MAX_FEATURES));
        double[] values = chart.data().numbers("value");
        XYChart picture = LabelPlot.of(chart, shown);
        points(picture, values, heights(all, shown, values), chart.data().numbers("level"));
        return picture;
    }

    /** Points of a feature that would cover each other go up and down in turns; the place depends on the data alone. */
    private static double[] heights(List<String> features, List<String> shown, double[] values) {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        Map<String, Integer> rows = new HashMap<>();
        shown.forEach(name -> rows.put(name, rows.size()));
        int[][] taken = new int[shown.size()][CELLS + 1];
        int[] most = new int[shown.size()];
        int[] place = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            Integer row = rows.get(features.get(i));
            if (row != null && Double.isFinite(values[i])) {
                int cell = high > low ? (int) ((values[i] - low) / (high - low) * CELLS) : 0;
                place[i] = taken[row][cell]++;
                most[row] = Math.max(most[row], taken[row][cell]);
            }
        }
        double[] heights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            Integer row = rows.get(features.get(i));
            int offset = (place[i] + 1) / 2 * (place[i] % 2 == 0 ? 1 : -1);
            // Each feature by its own densest place: one that is nearly constant would flatten all others.
            heights[i] = row == null
                    ? Double.NaN
                    : LabelPlot.height(row, shown.size()) + offset * Math.min(0.8 / Math.max(1, most[row]), 0.08);
        }
        return heights;
    }

    private static void points(XYChart picture, double[] x, double[] y, double[] level) {
        for (int step = -1; step < STEPS; step++) {
            double[] shown = y.clone();
            for (int i = 0; i < shown.length; i++) {
                if (step(level[i]) != step) {
                    shown[i] = Double.NaN;
                }
            }
            XYSeries series = Plot.series(picture, Integer.toString(step), x, shown);
            if (series != null) {
                series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
                series.setMarker(SeriesMarkers.CIRCLE);
                series.setMarkerColor(colour(step));
            }
        }
        picture.getStyler().setMarkerSize(5);
    }

    private static int step(double level) {
        return Double.isFinite(level) ? (int) Math.min(STEPS - 1, Math.max(0, level * STEPS)) : -1;
    }

    private static Color colour(int step) {
        if (step < 0) {
            return WITHOUT;
        }
        float share = step / (float) (STEPS - 1);
        return new Color(
                mix(LOW.getRed(), HIGH.getRed(), share),
                mix(LOW.getGreen(), HIGH.getGreen(), share),
                mix(LOW.getBlue(), HIGH.getBlue(), share));
    }

    private static int mix(int low, int high, float share) {
        return Math.round(low + (high - low) * share);
    }
}
