package io.modeltracking.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Whole studies: ask, evaluate, tell. */
final class Studies {

    private Studies() {}

    static List<FinishedTrial> run(Problem problem, Sampler sampler, int trials, long rootSeed) {
        List<FinishedTrial> told = new ArrayList<>();
        for (int number = 0; number < trials; number++) {
            Point point = sampler.propose(problem.space(), told, number, seed(rootSeed, number));
            told.add(problem.evaluate(number, point));
        }
        return told;
    }

    /** A seed for each trial; what production code derives by hash of the path. */
    static long seed(long root, int number) {
        return new SplittableRandom(root * 0x9E3779B97F4A7C15L + number).nextLong();
    }

    /** The best accepted value after each trial less the optimum, infinite before the first accepted one. */
    static double[] regret(Problem problem, List<FinishedTrial> trials) {
        double[] regret = new double[trials.size()];
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < regret.length; i++) {
            if (trials.get(i).violation() == 0) {
                best = Math.min(best, trials.get(i).value());
            }
            regret[i] = best - problem.optimum();
        }
        return regret;
    }

    /** The share of accepted trials in one of several equal parts of a study. */
    static double acceptedShare(List<FinishedTrial> trials, int part, int parts) {
        return IntStream.range(0, trials.size())
                .filter(i -> parts * i / trials.size() == part)
                .mapToDouble(i -> trials.get(i).isFeasible() ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
