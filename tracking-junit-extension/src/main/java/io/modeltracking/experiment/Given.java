package io.modeltracking.experiment;

import io.modeltracking.search.Point;

/**
 * A point that is tried before those that the sampler chooses.
 *
 * @param sampler {@link #ENQUEUED} or {@link #WARM_START}
 * @param source the run of the earlier trial that it is of; null on one that was written by hand
 */
record Given(Point point, String sampler, String source) {

    static final String ENQUEUED = "enqueue";
    static final String WARM_START = "warm-start";
}
