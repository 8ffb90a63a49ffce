package io.modeltracking.search;

import java.util.List;

/** Stub to compile. */
public record GpSampler(int startup, long studySeed) implements Sampler {
    @Override
    public Point propose(Space space, List<FinishedTrial> trials, int trialNumber, long seed64) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String id() {
        return "gp/1";
    }
}
