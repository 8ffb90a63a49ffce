package io.modeltracking.chart;

import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** The frame of a chart with two numeric axes. */
final class Plot {

    private Plot() {}

    static XYChart of(Chart chart) {
        XYChart picture = new XYChart(Look.WIDTH, Look.HEIGHT);
        Look.apply(picture.getStyler());
        picture.setTitle(Look.label(chart.title()));
        picture.setXAxisTitle(chart.xTitle());
        picture.setYAxisTitle(chart.yTitle());
        return picture;
    }

    /** A series of the points that can be drawn; null when there is none. */
    static XYSeries series(XYChart picture, String name, double[] x, double[] y) {
        int[] finite = IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .toArray();
        if (finite.length == 0) {
            return null;
        }
        String free = Look.label(name);
        for (int number = 2; picture.getSeries(free) != null; number++) {
            free = Look.label(name) + " (" + number + ")";
        }
        return picture.addSeries(
                free,
                IntStream.of(finite).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(finite).mapToDouble(i -> y[i]).toArray());
    }

    /**
     * States the range of x, a trifle wider than the data: at their exact range XChart labels evenly spaced points one over the
     * other.
     */
    static void spread(XYChart picture) {
        double low = picture.getSeriesCollection().stream()
                .mapToDouble(XYSeries::getXMin)
                .min()
                .orElse(0);
        double high = picture.getSeriesCollection().stream()
                .mapToDouble(XYSeries::getXMax)
                .max()
                .orElse(0);
        if (low < high) {
            picture.getStyler().setXAxisMin(low - (high - low) * 1e-9);
            picture.getStyler().setXAxisMax(high);
        }
    }
}
