package io.modeltracking.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/**
 * Any double as JSON: finite ones as numbers in their shortest text, the others as the strings {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class Reals {

    private Reals() {}

    /** The shortest text that reads back as the same double, the same on every JVM ({@link Double#toString} is not). */
    public static String text(double value) {
        return DoubleToDecimal.toString(value);
    }

    /**
     * The double of a text that {@link #text} wrote.
     *
     * @throws NumberFormatException for any other text
     */
    public static double parse(String text) {
        return Double.parseDouble(text);
    }

    static void write(double value, JsonGenerator out) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeString(Double.toString(value));
        }
    }

    /** Writes a double of any value. */
    public static final class Writer extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            write(value, out);
        }
    }

    /** Reads what {@link Writer} wrote. */
    public static final class Reader extends JsonDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return in.getDoubleValue();
            }
            return switch (in.getText()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default ->
                    throw JsonMappingException.from(
                            in, "not a number, \"NaN\", \"Infinity\" or \"-Infinity\": \"" + in.getText() + "\"");
            };
        }
    }
}
