package io.modeltracking.autolog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads Universal Binary JSON, as XGBoost writes its models: objects become maps, arrays lists or, when they are of one
 * number type, {@code double[]}.
 *
 * @see <a href="https://ubjson.org">ubjson.org, draft 12</a>
 */
final class UbjsonReader {

    private static final int MAX_DEPTH = 64;

    private final ByteBuffer in;
    private final Set<String> wanted;

    private UbjsonReader(byte[] content, Set<String> wanted) {
        this.in = ByteBuffer.wrap(content);
        this.wanted = wanted;
    }

    /**
     * Reads an object.
     *
     * @param wanted names of the fields whose arrays of numbers are read; those of the others become null
     * @throws IllegalArgumentException when the bytes are not UBJSON, or nest deeper than {@value #MAX_DEPTH}
     */
    static Map<String, Object> read(byte[] content, Set<String> wanted) {
        UbjsonReader reader = new UbjsonReader(content, wanted);
        try {
            if (reader.marker() != '{') {
                throw new IllegalArgumentException("Not an object in UBJSON");
            }
            return reader.object(0);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("UBJSON ends too early, after " + content.length + " bytes", e);
        }
    }

    private Map<String, Object> object(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("UBJSON nests deeper than " + MAX_DEPTH);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (char next = marker(); next != '}'; next = marker()) {
            String name = text(integer(next));
            object.put(name, value(marker(), name, depth + 1));
        }
        return object;
    }

    private Object value(char type, String name, int depth) {
        return switch (type) {
            case '{' -> object(depth);
            case '[' -> array(name, depth);
            case 'S', 'H' -> text(integer(marker()));
            case 'C' -> String.valueOf((char) in.get());
            case 'T' -> Boolean.TRUE;
            case 'F' -> Boolean.FALSE;
            case 'Z', 'N' -> null;
            case 'd', 'D' -> number(type);
            default -> integer(type);
        };
    }

    private Object array(String name, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("UBJSON nests deeper than " + MAX_DEPTH);
        }
        char next = marker();
        if (next == '$') {
            char type = marker();
            expect('#');
            return numbers(type, name, size(integer(marker())));
        }
        List<Object> values = new ArrayList<>();
        if (next == '#') {
            long size = size(integer(marker()));
            for (long i = 0; i < size; i++) {
                values.add(value(marker(), name, depth + 1));
            }
        } else {
            for (; next != ']'; next = marker()) {
                values.add(value(next, name, depth + 1));
            }
        }
        return values;
    }

    private double[] numbers(char type, String name, int size) {
        if (!wanted.contains(name)) {
            long end = in.position() + (long) size * width(type);
            in.position(size(end));
            return null;
        }
        if ((long) size * width(type) > in.remaining()) {
            throw new IllegalArgumentException("UBJSON ends within the array " + name);
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = number(type);
        }
        return values;
    }

    private double number(char type) {
        return switch (type) {
            case 'd' -> in.getFloat();
            case 'D' -> in.getDouble();
            default -> integer(type);
        };
    }

    private long integer(char type) {
        return switch (type) {
            case 'i' -> in.get();
            case 'U' -> in.get() & 0xff;
            case 'I' -> in.getShort();
            case 'l' -> in.getInt();
            case 'L' -> in.getLong();
            default -> throw new IllegalArgumentException("Not a number type in UBJSON: " + type);
        };
    }

    private static int width(char type) {
        return switch (type) {
            case 'i', 'U' -> 1;
            case 'I' -> 2;
            case 'l', 'd' -> 4;
            case 'L', 'D' -> 8;
            default -> throw new IllegalArgumentException("Not a number type in UBJSON: " + type);
        };
    }

    private String text(long length) {
        int size = size(length);
        if (size > in.remaining()) {
            throw new IllegalArgumentException("UBJSON ends within a text");
        }
        String text = new String(in.array(), in.position(), size, StandardCharsets.UTF_8);
        in.position(in.position() + size);
        return text;
    }

    private int size(long size) {
        if (size < 0 || size > in.limit()) {
            throw new IllegalArgumentException("Not a size in UBJSON of " + in.limit() + " bytes: " + size);
        }
        return (int) size;
    }

    private void expect(char expected) {
        char found = marker();
        if (found != expected) {
            throw new IllegalArgumentException("UBJSON has " + found + " instead of " + expected);
        }
    }

    private char marker() {
        return (char) (in.get() & 0xff);
    }
}
