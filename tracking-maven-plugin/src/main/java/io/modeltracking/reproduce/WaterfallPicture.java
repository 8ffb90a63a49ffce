package io.modeltracking.reproduce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A waterfall as SVG: the old value, a bar for each step that hangs at the level before it, and the new value. */
final class WaterfallPicture {

    private static final int WIDTH = 140;
    private static final int BAR = 90;
    private static final int HEIGHT = 300;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;

    private final Waterfall waterfall;
    private final List<String> lines = new ArrayList<>();
    private double lowest;
    private double span;

    private WaterfallPicture(Waterfall waterfall) {
        this.waterfall = waterfall;
    }

    /** @param before name of the old version, as text */
    static String of(Waterfall waterfall, String before, String after) {
        return new WaterfallPicture(waterfall).draw(before, after);
    }

    private String draw(String before, String after) {
        BigDecimal from = new BigDecimal(waterfall.from());
        BigDecimal to = new BigDecimal(waterfall.to());
        double highest = from.max(to).doubleValue();
        lowest = from.min(to).doubleValue();
        for (Waterfall.Step step : waterfall.steps()) {
            highest = Math.max(highest, step.after().doubleValue());
            lowest = Math.min(lowest, step.after().doubleValue());
        }
        span = highest > lowest ? highest - lowest : 1;
        // The differences are what is shown: the first and the last bar do not begin at 0.
        lowest -= span / 8;
        span *= 1.25;
        int columns = waterfall.steps().size() + 2;
        int width = columns * WIDTH;
        int height = TOP + HEIGHT + BOTTOM;
        lines.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + ' ' + height + "\" width=\""
                + width + "\" role=\"img\" aria-label=\"Waterfall\" font-family=\"sans-serif\" font-size=\"13\">");
        whole(0, from, waterfall.from(), before);
        int column = 1;
        for (Waterfall.Step step : waterfall.steps()) {
            line(column, step.before());
            bar(
                    column,
                    step.before().doubleValue(),
                    step.after().doubleValue(),
                    step.after().compareTo(step.before()) < 0 ? "#b35806" : "#2166ac",
                    step.amount(),
                    step.factor().text());
            column++;
        }
        line(column, to);
        whole(column, to, waterfall.to(), after);
        lines.add("</svg>");
        return String.join("\n", lines);
    }

    private void whole(int column, BigDecimal value, String text, String name) {
        bar(column, lowest, value.doubleValue(), "#666666", text, name);
    }

    private void bar(int column, double from, double to, String colour, String text, String name) {
        double top = y(Math.max(from, to));
        double tall = Math.max(1, y(Math.min(from, to)) - top);
        int middle = column * WIDTH + WIDTH / 2;
        lines.add("<rect x=\"" + (middle - BAR / 2) + "\" y=\"" + number(top) + "\" width=\"" + BAR + "\" height=\""
                + number(tall) + "\" fill=\"" + colour + "\"/>");
        text(middle, top - 6, text);
        text(middle, TOP + HEIGHT + 20, name);
    }

    private void line(int column, BigDecimal level) {
        String y = number(y(level.doubleValue()));
        lines.add("<line x1=\"" + (column * WIDTH - (WIDTH - BAR) / 2) + "\" y1=\"" + y + "\" x2=\""
                + (column * WIDTH + (WIDTH - BAR) / 2) + "\" y2=\"" + y
                + "\" stroke=\"#666666\" stroke-dasharray=\"3 3\"/>");
    }

    private void text(int x, double y, String text) {
        lines.add("<text x=\"" + x + "\" y=\"" + number(y) + "\" text-anchor=\"middle\">" + Markup.escaped(text)
                + "</text>");
    }

    private double y(double value) {
        return TOP + HEIGHT * (1 - (value - lowest) / span);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
