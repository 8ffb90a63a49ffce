package io.modeltracking.search;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a sampler or pruner may know of a trial.
 *
 * @param number the trial's number, from 0
 * @param point its parameters
 * @param value the objective, to be minimised; only read of a {@link State#COMPLETE} trial, where it is not NaN
 * @param violation the sum of the relative violations of its constraints, 0 when it was accepted
 * @param state how far it came
 * @param intermediate values reported on the way, to be minimised, by step
 */
public record FinishedTrial(
        int number, Point point, double value, double violation, State state, NavigableMap<Long, Double> intermediate) {

    /** How far a trial came. */
    public enum State {
        /** It has an objective. */
        COMPLETE,
        /** A pruner stopped it. */
        PRUNED,
        /** It threw, or its objective was not a number: no sampler learns from it. */
        FAILED,
        /** It has not ended yet: samplers keep away from its point. */
        RUNNING
    }

    public FinishedTrial {
        int numbered = number;
        double objective = value;
        double violated = violation;
        Rules.require(number >= 0, () -> "Trial " + numbered + ": trials are numbered from 0");
        Rules.require(
                point != null && state != null, () -> "Trial " + numbered + " lacks its point or its state: give both");
        Rules.require(
                state != State.COMPLETE || !Double.isNaN(value),
                () -> "Trial " + numbered + " is complete with objective " + objective
                        + ": an objective that is not a number makes the trial FAILED");
        Rules.require(
                violation >= 0,
                () -> "Trial " + numbered + " has a violation of " + violated
                        + ": give the sum of its violations, 0 when there is none");
        intermediate = Collections.unmodifiableNavigableMap(new TreeMap<>(intermediate));
    }

    /** A complete trial without intermediate values that keeps every constraint. */
    public static FinishedTrial complete(int number, Point point, double value) {
        return new FinishedTrial(number, point, value, 0, State.COMPLETE, Collections.emptyNavigableMap());
    }

    /** This trial with a sum of violations. */
    public FinishedTrial withViolation(double sum) {
        return new FinishedTrial(number, point, value, sum, state, intermediate);
    }

    boolean isFeasible() {
        return violation == 0;
    }
}
