package io.modeltracking.search;

import java.util.List;

/**
 * Every point of a space once: trial n has point n, the first dimension changing slowest, as nested loops in the order of
 * declaration would go. Trials so far and the seed do not matter.
 */
public record GridSampler() implements Sampler {

    /**
     * Returns the number of points.
     *
     * @throws IllegalArgumentException when a dimension is continuous or the points cannot be counted
     */
    public static long size(Space space) {
        requireFinite(space);
        long size = space.size();
        Rules.require(
                size != Dimension.UNBOUNDED,
                () -> "The grid over " + space.names() + " has more points than can be counted: narrow the ranges");
        return size;
    }

    @Override
    public Point propose(Space space, List<FinishedTrial> trials, int trialNumber, long seed64) {
        long size = size(space);
        Rules.require(
                trialNumber >= 0 && trialNumber < size,
                () -> "Trial " + trialNumber + " lies outside the grid of " + size
                        + " points: a grid search has one trial a point, numbered from 0");
        return Grid.at(space, trialNumber);
    }

    @Override
    public String id() {
        return "grid/1";
    }

    private static void requireFinite(Space space) {
        for (Dimension dimension : space.dimensions()) {
            Rules.require(
                    dimension.size() != Dimension.UNBOUNDED,
                    () -> "Parameter '" + dimension.name()
                            + "' is a continuous range, which a grid cannot list: give it a step or single values");
        }
        space.alternatives().forEach(alternative -> requireFinite(alternative.space()));
    }
}
