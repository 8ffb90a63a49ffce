package io.modeltracking.search;

import java.util.function.Supplier;

/** The checks of spaces, trials and samplers: a broken rule names the component, the rule and the way out. */
final class Rules {

    private Rules() {}

    static void require(boolean rule, Supplier<String> message) {
        if (!rule) {
            throw new IllegalArgumentException(message.get());
        }
    }

    static void requireName(String name) {
        require(
                name != null && !name.isBlank(),
                () -> "A parameter of a search space has no name: give each dimension a name that is not blank");
    }

    static void requireRange(String name, boolean ordered, Object min, Object max) {
        require(
                ordered,
                () -> "Parameter '" + name + "': min " + min + " is greater than max " + max
                        + ", so there is nothing to search: swap them");
    }

    static void requireLog(String name, boolean log, boolean positive, Object min) {
        require(
                !log || positive,
                () -> "Parameter '" + name + "': a logarithmic scale needs min > 0, but min is " + min
                        + ": raise min or set log = false");
    }
}
