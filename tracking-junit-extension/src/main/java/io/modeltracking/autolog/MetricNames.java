package io.modeltracking.autolog;

import java.util.regex.Pattern;

/** Makes XGBoost's names ones that a run accepts. */
final class MetricNames {

    private static final int MAX_LENGTH = 250;
    private static final int MAX_PART = 100;
    private static final Pattern NOT_IN_METRIC = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}_.]");
    private static final Pattern NOT_IN_PART = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}_.-]");

    private MetricNames() {}

    /** {@code tweedie-nloglik@1.5} becomes {@code tweedie_nloglik.1.5}. */
    static String metric(String name) {
        return part(NOT_IN_METRIC, name.replace('@', '.'));
    }

    /** A watch's or param's name, as it is where a run accepts it. */
    static String part(String name) {
        return part(NOT_IN_PART, name);
    }

    static String cut(String name) {
        return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH);
    }

    private static String part(Pattern forbidden, String name) {
        String clean = forbidden.matcher(name).replaceAll("_");
        if (clean.isEmpty()) {
            return "_";
        }
        return clean.length() <= MAX_PART ? clean : clean.substring(0, MAX_PART);
    }
}
