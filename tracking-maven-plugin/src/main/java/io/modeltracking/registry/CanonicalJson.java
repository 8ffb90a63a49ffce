package io.modeltracking.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * JSON with one text a value, as RFC 8785 gives it, for values without numbers (the ledger writes those as text): keys
 * sorted by UTF-16 code units, no white space, the shortest escapes.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for a number, and for text that no UTF-8 can hold */
    static String write(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value, out);
            case ARRAY -> {
                char before = '[';
                for (JsonNode item : value) {
                    out.append(before);
                    write(item, out);
                    before = ',';
                }
                out.append(before == '[' ? "[]" : "]");
            }
            case STRING -> text(value.textValue(), out);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("The ledger writes numbers as text, but was given " + value);
        }
    }

    private static void object(JsonNode value, StringBuilder out) {
        List<String> keys = new ArrayList<>();
        value.fieldNames().forEachRemaining(keys::add);
        Collections.sort(keys);
        out.append('{');
        for (String key : keys) {
            if (out.charAt(out.length() - 1) != '{') {
                out.append(',');
            }
            text(key, out);
            out.append(':');
            write(value.get(key), out);
        }
        out.append('}');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else if (isLoneSurrogate(text, i)) {
                        throw new IllegalArgumentException("Text with half a character in it, at " + i);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
