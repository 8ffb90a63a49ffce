package io.modeltracking.search;

import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.GpProposal.Turn;
import io.modeltracking.search.History.Entry;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bayesian optimisation by a Gaussian process, for smooth objectives and few trials: Matérn 5/2 kernel with a length scale
 * for each dimension, fitted by maximum a posteriori, and the logarithm of the expected improvement (Ament et al., 2023) as
 * acquisition. Constraints have a second process; the acquisition adds twice the log probability that they are kept.
 *
 * <p>The rules are those of Optuna's GP sampler, with these differences: a quasi-random start in place of a random one; the
 * mean is estimated instead of zero; objectives are made normal by a power (Yeo and Johnson, 2000) before the fit; a fit
 * starts from fixed parameters in place of remembered ones; a prior for somewhat shorter length scales; every fifth proposal
 * takes the model at its word, with the point of the best mean in place of the best promise, and of these every second one
 * looks where a choice is another than the best trial's, which frees a search from a wrong category; violations are one
 * sum, with a jump at zero; alternatives of a conditional space are in one model. Only complete trials are learned from.
 *
 * <p>Beyond 100 complete trials the parameters are fitted to the best 50 and the latest 50 of the others; beyond 400 the
 * process rests on the best 200 and the latest 200 of the others. So the cost of a proposal stays bounded.
 *
 * @param startup how many trials must be complete before the model proposes; until then points are quasi-random
 * @param studySeed the seed of that quasi-random sequence, the same for all trials of a study
 */
public record GpSampler(int startup, long studySeed) implements Sampler {

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
                : new GpProposal(history, complete, Turn.of(trialNumber), random).row();
        return history.layout.decode(row);
    }

    @Override
    public String id() {
        return "gp/1";
    }
}
