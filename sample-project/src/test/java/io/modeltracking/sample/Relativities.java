package io.modeltracking.sample;

import io.modeltracking.Chart;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Loss per year by area, as a multiple of the portfolio's: what happened beside what two models say. A table and a chart of
 * one's own.
 */
record Relativities(String[] areas, double[] exposure, double[] observed, double[] model, double[] champion) {

    /** @param model and champion: loss per year of each row */
    static Relativities byArea(Table rows, double[] model, double[] champion) {
        String[] areas =
                rows.stringColumn("Area").unique().asList().stream().sorted().toArray(String[]::new);
        String[] area = rows.stringColumn("Area").asObjectArray();
        double[] exposure = Portfolio.exposure(rows);
        double[] loss = Losses.loss(rows);
        double[] years = sums(areas, area, exposure);
        return new Relativities(
                areas,
                years,
                relative(sums(areas, area, loss), years),
                relative(sums(areas, area, times(model, exposure)), years),
                relative(sums(areas, area, times(champion, exposure)), years));
    }

    /** The share of the loss that the half of the exposure with the lowest predictions causes: a half, if they say nothing. */
    static double ofCheapestHalf(Table rows, double[] rates) {
        double[] exposure = Portfolio.exposure(rows);
        double[] loss = Losses.loss(rows);
        int[] ascending = IntStream.range(0, rates.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> rates[row]))
                .mapToInt(row -> row)
                .toArray();
        double half = Arrays.stream(exposure).sum() / 2;
        double years = 0;
        double cheap = 0;
        for (int k = 0; k < ascending.length && years < half; k++) {
            years += exposure[ascending[k]];
            cheap += loss[ascending[k]];
        }
        return cheap / Arrays.stream(loss).sum();
    }

    Map<String, Object> table() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("area", areas);
        columns.put("exposure_years", exposure);
        columns.put("observed", observed);
        columns.put("tweedie", model);
        columns.put("product", champion);
        return columns;
    }

    Chart chart() {
        return Chart.bars("Relativities by area: the challenger's", areas, model)
                .xTitle("loss per year, 1 = portfolio")
                .hint("The table relativities_by_area has what happened, and the champion, beside it.");
    }

    private static double[] times(double[] rates, double[] exposure) {
        return IntStream.range(0, rates.length)
                .mapToDouble(row -> rates[row] * exposure[row])
                .toArray();
    }

    private static double[] sums(String[] levels, String[] level, double[] values) {
        double[] sums = new double[levels.length];
        for (int row = 0; row < values.length; row++) {
            sums[Arrays.binarySearch(levels, level[row])] += values[row];
        }
        return sums;
    }

    private static double[] relative(double[] amounts, double[] years) {
        double mean = Losses.mean(amounts, years);
        return IntStream.range(0, years.length)
                .mapToDouble(i -> amounts[i] / years[i] / mean)
                .toArray();
    }
}
