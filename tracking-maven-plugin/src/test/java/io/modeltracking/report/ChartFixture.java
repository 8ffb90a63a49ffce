package io.modeltracking.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Charts and tables in the form that the extension writes, without its code. */
final class ChartFixture {

    private ChartFixture() {}

    /** A chart of a kind, of ten rows; rows are labelled by {@code label} and a number. */
    static Map<String, Object> chart(ChartKind kind, String label) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (String name : kind.texts()) {
            boolean group = name.equals("series") || name.equals("feature");
            columns.put(
                    name,
                    IntStream.range(0, 10)
                            .mapToObj(i -> label + (group ? i / 5 : i))
                            .toList());
        }
        for (String name : kind.numbers()) {
            columns.put(
                    name,
                    IntStream.range(0, 10)
                            .mapToObj(i -> 0.05 + 0.1 * i + 0.001 * name.length())
                            .toList());
        }
        return chart(kind.id(), label, columns);
    }

    static Map<String, Object> chart(String kind, String title, Map<String, ?> columns) {
        Map<String, Object> chart = table(columns);
        chart.put("name", "chart");
        chart.put("kind", kind);
        chart.put("title", title);
        chart.put("hint", title);
        chart.put("xTitle", "x of " + title);
        chart.put("yTitle", "y of " + title);
        return chart;
    }

    static Map<String, Object> table(Map<String, ?> columns) {
        List<Map<String, Object>> list = new ArrayList<>();
        columns.forEach((name, values) -> {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("name", name);
            column.put("unit", "");
            column.put("type", ((List<?>) values).stream().allMatch(Number.class::isInstance) ? "number" : "text");
            column.put("values", values);
            list.add(column);
        });
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("schemaVersion", 1);
        table.put("columns", list);
        return table;
    }

    static byte[] json(Object value) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Adds a run with a chart of every kind, each with its picture. */
    static String everyKind(MotorProject project, String label) throws IOException {
        MotorRun run = project.run("Charts");
        for (ChartKind kind : ChartKind.values()) {
            String folder = kind == ChartKind.LIFT ? "holdout/" : "validation/";
            run.artifact(folder + kind.id() + ".json", "application/json", json(chart(kind, label)))
                    .picture(folder + kind.id() + ".png");
        }
        run.artifact(
                "own.json",
                "application/json",
                json(table(Map.of("area", List.of(label, "=1+1"), "claims", List.of(1.5, 1.0 / 3)))));
        project.add(run.finish(Status.FINISHED, Verdict.ACCEPTED, null));
        return run.id();
    }
}
