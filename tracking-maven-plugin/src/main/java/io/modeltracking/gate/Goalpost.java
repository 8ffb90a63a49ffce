package io.modeltracking.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One bound as it stood in a build.
 *
 * @param experiment name, with {@code *} and {@code ?}
 * @param subject what is bounded: {@code test.rmse}, {@code test.rmse (MEAN)}, {@code test.rmse worse than production}
 * @param max whether the limit is the largest value that passes, else the smallest
 * @param limit as configured: a number, or a percentage
 */
public record Goalpost(String experiment, String subject, boolean max, String limit) {

    private static final String ALL = " (" + Statistic.ALL + ")";

    /** What two bounds must have in common to be compared. */
    record Place(String subject, boolean max, boolean percent) {

        /** Where a bound may stand that takes the place of one here, the likeliest first. */
        Stream<Place> successors() {
            return Stream.of(this, new Place(subject + ALL, max, percent), new Place(subject, max, !percent));
        }
    }

    /** @throws NumberFormatException when the limit is neither a number nor a percentage */
    public Goalpost {
        value(limit);
    }

    /** The bounds of the gates, in their order. */
    public static List<Goalpost> of(List<Gate> gates) {
        List<Goalpost> posts = new ArrayList<>();
        for (Gate gate : gates) {
            String suffix = gate.statistic() == Statistic.WINNER ? "" : " (" + gate.statistic() + ")";
            gate.thresholds()
                    .forEach(threshold -> posts.add(new Goalpost(
                            gate.experiment(),
                            gate.expression() + suffix,
                            threshold.side() == Threshold.Side.MAX,
                            threshold.text())));
            gate.comparisons()
                    .forEach(rule -> posts.add(new Goalpost(
                            gate.experiment(),
                            gate.expression()
                                    + (rule.better() ? " better than " : " worse than ")
                                    + rule.baseline()
                                    + suffix,
                            !rule.better(),
                            rule.amount().text())));
        }
        return posts;
    }

    Place place() {
        return new Place(subject, max, isPercent());
    }

    private boolean isPercent() {
        return limit.endsWith("%");
    }

    boolean concerns(String experimentName) {
        return new ExperimentPattern(experiment).matches(experimentName);
    }

    /** Whether it lets more pass. A limit in percent and one that is not are amounts: all but 0 may let more pass. */
    boolean looserThan(Goalpost other) {
        BigDecimal own = value(limit);
        BigDecimal others = value(other.limit);
        if (isPercent() != other.isPercent()) {
            return (max ? own : others).signum() != 0;
        }
        int sign = own.compareTo(others);
        return max ? sign > 0 : sign < 0;
    }

    private static BigDecimal value(String limit) {
        return new BigDecimal(
                limit.endsWith("%") ? limit.substring(0, limit.length() - 1).trim() : limit);
    }

    /** {@code at most 0.60}. */
    String bound() {
        return (max ? "at most " : "at least ") + limit;
    }
}
