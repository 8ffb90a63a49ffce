package io.modeltracking.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the JSON of charts and tables. It comes from runs: what breaks a limit or the form is refused, with the reason. */
final class ChartFile {

    static final int LARGEST = 1 << 20;
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 60;

    private static final int SCHEMA_VERSION = 1;
    private static final int LINE = 300;
    private static final int WORD = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(6)
                    .maxNumberLength(40)
                    .maxNameLength(1_000)
                    .maxStringLength(100_000)
                    .build())
            .build());

    private ChartFile() {}

    /** Why a file is not drawn. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    /** Null when the JSON is of something else than a chart or a table. */
    static ChartData read(byte[] content) throws Refused {
        require(content.length <= LARGEST, "its JSON is larger than " + Figures.bytes(LARGEST));
        JsonNode json = tree(content);
        if (!json.path("columns").isArray() || !json.has("schemaVersion")) {
            return null;
        }
        require(
                json.get("schemaVersion").isInt() && json.get("schemaVersion").intValue() == SCHEMA_VERSION,
                "its schemaVersion is not " + SCHEMA_VERSION);
        List<ChartColumn> columns = columns(json.get("columns"));
        if (!json.has("kind")) {
            return new ChartData(null, "", "", "", "", columns);
        }
        String id = text(json, "kind", LINE);
        ChartKind kind = ChartKind.of(id).orElse(null);
        require(kind != null, "its kind \"" + id + "\" is not known to this release");
        for (String name : kind.texts()) {
            require(has(columns, name, ChartColumn.Words.class), "it has no column of texts named " + name);
        }
        for (String name : kind.numbers()) {
            require(has(columns, name, ChartColumn.Numbers.class), "it has no column of numbers named " + name);
        }
        return new ChartData(
                kind,
                text(json, "title", LINE),
                text(json, "hint", LINE),
                text(json, "xTitle", LINE),
                text(json, "yTitle", LINE),
                columns);
    }

    private static JsonNode tree(byte[] content) throws Refused {
        try {
            return MAPPER.readTree(content);
        } catch (IOException e) {
            throw new Refused("its JSON cannot be read");
        }
    }

    private static List<ChartColumn> columns(JsonNode json) throws Refused {
        require(!json.isEmpty(), "it has no columns");
        require(json.size() <= MOST_COLUMNS, "it has " + json.size() + " columns, the page shows " + MOST_COLUMNS);
        List<ChartColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode one : json) {
            ChartColumn column = column(one);
            require(names.add(column.name()), "its column " + column.name() + " stands twice");
            require(
                    columns.isEmpty() || column.size() == columns.get(0).size(),
                    "its column " + column.name() + " has " + column.size() + " rows, others have another number");
            columns.add(column);
        }
        return columns;
    }

    private static ChartColumn column(JsonNode json) throws Refused {
        String name = text(json, "name", WORD);
        String unit = text(json, "unit", WORD);
        JsonNode values = json.path("values");
        require(values.isArray(), "its column " + name + " has no values");
        require(values.size() <= MOST_ROWS, "it has " + values.size() + " rows, the page shows " + MOST_ROWS);
        if (text(json, "type", WORD).equals("number")) {
            double[] numbers = new double[values.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number(name, values.get(i));
            }
            return new ChartColumn.Numbers(name, unit, numbers);
        }
        List<String> words = new ArrayList<>();
        for (JsonNode value : values) {
            require(value.isTextual(), "its column " + name + " of texts has something else");
            words.add(Texts.line(value.textValue(), WORD));
        }
        return new ChartColumn.Words(name, unit, words);
    }

    private static double number(String column, JsonNode value) throws Refused {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new Refused("its column " + column + " of numbers has something else");
        };
    }

    private static boolean has(List<ChartColumn> columns, String name, Class<?> type) {
        return columns.stream().anyMatch(column -> column.name().equals(name) && type.isInstance(column));
    }

    private static String text(JsonNode json, String field, int limit) throws Refused {
        JsonNode value = json.path(field);
        require(value.isTextual(), "it has no text field " + field);
        return Texts.line(value.textValue(), limit);
    }

    private static void require(boolean holds, String reason) throws Refused {
        if (!holds) {
            throw new Refused(reason);
        }
    }
}
