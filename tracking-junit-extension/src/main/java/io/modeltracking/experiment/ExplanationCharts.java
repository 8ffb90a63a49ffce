package io.modeltracking.experiment;

import io.modeltracking.autolog.AutologSink.Feature;
import io.modeltracking.autolog.Explanation;
import io.modeltracking.chart.Chart;
import io.modeltracking.chart.DataTable;
import io.modeltracking.chart.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The charts of an explanation, over all its rows. Points stand in the order of what they show, not of their rows: the same row cannot be followed
 * from one feature to the next.
 */
final class ExplanationCharts {

    private static final int SHOWN = 10;
    private static final int DEPENDENCES = 5;

    private final Explanation explanation;
    private final Predicate<Feature> ordered;
    private final int[] byImportance;
    private final double[] importance;

    /** @param nominal whether a feature of that name is a code without an order */
    ExplanationCharts(Explanation explanation, Predicate<String> nominal) {
        this.explanation = explanation;
        this.ordered = feature -> !"c".equals(feature.type()) && !nominal.test(feature.name());
        this.importance = new double[explanation.features().size()];
        for (double[] row : explanation.contributions()) {
            for (int j = 0; j < importance.length; j++) {
                importance[j] += Math.abs(row[j]) / explanation.rows().length;
            }
        }
        this.byImportance = IntStream.range(0, importance.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -importance[j]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** By name. */
    Map<String, Chart> overall() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("shap_summary", summary());
        charts.put("shap_bar", bar());
        for (int j : first(DEPENDENCES)) {
            String slug = slug(feature(j).name());
            String free = slug;
            for (int number = 2; charts.containsKey("shap_dependence_" + free); number++) {
                free = slug + "_" + number;
            }
            charts.put("shap_dependence_" + free, dependence(j));
        }
        return charts;
    }

    /** All contributions, a row a line. */
    DataTable contributions() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("row", Arrays.stream(explanation.rows()).asDoubleStream().toArray());
        columns.put("base", rows(row -> explanation.base()));
        for (int j = 0; j < importance.length; j++) {
            int feature = j;
            columns.put("shap " + feature(j).name(), rows(row -> explanation.contributions()[row][feature]));
        }
        return DataTable.of(columns);
    }

    private Chart summary() {
        List<String> features = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (int j : first(SHOWN)) {
            double[] level =
                    ordered.test(feature(j)) ? FeatureLevels.of(explanation, j) : FeatureLevels.none(explanation);
            rowsBy(row -> explanation.contributions()[row][j]).forEach(row -> {
                features.add(feature(j).name());
                values.add(explanation.contributions()[row][j]);
                levels.add(level[row]);
            });
        }
        Chart chart = Chart.beeswarm(
                "SHAP values of " + explanation.rows().length + " rows",
                features.toArray(String[]::new),
                numbers(values),
                numbers(levels),
                explanation.axis());
        return new Chart(
                "shap_summary",
                chart.kind(),
                chart.title(),
                "A point a row; colour: low (blue) to high (red) value of the feature, grey where it has no order.",
                chart.xTitle(),
                chart.yTitle(),
                chart.data());
    }

    private Chart bar() {
        return Chart.bars(
                        "Mean size of SHAP values",
                        Arrays.stream(byImportance)
                                .mapToObj(j -> feature(j).name())
                                .toArray(String[]::new),
                        Arrays.stream(byImportance)
                                .mapToDouble(j -> importance[j])
                                .toArray(),
                        "mean |" + explanation.axis() + "|")
                .named("shap_bar");
    }

    private Chart dependence(int j) {
        List<Integer> rows = rowsBy(row -> explanation.values()[row][j]);
        String name = feature(j).name();
        return new Chart(
                "shap_dependence",
                Kind.SCATTER,
                "SHAP values by " + name,
                ordered.test(feature(j)) ? "" : "The feature is a code without an order.",
                name,
                explanation.axis(),
                DataTable.of(columns(
                        "x",
                        numbers(rows, row -> explanation.values()[row][j]),
                        "y",
                        numbers(rows, row -> explanation.contributions()[row][j]))));
    }

    private int[] first(int most) {
        return Arrays.copyOf(byImportance, Math.min(most, byImportance.length));
    }

    private Feature feature(int j) {
        return explanation.features().get(j);
    }

    private interface OfRow {
        double value(int row);
    }

    private List<Integer> rowsBy(OfRow of) {
        return IntStream.range(0, explanation.rows().length)
                .boxed()
                .sorted(Comparator.comparingDouble(of::value))
                .toList();
    }

    private double[] rows(OfRow of) {
        return IntStream.range(0, explanation.rows().length)
                .mapToDouble(of::value)
                .toArray();
    }

    private static double[] numbers(List<Integer> rows, OfRow of) {
        return rows.stream().mapToDouble(of::value).toArray();
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<String, Object> columns(String first, double[] firsts, String second, double[] seconds) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(first, firsts);
        columns.put(second, seconds);
        return columns;
    }

    /** Lower snake case, as it fits into a file's name. */
    private static String slug(String feature) {
        String snake = feature.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return snake.isEmpty() ? "feature" : snake.substring(0, Math.min(snake.length(), 60));
    }
}
