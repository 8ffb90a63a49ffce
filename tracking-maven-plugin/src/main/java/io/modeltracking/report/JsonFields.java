package io.modeltracking.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.io.Writer;

/** Writes JSON: fields without a value are left out; NaN and the infinities are strings, as in a run's journal. */
final class JsonFields {

    private final JsonGenerator out;

    private JsonFields(JsonGenerator out) {
        this.out = out;
    }

    /** Something of JSON. */
    @FunctionalInterface
    interface Part {
        void write() throws IOException;
    }

    /** Writes one object and leaves {@code writer} open. */
    static void write(Writer writer, Content object) throws IOException {
        JsonGenerator generator = RunJson.mapper().getFactory().createGenerator(writer);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        JsonFields fields = new JsonFields(generator);
        fields.object(() -> object.write(fields));
        generator.flush();
    }

    /** The content of an object. */
    @FunctionalInterface
    interface Content {
        void write(JsonFields json) throws IOException;
    }

    void object(Part content) throws IOException {
        out.writeStartObject();
        content.write();
        out.writeEndObject();
    }

    void object(String name, Part content) throws IOException {
        out.writeFieldName(name);
        object(content);
    }

    void array(String name, Part content) throws IOException {
        out.writeFieldName(name);
        array(content);
    }

    void array(Part content) throws IOException {
        out.writeStartArray();
        content.write();
        out.writeEndArray();
    }

    <T> void array(String name, Iterable<T> items, Item<T> each) throws IOException {
        array(name, () -> {
            for (T item : items) {
                each.write(item);
            }
        });
    }

    /** One item of an array. */
    @FunctionalInterface
    interface Item<T> {
        void write(T item) throws IOException;
    }

    void text(String name, String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    void whole(String name, Number value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value.longValue());
        }
    }

    void flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
    }

    void real(String name, Double value) throws IOException {
        if (value != null) {
            out.writeFieldName(name);
            real(value);
        }
    }

    void real(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeString(Double.toString(value));
        }
    }

    void text(String value) throws IOException {
        out.writeString(value);
    }

    void whole(long value) throws IOException {
        out.writeNumber(value);
    }

    void nothing() throws IOException {
        out.writeNull();
    }

    /** A value that the mapper of runs knows. */
    void value(String name, Object value) throws IOException {
        if (value != null) {
            out.writeFieldName(name);
            value(value);
        }
    }

    void value(Object value) throws IOException {
        RunJson.mapper().writeValue(out, value);
    }
}
