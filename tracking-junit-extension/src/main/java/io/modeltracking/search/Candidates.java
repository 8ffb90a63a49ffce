package io.modeltracking.search;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Draws from the density of the good trials, handed out by the ratio of that density to the others', best first; of equals
 * the one drawn first. Ratios are bounded from the nearest kernel alone and computed only for those that may be next.
 */
final class Candidates {

    private static final class Candidate {

        final int index;
        final double[] values;
        final double below;
        /** The logarithms whose sum the exact score needs, null once it is known. */
        double[] above;

        double score;

        Candidate(int index, double[] values, Parzen below, Parzen above) {
            this.index = index;
            this.values = values;
            this.below = below.logDensity(values);
            this.above = above.logTerms(values);
            this.score = this.below - Parzen.greatest(this.above);
        }

        void makeExact() {
            score = below - Parzen.logSum(above);
            above = null;
        }
    }

    private final PriorityQueue<Candidate> queue =
            new PriorityQueue<>(Comparator.comparingDouble((Candidate candidate) -> -candidate.score)
                    .thenComparingInt(each -> each.index));

    Candidates(Parzen below, Parzen above, int count, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            queue.add(new Candidate(i, below.draw(random), below, above));
        }
    }

    /** The values of the next candidate, null when there is none left. */
    double[] next() {
        while (!queue.isEmpty()) {
            Candidate candidate = queue.poll();
            if (candidate.above == null) {
                return candidate.values;
            }
            candidate.makeExact();
            queue.add(candidate);
        }
        return null;
    }
}
