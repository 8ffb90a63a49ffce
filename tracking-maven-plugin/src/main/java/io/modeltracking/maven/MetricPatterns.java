package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of metrics, with {@code *} for any characters and {@code ?} for one; several are separated by commas. */
final class MetricPatterns implements Predicate<String> {

    private static final int SHOWN = 10;

    private final String text;
    private final List<Pattern> patterns;

    /** @param text null or blank for every metric */
    MetricPatterns(String text) {
        this.text = text == null || text.isBlank() ? "*" : text.strip();
        this.patterns = Arrays.stream(this.text.split("\\s*,\\s*"))
                .map(MetricPatterns::translated)
                .toList();
    }

    private static Pattern translated(String pattern) {
        return Pattern.compile(pattern.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining()));
    }

    @Override
    public boolean test(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /**
     * Those of the names that match, in their order.
     *
     * @throws RegistryException listing the names when there are some, and none of them matches
     */
    List<String> of(List<String> names) {
        List<String> matching = names.stream().filter(this).toList();
        if (matching.isEmpty() && !names.isEmpty()) {
            throw new RegistryException("No metric matches -Dmetrics=" + text + ": there are "
                    + names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (names.size() > SHOWN ? ", …" : ""));
        }
        return matching;
    }
}
