package io.modeltracking.chart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The JSON form of a chart. NaN and infinities are the strings "NaN", "Infinity" and "-Infinity". */
final class ChartJson {

    static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build());

    private ChartJson() {}

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] write(Chart chart) {
        return write(json -> {
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("name", chart.name());
            json.writeStringField("kind", chart.kind().id());
            json.writeStringField("title", chart.title());
            json.writeStringField("hint", chart.hint());
            json.writeStringField("xTitle", chart.xTitle());
            json.writeStringField("yTitle", chart.yTitle());
            columns(chart.data(), json);
        });
    }

    static byte[] write(DataTable table) {
        return write(json -> {
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            columns(table, json);
        });
    }

    private static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void columns(DataTable table, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("columns");
        for (Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("unit", column.unit());
            json.writeStringField("type", column instanceof Column.Numbers ? "number" : "text");
            json.writeArrayFieldStart("values");
            if (column instanceof Column.Numbers numbers) {
                for (double value : numbers.values()) {
                    if (Double.isFinite(value)) {
                        json.writeNumber(value);
                    } else {
                        json.writeString(Double.toString(value));
                    }
                }
            } else {
                for (String value : ((Column.Texts) column).values()) {
                    json.writeString(value);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static Chart read(byte[] bytes) {
        JsonNode json;
        try {
            json = MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("a chart's JSON could not be read: " + e.getMessage(), e);
        }
        int version = json.path("schemaVersion").asInt(0);
        if (version < 1 || version > SCHEMA_VERSION) {
            throw new IllegalArgumentException("a chart's JSON has schemaVersion " + json.path("schemaVersion")
                    + ", this release reads 1 to " + SCHEMA_VERSION + ": use the release that wrote it or a newer one");
        }
        List<Column> columns = new ArrayList<>();
        json.path("columns").forEach(column -> columns.add(column(column)));
        return new Chart(
                text(json, "name"),
                Kind.of(text(json, "kind")),
                text(json, "title"),
                text(json, "hint"),
                text(json, "xTitle"),
                text(json, "yTitle"),
                new DataTable(columns));
    }

    private static Column column(JsonNode json) {
        String name = text(json, "name");
        JsonNode values = json.path("values");
        if (text(json, "type").equals("number")) {
            List<Double> numbers = new ArrayList<>();
            values.forEach(value -> numbers.add(number(name, value)));
            return new Column.Numbers(name, text(json, "unit"), numbers);
        }
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return new Column.Texts(name, text(json, "unit"), texts);
    }

    private static double number(String column, JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default ->
                throw new IllegalArgumentException(
                        "column " + column + " of a chart's JSON is of numbers and has " + value);
        };
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("a chart's JSON has no text field " + field);
        }
        return value.asText();
    }
}
