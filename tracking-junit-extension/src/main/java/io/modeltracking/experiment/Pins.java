package io.modeltracking.experiment;

import io.modeltracking.search.CategoricalDimension;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.IntDimension;
import io.modeltracking.search.RealDimension;
import io.modeltracking.search.Space;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Parameters whose value the command line gives: {@code -Dtracking.param.max_depth=5}, or {@code …maxDepth=5}. */
final class Pins {

    static final String PREFIX = "tracking.param.";

    private final Function<String, Optional<String>> parameters;
    private final Map<String, Object> pinned = new LinkedHashMap<>();

    /** @param parameters JUnit's configuration parameters, which know the system properties */
    Pins(Function<String, Optional<String>> parameters) {
        this.parameters = parameters;
    }

    /** Names of what is pinned, so far as it has been asked for. */
    Set<String> names() {
        return Set.copyOf(pinned.keySet());
    }

    /** Names that the command line gives a value, and that are not among those of the space. */
    static List<String> unknown(Collection<String> properties, Space space) {
        return properties.stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .filter(name -> space.names().stream()
                        .noneMatch(known -> name.equals(known) || name.equals(ParameterNames.camelCase(known))))
                .sorted()
                .toList();
    }

    /**
     * The dimension as it is, or with the one value that the command line gives, inside its range or not.
     *
     * @param closed whether only the dimension's own values make sense, as for an enum
     */
    Dimension apply(Dimension dimension, boolean closed) {
        String text = typed(dimension.name());
        if (text.isEmpty()) {
            return dimension;
        }
        Object value;
        try {
            value = parse(dimension, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PREFIX + dimension.name() + ": " + e.getMessage(), e);
        }
        if (closed && !dimension.contains(value)) {
            throw new IllegalArgumentException(PREFIX + dimension.name() + " is \"" + text + "\": it is one of "
                    + ((CategoricalDimension) dimension).choices());
        }
        pinned.put(dimension.name(), value);
        return new CategoricalDimension(dimension.name(), List.of(value));
    }

    /** What was typed for a param, by its own name or by its Java name; empty when nothing was. */
    private String typed(String name) {
        String javaName = ParameterNames.camelCase(name);
        String own = parameters.apply(PREFIX + name).map(String::strip).orElse("");
        String java = parameters.apply(PREFIX + javaName).map(String::strip).orElse("");
        if (!own.isEmpty() && !java.isEmpty() && !own.equals(java)) {
            throw new IllegalArgumentException(PREFIX + name + " is \"" + own + "\" and " + PREFIX + javaName + " is \""
                    + java + "\": give one of them");
        }
        return own.isEmpty() ? java : own;
    }

    /** @throws IllegalArgumentException saying which type of value the dimension takes */
    static Object parse(Dimension dimension, String text) {
        Object example = dimension instanceof IntDimension || dimension instanceof RealDimension
                ? dimension.at(0)
                : ((CategoricalDimension) dimension).choices().get(0);
        try {
            if (example instanceof Long) {
                return Long.valueOf(text);
            }
            if (example instanceof Double) {
                return finite(Double.parseDouble(text));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    '"' + text + "\" is no " + (example instanceof Long ? "whole number" : "finite number"), e);
        }
        if (!(example instanceof Boolean)) {
            return text;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException('"' + text + "\" is neither true nor false");
        }
        return Boolean.valueOf(text);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("not finite");
        }
        return value;
    }
}
