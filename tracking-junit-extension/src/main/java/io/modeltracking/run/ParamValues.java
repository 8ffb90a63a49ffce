package io.modeltracking.run;

import io.modeltracking.run.ParamValue.BooleanValue;
import io.modeltracking.run.ParamValue.IntegerValue;
import io.modeltracking.run.ParamValue.RealValue;
import io.modeltracking.run.ParamValue.TextValue;
import java.io.File;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Java objects as param values. */
final class ParamValues {

    private ParamValues() {}

    static ParamValue of(Object value) {
        if (value instanceof ParamValue already) {
            return already;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean || value instanceof AtomicBoolean) {
            return new BooleanValue(Boolean.parseBoolean(value.toString()));
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(ParamValues::of).orElseGet(() -> new TextValue(""));
        }
        return new TextValue(text(value));
    }

    private static ParamValue number(Number number) {
        if (number instanceof Double real) {
            return new RealValue(real);
        }
        if (number instanceof Float real) {
            // The decimal that a person wrote: 0.1f is 0.1, and casting back gives the same float.
            return new RealValue(Double.parseDouble(real.toString()));
        }
        if (number instanceof BigInteger integer) {
            return new IntegerValue(integer);
        }
        if (number instanceof BigDecimal decimal) {
            double real = decimal.doubleValue();
            boolean exact = Double.isFinite(real) && BigDecimal.valueOf(real).compareTo(decimal) == 0;
            return exact ? new RealValue(real) : new TextValue(decimal.toString());
        }
        if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof AtomicInteger
                || number instanceof AtomicLong) {
            return new IntegerValue(BigInteger.valueOf(number.longValue()));
        }
        throw unknown(number);
    }

    private static String text(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Class<?> type) {
            return type.getName();
        }
        if (value instanceof TemporalAccessor
                || value instanceof TemporalAmount
                || value instanceof Path
                || value instanceof File
                || value instanceof URI
                || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof Iterable<?> elements) {
            return list(elements);
        }
        if (value != null && value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return list(elements);
        }
        throw unknown(value);
    }

    private static String list(Iterable<?> elements) {
        List<String> texts = new ArrayList<>();
        elements.forEach(element -> texts.add(of(element).text()));
        return "[" + String.join(", ", texts) + "]";
    }

    private static IllegalArgumentException unknown(Object value) {
        return new IllegalArgumentException("A param value must be a number, boolean, text, enum, date, path, or a list"
                + " or array of these, but was "
                + (value == null ? "null" : value.getClass().getName())
                + ": log its parts, or its text, instead");
    }
}
