package io.modeltracking.experiment;

import io.modeltracking.run.Names;
import io.modeltracking.search.Point;
import io.modeltracking.search.Space;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The old run that the goal {@code reproduce} makes again, and nothing beside it.
 *
 * @param run its id
 * @param trial its number, or that of the trial it is a part of; null outside a study
 * @param won whether the study chose it: then what it holds out is evaluated again
 * @param part the name of the repeat or fold; null on what is none
 */
record Reproduced(String run, Integer trial, boolean won, String part) {

    private static final String TRIAL = "tracking.reproduce.trial";
    private static final String WON = "tracking.reproduce.won";
    private static final String PART = "tracking.reproduce.part";
    private static final String PARAM = "tracking.reproduce.param.";

    /** Empty in a build that makes nothing again. */
    static Optional<Reproduced> of(Function<String, Optional<String>> parameters) {
        return parameters
                .apply("tracking.reproduceOf")
                .filter(Names::isRunId)
                .map(run -> new Reproduced(
                        run,
                        parameters.apply(TRIAL).map(Reproduced::number).orElse(null),
                        parameters.apply(WON).filter("true"::equals).isPresent(),
                        parameters.apply(PART).orElse(null)));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(TRIAL + " is \"" + text + "\": it is the number of a trial, from 0");
        }
        return Integer.parseInt(text);
    }

    /**
     * The point that the trial had, whoever chose it.
     *
     * @throws IllegalArgumentException when it is not given, or does not lie in the space
     */
    static Point point(Function<String, Optional<String>> parameters, Space space) {
        Map<String, String> texts = new LinkedHashMap<>();
        space.names().forEach(name -> parameters.apply(PARAM + name).ifPresent(text -> texts.put(name, text)));
        try {
            Point point = EnqueuedPoints.point(texts, space);
            if (!space.contains(point)) {
                throw new IllegalArgumentException(point + " does not lie in the space");
            }
            return point;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PARAM + "…: " + e.getMessage(), e);
        }
    }

    boolean isTrial() {
        return trial != null && part == null;
    }

    boolean isPart() {
        return part != null;
    }
}
