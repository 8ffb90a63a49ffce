package io.modeltracking.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A chart as data. It is kept as {@code <name>.json} and {@code <name>.png}.
 *
 * @param name what the files are called: lower snake case
 * @param kind how it is drawn
 * @param title what is shown
 * @param hint how to read it, in one sentence; may be empty
 * @param xTitle title of the x axis, with its unit
 * @param yTitle title of the y axis, with its unit
 * @param data the columns that the kind needs, and any more
 */
public record Chart(String name, Kind kind, String title, String hint, String xTitle, String yTitle, DataTable data) {

    public Chart {
        if (!name.matches("[a-z0-9][a-z0-9_.-]{0,99}") || name.contains("..")) {
            throw new IllegalArgumentException("chart name '" + name
                    + "' becomes a file's name: use up to 100 lower-case letters, digits, '_', '-' and '.'");
        }
        for (String column : kind.columns()) {
            if (!data.has(column)) {
                throw new IllegalArgumentException("a chart of kind " + kind.id() + " needs the columns "
                        + kind.columns() + "; " + column + " is missing");
            }
        }
    }

    /** A chart of {@code double[]} and {@code String[]} columns without units. */
    public static Chart of(
            String name, Kind kind, String title, String hint, String xTitle, String yTitle, Map<String, ?> columns) {
        return new Chart(name, kind, title, hint, xTitle, yTitle, DataTable.of(columns));
    }

    /** Horizontal bars, such as feature importance; the first label stands on top. */
    public static Chart bars(String title, String[] labels, double[] values, String axisTitle) {
        return of(fileName(title), Kind.BARS, title, "", axisTitle, "", columns("label", labels, "value", values));
    }

    /**
     * One point a row and feature, such as SHAP values.
     *
     * @param features feature of each point; the first to come stands on top
     * @param values where the point lies
     * @param levels colour from 0 (low) to 1 (high); NaN for features without an order
     */
    public static Chart beeswarm(String title, String[] features, double[] values, double[] levels, String axisTitle) {
        Map<String, Object> columns = columns("feature", features, "value", values);
        columns.put("level", levels);
        return of(fileName(title), Kind.BEESWARM, title, "Colour: low (blue) to high (red).", axisTitle, "", columns);
    }

    /** Points, such as a dependence plot. */
    public static Chart scatter(String title, String xTitle, double[] x, String yTitle, double[] y) {
        return of(fileName(title), Kind.SCATTER, title, "", xTitle, yTitle, columns("x", x, "y", y));
    }

    /** From {@code base} through the contributions to their sum. */
    public static Chart waterfall(
            String title, double base, String[] labels, double[] contributions, String axisTitle) {
        List<String> names = new ArrayList<>(List.of("base"));
        names.addAll(List.of(labels));
        double[] values = new double[contributions.length + 1];
        values[0] = base;
        System.arraycopy(contributions, 0, values, 1, contributions.length);
        return of(
                fileName(title),
                Kind.WATERFALL,
                title,
                "From the base through each contribution to the result.",
                axisTitle,
                "",
                columns("label", names.toArray(String[]::new), "value", values));
    }

    /** One line a series over steps 0, 1, 2 …, such as a learning curve. */
    public static Chart curves(String title, String stepTitle, String valueTitle, Map<String, double[]> series) {
        List<String> names = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        series.forEach((name, line) -> {
            for (int step = 0; step < line.length; step++) {
                names.add(name);
                steps.add((double) step);
                values.add(line[step]);
            }
        });
        DataTable data = new DataTable(List.of(
                new Column.Texts("series", "", names),
                new Column.Numbers("step", stepTitle, steps),
                new Column.Numbers("value", valueTitle, values)));
        return new Chart(fileName(title), Kind.CURVES, title, "", stepTitle, valueTitle, data);
    }

    /** The same chart under another name. */
    public Chart named(String other) {
        return new Chart(other, kind, title, hint, xTitle, yTitle, data);
    }

    /** The same chart under another title. */
    public Chart titled(String other) {
        return new Chart(name, kind, other, hint, xTitle, yTitle, data);
    }

    /** The chart as JSON, UTF-8; the same chart gives the same bytes. */
    public byte[] json() {
        return ChartJson.write(this);
    }

    /** Reads what {@link #json} wrote; unknown fields are ignored. */
    public static Chart read(byte[] json) {
        return ChartJson.read(json);
    }

    /** The picture, or the reason why there is none on this machine. */
    public PictureResult png() {
        return Painter.png(this);
    }

    private static Map<String, Object> columns(String first, Object firsts, String second, Object seconds) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(first, firsts);
        columns.put(second, seconds);
        return columns;
    }

    private static String fileName(String title) {
        String name =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.isEmpty() ? "chart" : name.substring(0, Math.min(name.length(), 100));
    }
}
