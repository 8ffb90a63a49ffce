package io.modeltracking.experiment;

import io.modeltracking.search.Space;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@code mvn tracking:run} asks for: one run with the params that were typed, and no search. */
final class OneRun {

    static final String PROPERTY = "tracking.oneRun";

    private OneRun() {}

    /**
     * Checks that what was typed leaves one point, where one run is asked for.
     *
     * @param study null when the method searches for nothing
     * @param typed names of properties
     * @throws IllegalArgumentException naming the params that are missing, and those that the experiment does not have
     */
    static void check(StudyDefinition study, Function<String, Optional<String>> parameters, Collection<String> typed) {
        if (!parameters.apply(PROPERTY).map(Boolean::parseBoolean).orElse(false)) {
            return;
        }
        Space space = study == null
                ? new Space(List.of(), List.of())
                : study.parameters().space();
        List<String> unknown = Pins.unknown(typed, space);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("it has no param " + String.join(", ", unknown)
                    + (study == null ? ": it searches for none" : ": it has " + String.join(", ", space.names())));
        }
        List<String> open = open(space).distinct().toList();
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("one run needs a value for each param, and has none for "
                    + String.join(", ", open) + ": add "
                    + String.join(
                            " ",
                            open.stream()
                                    .map(name -> "-D" + Pins.PREFIX + name + "=…")
                                    .toList()));
        }
    }

    /** The params with more than one value; below a choice only when that is decided. */
    private static Stream<String> open(Space space) {
        return space.dimensions().stream()
                .flatMap(dimension -> dimension.size() == 1
                        ? space.alternatives().stream()
                                .filter(alternative -> alternative.choice().equals(dimension.name()))
                                .filter(alternative -> alternative.value().equals(dimension.at(0)))
                                .flatMap(alternative -> open(alternative.space()))
                        : Stream.of(dimension.name()));
    }
}
