package io.modeltracking.search;

import java.util.SplittableRandom;

/** Kernel i of k puts 1 / (k + 1) on every choice and 1 more on the observed one, normalised; the prior is uniform. */
final class ChoiceKernels implements Kernels {

    private final double[] observations;
    private final int choices;
    private final double seen;
    private final double other;
    private final double logSeen;
    private final double logOther;
    private final double logPrior;

    ChoiceKernels(int choices, double[] observations) {
        this.observations = observations;
        this.choices = choices;
        double share = 1.0 / (observations.length + 1);
        double sum = choices * share + 1;
        this.seen = (share + 1) / sum;
        this.other = share / sum;
        this.logSeen = StrictMath.log(seen);
        this.logOther = StrictMath.log(other);
        this.logPrior = -StrictMath.log(choices);
    }

    @Override
    public void addLogDensity(double value, double[] perKernel, double floor) {
        for (int i = 0; i < observations.length; i++) {
            perKernel[i] += observations[i] == value ? logSeen : logOther;
        }
        perKernel[observations.length] += logPrior;
    }

    @Override
    public boolean areMasses() {
        return false;
    }

    @Override
    public double logPrior(double value) {
        return logPrior;
    }

    @Override
    public double draw(int kernel, SplittableRandom random) {
        double left = random.nextDouble();
        if (kernel == observations.length) {
            return Math.min(choices - 1, (int) (left * choices));
        }
        int choice = 0;
        while (choice < choices - 1) {
            left -= observations[kernel] == choice ? seen : other;
            if (left < 0) {
                break;
            }
            choice++;
        }
        return choice;
    }
}
