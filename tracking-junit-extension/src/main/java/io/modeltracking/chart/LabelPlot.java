package io.modeltracking.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * A chart with a vertical axis of labels: the first stands on top, row k at height {@link #height}. XChart's own ticks would
 * drop labels that are long or equal, so they are drawn here.
 */
final class LabelPlot extends XYChart {

    private static final int PIXELS_A_LABEL = 26;
    private static final int LOWEST_PLOT = 150;
    private static final int PIXELS_AROUND = 110;
    private static final int GAP = 10;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private final List<String> labels;

    private LabelPlot(List<String> labels, int height) {
        super(Look.WIDTH, height);
        this.labels = labels;
    }

    static LabelPlot of(Chart chart, List<String> texts) {
        List<String> labels = texts.stream().map(Look::label).toList();
        int units = labels.size() + 1;
        int unit = Math.max(PIXELS_A_LABEL, LOWEST_PLOT / units);
        LabelPlot picture = new LabelPlot(labels, PIXELS_AROUND + units * unit);
        Look.apply(picture.getStyler());
        picture.setTitle(Look.label(chart.title()));
        picture.setXAxisTitle(chart.xTitle());
        picture.getStyler().setLegendVisible(false);
        picture.getStyler().setPlotGridVerticalLinesVisible(true);
        picture.getStyler().setPlotGridHorizontalLinesVisible(false);
        picture.getStyler().setYAxisTicksVisible(false);
        picture.getStyler().setYAxisTitleVisible(false);
        picture.getStyler()
                .setYAxisLeftWidthHint(
                        GAP + labels.stream().mapToInt(LabelPlot::width).max().orElse(0));
        picture.getStyler().setYAxisMin(0.3);
        picture.getStyler().setYAxisMax(labels.size() + 0.7);
        return picture;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        super.paint(graphics, width, height);
        graphics.setFont(FONT);
        graphics.setColor(Look.SOFT);
        int right = Look.PADDING + (int) getYAxisLeftWidth();
        int rise = graphics.getFontMetrics().getAscent() / 2 - 1;
        for (int row = 0; row < labels.size(); row++) {
            int y = (int) Math.rint(getScreenYFromChart(height(row, labels.size())));
            graphics.drawString(labels.get(row), right - GAP - width(labels.get(row)), y + rise);
        }
    }

    static double height(int row, int rows) {
        return rows - row;
    }

    private static int width(String label) {
        return (int) Math.ceil(FONT.getStringBounds(label, new FontRenderContext(null, true, false))
                .getWidth());
    }
}
