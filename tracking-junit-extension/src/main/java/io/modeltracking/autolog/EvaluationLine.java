package io.modeltracking.autolog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text that {@code Booster.evalSet} returns: {@code [3]\ttrain-rmse:0.5\ttest-rmse:0.75}. */
final class EvaluationLine {

    private EvaluationLine() {}

    /** A metric of a watch. */
    record Value(String watch, String metric, double value) {}

    /**
     * Reads the text.
     *
     * @param watches the names of the matrices; they and the metrics' names may have hyphens
     * @param exact the values, which the text rounds and writes in the JVM's locale, of the user's own metric; else null
     */
    static List<Value> parse(String line, String[] watches, float[] exact) {
        List<Value> values = new ArrayList<>();
        for (String entry : line.split("\t")) {
            int colon = entry.lastIndexOf(':');
            String watch = colon < 0 ? null : watch(entry.substring(0, colon), watches);
            if (watch != null) {
                String metric = entry.substring(watch.length() + 1, colon);
                values.add(new Value(watch, metric, number(entry.substring(colon + 1))));
            }
        }
        if (exact != null && exact.length == values.size()) {
            for (int i = 0; i < exact.length; i++) {
                Value rounded = values.get(i);
                values.set(i, new Value(rounded.watch(), rounded.metric(), shortest(exact[i])));
            }
        }
        return values;
    }

    private static String watch(String key, String[] watches) {
        String longest = null;
        for (String watch : watches) {
            boolean begins =
                    key.length() > watch.length() && key.startsWith(watch) && key.charAt(watch.length()) == '-';
            if (begins && (longest == null || watch.length() > longest.length())) {
                longest = watch;
            }
        }
        return longest;
    }

    /** Any number that native code or {@code String.format} in a locale with a decimal comma writes. */
    static double number(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        return switch (trimmed) {
            case "nan", "-nan", "+nan", "-nan(ind)" -> Double.NaN;
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(trimmed.replace(',', '.'));
        };
    }

    /** 0.1f as 0.1, as XGBoost's own texts of floats are. */
    private static double shortest(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
