package io.modeltracking.experiment;

import io.modeltracking.autolog.Explanation;
import io.modeltracking.chart.Chart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How single predictions come about, from the base through each feature's contribution. */
final class Waterfalls {

    private static final int SHOWN = 10;

    private final Explanation explanation;

    Waterfalls(Explanation explanation) {
        this.explanation = explanation;
    }

    /**
     * By name.
     *
     * @param rows by their numbers in the matrix; those that are not explained are left out. None for the rows with the lowest,
     *     the median and the highest prediction
     */
    Map<String, Chart> of(int... rows) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        int[] shown = rows.length == 0
                ? typical()
                : Arrays.stream(rows)
                        .map(row -> Arrays.binarySearch(explanation.rows(), row))
                        .filter(index -> index >= 0)
                        .toArray();
        for (int index : shown) {
            charts.put("shap_waterfall_" + explanation.rows()[index], of(index));
        }
        return charts;
    }

    private int[] typical() {
        int[] order = ascending(explanation.rows().length, explanation::margin);
        return new int[] {order[0], order[order.length / 2], order[order.length - 1]};
    }

    private Chart of(int index) {
        double[] contributions = explanation.contributions()[index];
        int[] order = ascending(contributions.length, j -> -Math.abs(contributions[j]));
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < Math.min(SHOWN, order.length); k++) {
            double value = explanation.values()[index][order[k]];
            labels.add(explanation.features().get(order[k]).name() + " = "
                    + (Double.isNaN(value) ? "missing" : shortened(value)));
            values.add(contributions[order[k]]);
        }
        if (order.length > SHOWN) {
            labels.add((order.length - SHOWN) + " others");
            values.add(IntStream.range(SHOWN, order.length)
                    .mapToDouble(k -> contributions[order[k]])
                    .sum());
        }
        return Chart.waterfall(
                        "Prediction of row " + explanation.rows()[index],
                        explanation.base(),
                        labels.toArray(String[]::new),
                        values.stream().mapToDouble(Double::doubleValue).toArray(),
                        explanation.axis())
                .named("shap_waterfall");
    }

    private interface Key {
        double of(int index);
    }

    private static int[] ascending(int count, Key key) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(key::of))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Values are 32 bits: more than six digits tell nothing. */
    private static String shortened(double value) {
        return Double.isInfinite(value)
                ? Double.toString(value)
                : new BigDecimal(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
