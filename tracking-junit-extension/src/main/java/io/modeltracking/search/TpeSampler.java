package io.modeltracking.search;

import io.modeltracking.search.FinishedTrial.State;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The tree-structured Parzen estimator with the rules of Optuna 5.0: multivariate, constant liar, 24 candidates, the best
 * tenth of the trials against the rest. Each alternative of a conditional space is one joint density.
 *
 * <p>Three things go beyond Optuna. A point is not proposed twice while others are left. A share of {@link #EXPLORATION} of
 * the proposals swaps one choice of the best candidate for another one, which frees a search that is stuck in a category:
 * without it the better category would have to be met with good numbers by chance. And ties are broken by a stable sort, so
 * that every machine proposes the same.
 *
 * @param startup how many trials must be complete or pruned before the model proposes; until then points are random
 */
public record TpeSampler(int startup) implements Sampler {

    /** The share of proposals with one choice swapped. */
    public static final double EXPLORATION = 0.1;

    /** Ten random trials first, as Optuna has it. */
    public TpeSampler() {
        this(10);
    }

    public TpeSampler {
        int given = startup;
        Rules.require(startup >= 1, () -> "startup = " + given + ": the model needs at least one trial to learn from");
    }

    @Override
    public Point propose(Space space, List<FinishedTrial> trials, int trialNumber, long seed64) {
        History history = new History(new Layout(space), trials, trialNumber);
        SplittableRandom random = new SplittableRandom(seed64);
        double[] row = history.in(State.COMPLETE, State.PRUNED).size() < startup
                ? Unseen.draw(history, random)
                : new TpeProposal(history, random).row();
        return history.layout.decode(row);
    }

    @Override
    public String id() {
        return "tpe/optuna-5.0";
    }
}
