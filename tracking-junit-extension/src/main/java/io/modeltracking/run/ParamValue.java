package io.modeltracking.run;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigInteger;

/** A param's value with its type, without loss: integer (of any size), real (any double), boolean or text. */
@JsonSerialize(using = ParamValueJson.Writer.class)
@JsonDeserialize(using = ParamValueJson.Reader.class)
public sealed interface ParamValue {

    /** @param value of any size */
    record IntegerValue(BigInteger value) implements ParamValue {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /** @param value any double, NaN and infinities included */
    record RealValue(double value) implements ParamValue {
        @Override
        public String text() {
            return Reals.text(value);
        }
    }

    /** @param value true or false */
    record BooleanValue(boolean value) implements ParamValue {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** @param value any text, the empty one included */
    record TextValue(String value) implements ParamValue {
        @Override
        public String text() {
            return value;
        }
    }

    /** The value as a person reads it; two values of one type are equal exactly when their texts are. */
    String text();

    /** {@code integer}, {@code real}, {@code boolean} or {@code text}. */
    default String type() {
        if (this instanceof IntegerValue) {
            return "integer";
        }
        if (this instanceof RealValue) {
            return "real";
        }
        return this instanceof BooleanValue ? "boolean" : "text";
    }

    /**
     * The value of a Java object: whole numbers, floating point numbers, booleans, text, enums, dates, paths, and lists
     * or arrays of these (as text).
     *
     * @throws IllegalArgumentException for null and for any other type
     */
    static ParamValue of(Object value) {
        return ParamValues.of(value);
    }
}
