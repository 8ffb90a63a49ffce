package io.modeltracking.gate;

import java.util.regex.Pattern;

/** Experiment names with {@code *} for any characters and {@code ?} for one. */
public final class ExperimentPattern {

    private final Pattern regex;

    public ExperimentPattern(String pattern) {
        StringBuilder translated = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            switch (c) {
                case '*' -> translated.append(".*");
                case '?' -> translated.append('.');
                default -> translated.append(Pattern.quote(String.valueOf(c)));
            }
        }
        regex = Pattern.compile(translated.toString(), Pattern.DOTALL);
    }

    public boolean matches(String name) {
        return regex.matcher(name).matches();
    }
}
