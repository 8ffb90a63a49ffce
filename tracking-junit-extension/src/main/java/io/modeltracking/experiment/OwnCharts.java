package io.modeltracking.experiment;

import io.modeltracking.Chart;
import io.modeltracking.Dataset;
import io.modeltracking.chart.Column;
import io.modeltracking.chart.DataTable;
import io.modeltracking.chart.Kind;
import io.modeltracking.run.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A user's own tables and charts, as they are kept. */
final class OwnCharts {

    private OwnCharts() {}

    /** @throws IllegalArgumentException naming the column that is none */
    static DataTable table(Map<String, ?> columns) {
        Map<String, Object> arrays = new LinkedHashMap<>();
        columns.forEach((name, values) -> arrays.put(Objects.requireNonNull(name, "name of a column"), array(values)));
        return DataTable.of(arrays);
    }

    private static Object array(Object values) {
        if (values instanceof int[] integers) {
            return Arrays.stream(integers).asDoubleStream().toArray();
        }
        if (values instanceof List<?> list && !list.isEmpty()) {
            if (list.stream().allMatch(Number.class::isInstance)) {
                return list.stream()
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .toArray();
            }
            return list.stream()
                    .map(value -> value == null ? "" : value.toString())
                    .toArray(String[]::new);
        }
        if (values instanceof String[] texts) {
            return Arrays.stream(texts).map(text -> text == null ? "" : text).toArray(String[]::new);
        }
        return values;
    }

    /** Missing numbers are NaN, missing texts empty. */
    static DataTable table(Dataset dataset) {
        Dataset.Table table = dataset.table()
                .orElseThrow(() -> new IllegalArgumentException(
                        dataset.source().file() + " is a file: keep it by run.artifact, or read it first"));
        List<Column> columns = new ArrayList<>();
        for (Dataset.Column column : table.columns()) {
            String name = column.name();
            switch (column.type()) {
                case INTEGER, REAL ->
                    columns.add(new Column.Numbers(
                            name,
                            "",
                            Arrays.stream(dataset.doubles(name)).boxed().toList()));
                default ->
                    columns.add(new Column.Texts(
                            name,
                            "",
                            Arrays.stream(dataset.strings(name))
                                    .map(text -> text == null ? "" : text)
                                    .toList()));
            }
        }
        return new DataTable(columns);
    }

    /** @param name the last part of it is the chart's own */
    static io.modeltracking.chart.Chart chart(String name, Chart chart) {
        Names.check("chart", name);
        String own = name.substring(name.lastIndexOf('/') + 1);
        Map<String, Object> columns = new LinkedHashMap<>();
        switch (chart.kind()) {
            case BARS -> {
                columns.put("label", chart.labels());
                columns.put("value", chart.series().get("value"));
            }
            case SCATTER -> {
                columns.put("x", chart.x());
                columns.put("y", chart.series().get("y"));
            }
            case LINES -> lines(chart, columns);
        }
        return io.modeltracking.chart.Chart.of(
                own, kind(chart), chart.title(), chart.hint(), chart.xTitle(), chart.yTitle(), columns);
    }

    private static void lines(Chart chart, Map<String, Object> columns) {
        double[] x = chart.x();
        List<String> names = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        chart.series().forEach((name, line) -> {
            for (int i = 0; i < x.length; i++) {
                names.add(name);
                steps.add(x[i]);
                values.add(line[i]);
            }
        });
        columns.put("series", names.toArray(String[]::new));
        columns.put("step", steps.stream().mapToDouble(Double::doubleValue).toArray());
        columns.put("value", values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Kind kind(Chart chart) {
        return switch (chart.kind()) {
            case BARS -> Kind.BARS;
            case LINES -> Kind.CURVES;
            case SCATTER -> Kind.SCATTER;
        };
    }
}
