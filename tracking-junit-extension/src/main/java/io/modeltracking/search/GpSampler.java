package io.modeltracking.search;

import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.History.Entry;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bayesian optimisation by a Gaussian process, for smooth objectives and few trials: Matérn 5/2 kernel with a length scale
 * for each dimension, fitted by maximum a posteriori, and the logarithm of the expected improvement (Ament et al., 2023) as
 * acquisition. Constraints have a second process; the acquisition adds the log probability that they are kept.
 *
 * <p>The rules are those of Optuna's GP sampler, with these differences: a quasi-random start in place of a random one, a fit
 * that starts from fixed parameters in place of remembered ones, a prior for somewhat shorter length scales, every fifth
 * proposal at the best mean, and alternatives of a conditional space in one model. Only complete trials are learned from.
 *
 * @param startup how many trials must be complete before the model proposes; until then points are quasi-random
 * @param studySeed the seed of that quasi-random sequence, the same for all trials of a study
 */
public record GpSampler(int startup, long studySeed) implements Sampler {

    /** Every fifth proposal takes the model at its word: the point of the best mean instead of the best promise. */
    private static final int GREEDY = 5;

    public GpSampler {
        int given = startup;
        Rules.require(startup >= 2, () -> "startup = " + given + ": the model needs at least two trials to learn from");
    }

    @Override
    public Point propose(Space space, List<FinishedTrial> trials, int trialNumber, long seed64) {
        History history = new History(new Layout(space), trials, trialNumber);
        SplittableRandom random = new SplittableRandom(seed64);
        List<Entry> complete = history.in(State.COMPLETE);
        double[] row = complete.size() < startup
                ? new QuasiRandomSampler(studySeed).row(history, trialNumber, random)
                : new GpProposal(history, complete, trialNumber % GREEDY == GREEDY - 1, random).row();
        return history.layout.decode(row);
    }

    @Override
    public String id() {
        return "gp/1";
    }
}
