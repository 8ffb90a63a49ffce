package io.modeltracking;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A chart of one's own, as {@code run.chart("relativities", …)} takes it.
 *
 * <pre>{@code
 * Chart.lines("Frequency by year").x("year", years).line("observed", observed).line("model", model).yTitle("claims per year")
 * }</pre>
 *
 * <p>Immutable; each step returns a new one. Arrays are copied. Values that are NaN or infinite leave a gap.
 */
public final class Chart {

    /** How a chart is drawn. */
    public enum Kind {
        /** Horizontal bars, one a label. */
        BARS,
        /** One line a series. */
        LINES,
        /** Points. */
        SCATTER
    }

    private final Kind kind;
    private final String title;
    private final String hint;
    private final String xTitle;
    private final String yTitle;
    private final String[] labels;
    private final double[] x;
    private final Map<String, double[]> series;

    private Chart(
            Kind kind,
            String title,
            String hint,
            String xTitle,
            String yTitle,
            String[] labels,
            double[] x,
            Map<String, double[]> series) {
        this.kind = kind;
        this.title = title;
        this.hint = hint;
        this.xTitle = xTitle;
        this.yTitle = yTitle;
        this.labels = labels;
        this.x = x;
        this.series = series;
    }

    /** Horizontal bars; the first label stands on top. */
    public static Chart bars(String title, String[] labels, double[] values) {
        require(labels.length == values.length, labels.length + " labels stand beside " + values.length + " values");
        for (int i = 0; i < labels.length; i++) {
            require(labels[i] != null, "label " + i + " is null");
        }
        return new Chart(
                Kind.BARS, checked(title), "", "", "", labels.clone(), new double[0], Map.of("value", values.clone()));
    }

    /** Lines; give {@link #x} and one {@link #line} or more. */
    public static Chart lines(String title) {
        return new Chart(Kind.LINES, checked(title), "", "", "", new String[0], null, Map.of());
    }

    /** Points. */
    public static Chart scatter(String title, double[] x, double[] y) {
        require(x.length == y.length, x.length + " values of x stand beside " + y.length + " of y");
        return new Chart(Kind.SCATTER, checked(title), "", "x", "y", new String[0], x.clone(), Map.of("y", y.clone()));
    }

    /** Where the points of all lines lie, before the first {@link #line}; the title has the unit. */
    public Chart x(String title, double[] values) {
        require(kind == Kind.LINES && series.isEmpty(), "x(title, values) belongs to lines, before the first line");
        return new Chart(kind, this.title, hint, title, yTitle, labels, values.clone(), series);
    }

    /** Adds a line, one value a value of x. */
    public Chart line(String name, double[] values) {
        require(kind == Kind.LINES, "line(name, values) belongs to lines");
        require(x != null, "give x(title, values) before line(\"" + name + "\", …)");
        require(values.length == x.length, "line \"" + name + "\" has " + values.length + " values, x has " + x.length);
        require(!series.containsKey(name), "there is a line \"" + name + "\" already");
        Map<String, double[]> more = new LinkedHashMap<>(series);
        more.put(name, values.clone());
        return new Chart(kind, title, hint, xTitle, yTitle, labels, x, Collections.unmodifiableMap(more));
    }

    /** Title of the x axis (of bars: of the values), with its unit. */
    public Chart xTitle(String title) {
        return new Chart(kind, this.title, hint, checked(title), yTitle, labels, x, series);
    }

    /** Title of the y axis, with its unit. */
    public Chart yTitle(String title) {
        return new Chart(kind, this.title, hint, xTitle, checked(title), labels, x, series);
    }

    /** How to read it, in one sentence. */
    public Chart hint(String hint) {
        return new Chart(kind, title, checked(hint), xTitle, yTitle, labels, x, series);
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String hint() {
        return hint;
    }

    public String xTitle() {
        return xTitle;
    }

    public String yTitle() {
        return yTitle;
    }

    /** Of bars. A copy. */
    public String[] labels() {
        return labels.clone();
    }

    /** A copy; of bars, empty. */
    public double[] x() {
        require(x != null, "\"" + title + "\" has no x(title, values)");
        return x.clone();
    }

    /** Values by series, in order; of bars {@code value}, of points {@code y}. Copies. */
    public Map<String, double[]> series() {
        require(!series.isEmpty(), "\"" + title + "\" has no line(name, values)");
        Map<String, double[]> copy = new LinkedHashMap<>();
        series.forEach((name, values) -> copy.put(name, Arrays.copyOf(values, values.length)));
        return copy;
    }

    private static String checked(String text) {
        require(text != null, "a title or hint is null: give a text");
        return text;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("Chart: " + message);
        }
    }
}
