package io.modeltracking.gate;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.RunRecord;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gate on how often held-out rows have been looked at: {@code looks(holdout)}. */
record LooksGate(String dataSet) {

    private static final Pattern LOOKS = Pattern.compile("looks\\(([^()@]+)\\)");

    /** Empty when the expression asks for something else. */
    static Optional<LooksGate> of(String expression) {
        Matcher looks = LOOKS.matcher(expression);
        return looks.matches() ? Optional.of(new LooksGate(looks.group(1))) : Optional.empty();
    }

    /** Under which name the count is reported. */
    MetricSelector metric() {
        return MetricSelector.parse(dataSet + ".looks");
    }

    /** Empty where the run holds out no such data set. */
    Optional<Double> count(RunRecord run, Baselines history) {
        OptionalInt looks = history.looks(run, dataSet);
        return looks.isPresent() ? Optional.of((double) looks.getAsInt()) : Optional.empty();
    }

    String missing() {
        return "it recorded no held-out data set \"" + dataSet + "\": log it by run.dataset(\"" + dataSet
                + "\", ….role(HOLDOUT))";
    }
}
