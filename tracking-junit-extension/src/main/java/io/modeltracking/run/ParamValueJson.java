package io.modeltracking.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.modeltracking.run.ParamValue.BooleanValue;
import io.modeltracking.run.ParamValue.IntegerValue;
import io.modeltracking.run.ParamValue.RealValue;
import io.modeltracking.run.ParamValue.TextValue;
import java.io.IOException;
import java.util.Set;

/**
 * A param value as JSON. The type is the JSON type (1 is an integer, 1.0 is real), but for reals that JSON has no number
 * for: those are {@code {"real": "NaN"}}.
 */
final class ParamValueJson {

    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private ParamValueJson() {}

    static final class Writer extends JsonSerializer<ParamValue> {
        @Override
        public void serialize(ParamValue value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value instanceof IntegerValue integer) {
                out.writeNumber(integer.value());
            } else if (value instanceof BooleanValue bool) {
                out.writeBoolean(bool.value());
            } else if (value instanceof RealValue real && Double.isFinite(real.value())) {
                out.writeNumber(real.value());
            } else if (value instanceof RealValue real) {
                out.writeStartObject();
                out.writeStringField("real", Double.toString(real.value()));
                out.writeEndObject();
            } else {
                out.writeString(value.text());
            }
        }
    }

    static final class Reader extends JsonDeserializer<ParamValue> {
        @Override
        public ParamValue deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_NUMBER_INT -> new IntegerValue(in.getBigIntegerValue());
                case VALUE_NUMBER_FLOAT -> new RealValue(in.getDoubleValue());
                case VALUE_TRUE, VALUE_FALSE -> new BooleanValue(in.getBooleanValue());
                case VALUE_STRING -> new TextValue(in.getText());
                case START_OBJECT -> notFinite(in);
                default -> throw JsonMappingException.from(in, "not a param value: " + in.currentToken());
            };
        }

        private static ParamValue notFinite(JsonParser in) throws IOException {
            String field = in.nextFieldName();
            String text = in.nextTextValue();
            if (!"real".equals(field) || text == null || !NOT_FINITE.contains(text)) {
                throw JsonMappingException.from(in, "not a param value: only {\"real\": \"NaN\"} and the infinities");
            }
            in.nextToken();
            return new RealValue(Double.parseDouble(text));
        }
    }
}
