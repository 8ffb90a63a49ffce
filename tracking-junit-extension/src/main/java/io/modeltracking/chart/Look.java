package io.modeltracking.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Colours, strokes and fonts: the same thing looks the same in every chart. */
final class Look {

    static final String NUMBERS = "#,##0.########";
    static final int WIDTH = 900;
    static final int HEIGHT = 540;
    static final int PADDING = 12;

    static final Color ACTUAL = new Color(0xd9822b);
    static final Color EXPECTED = new Color(0x1f5fbf);
    static final Color CHAMPION = new Color(0x7a5ccf);
    static final Color EXPOSURE = new Color(0xe3e7ec);
    static final Color REFERENCE = new Color(0xb9c1cc);
    static final Color NEGATIVE = EXPECTED;
    static final Color POSITIVE = ACTUAL;
    static final Color[] SERIES = {
        EXPECTED, ACTUAL, CHAMPION, new Color(0x1a7f4b), new Color(0xc0362c), new Color(0x5b6675)
    };

    static final BasicStroke SOLID = new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED = dashed(2.5f, 8, 5);
    static final BasicStroke DOTTED = dashed(1.5f, 2, 4);
    static final BasicStroke THIN = dashed(1.2f, 5, 4);

    private static final Color INK = new Color(0x1b2430);
    static final Color SOFT = new Color(0x5b6675);
    private static final int LONGEST_LABEL = 48;

    private Look() {}

    static void apply(AxesChartStyler styler) {
        styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(SOFT);
        styler.setAxisTickMarksColor(REFERENCE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(EXPOSURE);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotTicksMarksVisible(false);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(10);
        styler.setChartPadding(PADDING);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLocale(Locale.ROOT);
        styler.setDecimalPattern(NUMBERS);
        styler.setXAxisTickMarkSpacingHint(90);
        styler.setMarkerSize(8);
        styler.setAntiAlias(true);
    }

    /** A label as it fits into a picture. */
    static String label(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_LABEL ? line : line.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static BasicStroke dashed(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {on, off}, 0);
    }
}
