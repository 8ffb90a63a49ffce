package io.modeltracking.experiment;

import io.modeltracking.run.Reals;
import io.modeltracking.search.Point;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a trial is to try, and how that was chosen.
 *
 * @param sampler its name and version
 * @param seen numbers of the trials that it saw
 * @param running numbers of those that other jobs had begun, which it kept away from
 */
record Proposal(int number, Point point, String sampler, List<Integer> seen, List<Integer> running) {

    /** One that no other job matters to. */
    Proposal(int number, Point point, String sampler, List<Integer> seen) {
        this(number, point, sampler, seen, List.of());
    }

    /** Whether it was there before the study, so that no sampler drew it. */
    boolean isGiven() {
        return sampler.equals(Given.ENQUEUED) || sampler.equals(Given.WARM_START);
    }

    static String text(Point point) {
        return point.values().entrySet().stream().map(Proposal::text).collect(Collectors.joining(", "));
    }

    private static String text(Map.Entry<String, Object> value) {
        return value.getKey() + "="
                + (value.getValue() instanceof Double real ? Reals.text(real) : String.valueOf(value.getValue()));
    }
}
