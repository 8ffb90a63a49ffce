package io.modeltracking.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Uniform random points, in the logarithm where a dimension is logarithmic. The trials so far do not matter, so that trials
 * in parallel get the points of a sequential run.
 *
 * <p>Where the space is continuous somewhere, trial n draws from its own seed. Where it is finite, trial n gets the n-th
 * different point of one stream for the whole study: no point twice until each has been tried.
 *
 * @param studySeed the seed of that stream, the same for all trials of a study
 */
public record RandomSampler(long studySeed) implements Sampler {

    @Override
    public Point propose(Space space, List<FinishedTrial> trials, int trialNumber, long seed64) {
        Layout layout = new Layout(space);
        long size = space.size();
        double[] row = size == Dimension.UNBOUNDED
                ? Unseen.draw(layout, new SplittableRandom(seed64))
                : different(layout, (int) (trialNumber % size));
        return layout.decode(row);
    }

    private double[] different(Layout layout, int index) {
        SplittableRandom random = new SplittableRandom(studySeed);
        Set<List<Double>> seen = new HashSet<>();
        double[] row = Unseen.draw(layout, random);
        for (int i = 0; i < index; i++) {
            seen.add(key(row));
            row = Unseen.drawFree(layout, drawn -> seen.contains(key(drawn)), i + 1L, random);
        }
        return row;
    }

    private static List<Double> key(double[] row) {
        return Arrays.stream(row).boxed().toList();
    }

    @Override
    public String id() {
        return "random/1";
    }
}
