package io.modeltracking.chart;

import java.awt.AWTError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;

/** Draws a chart as PNG. Needs no screen, but a font. */
final class Painter {

    private Painter() {}

    static PictureResult png(Chart chart) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            BitmapEncoder.saveBitmap(empty(chart) ? nothing(chart) : paint(chart), png, BitmapFormat.PNG);
        } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
            return new PictureResult.NoPicture(Fonts.reason(e));
        }
        return new PictureResult.Picture(png.toByteArray());
    }

    private static IChart paint(Chart chart) {
        return switch (chart.kind()) {
            case LIFT, DOUBLE_LIFT, ACTUAL_EXPECTED, RATIO, LOSS_RATIO -> BinPainter.paint(chart);
            case HISTOGRAM -> HistogramPainter.paint(chart);
            case LORENZ, CALIBRATION, MURPHY, CURVES -> CurvePainter.paint(chart);
            case BARS, WATERFALL -> BarPainter.paint(chart);
            case BEESWARM, SCATTER -> PointPainter.paint(chart);
        };
    }

    /** Whether there is no row whose needed numbers can be drawn. */
    private static boolean empty(Chart chart) {
        return chart.data().columns().stream()
                .filter(column -> chart.kind().columns().contains(column.name()))
                .filter(Column.Numbers.class::isInstance)
                .map(column -> ((Column.Numbers) column).toArray())
                .filter(numbers -> chart.kind() != Kind.BEESWARM || numbers.length == 0)
                .anyMatch(numbers -> Arrays.stream(numbers).noneMatch(Double::isFinite));
    }

    private static XYChart nothing(Chart chart) {
        XYChart picture = Plot.of(chart);
        picture.setTitle(chart.title() + ": no data");
        picture.getStyler().setLegendVisible(false);
        picture.getStyler().setXAxisTicksVisible(false);
        picture.getStyler().setYAxisTicksVisible(false);
        Plot.series(picture, "none", new double[] {0}, new double[] {0}).setMarkerColor(Look.EXPOSURE);
        return picture;
    }
}
