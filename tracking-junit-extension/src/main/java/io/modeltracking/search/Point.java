package io.modeltracking.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value for each active parameter, in the order of the space.
 *
 * @param values name to value: {@link Long}, {@link Double}, {@link Boolean} or {@link String}
 */
public record Point(Map<String, Object> values) {

    public Point {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach((name, value) -> {
            Rules.requireName(name);
            Rules.require(value != null, () -> "Parameter '" + name + "' has no value: leave it out or give one");
        });
    }

    /** Returns the value of a parameter, null where the point does not have it. */
    public Object get(String name) {
        return values.get(name);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
