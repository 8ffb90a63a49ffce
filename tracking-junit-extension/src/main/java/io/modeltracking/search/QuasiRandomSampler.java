package io.modeltracking.search;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Points that fill the space more evenly than random ones: Roberts' additive recurrence R_d (the generalised golden ratio),
 * shifted at random by the study's seed. The trials so far matter only where a finite space would repeat a point: then a
 * random one that is left takes its place.
 *
 * @param studySeed the seed of the shift, the same for all trials of a study
 */
public record QuasiRandomSampler(long studySeed) implements Sampler {

    @Override
    public Point propose(Space space, List<FinishedTrial> trials, int trialNumber, long seed64) {
        History history = new History(new Layout(space), trials, trialNumber);
        return history.layout.decode(row(history, trialNumber, new SplittableRandom(seed64)));
    }

    double[] row(History history, int index, SplittableRandom random) {
        int dimensions = history.layout.slots.size();
        double[] row = new Recurrence(dimensions, new SplittableRandom(studySeed)).row(history.layout, index);
        return history.hasSeen(row) ? Unseen.draw(history, random) : row;
    }

    @Override
    public String id() {
        return "quasi-random/1";
    }

    /** The sequence in the unit cube and its image in a space. */
    static final class Recurrence {

        private final double[] shift;
        private final double[] stride;

        Recurrence(int dimensions, SplittableRandom random) {
            // The root of x^(d+1) = x + 1 above 1, by fixed-point iteration.
            double root = 2;
            for (int i = 0; i < 64; i++) {
                root = StrictMath.pow(1 + root, 1.0 / (dimensions + 1));
            }
            shift = new double[dimensions];
            stride = new double[dimensions];
            double power = 1;
            for (int j = 0; j < dimensions; j++) {
                power /= root;
                stride[j] = power;
                shift[j] = random.nextDouble();
            }
        }

        double unit(int index, int dimension) {
            double value = shift[dimension] + (index + 1.0) * stride[dimension];
            return value - Math.floor(value);
        }

        double[] row(Layout layout, int index) {
            double[] row = layout.emptyRow();
            for (Layout.Group group : layout.groups) {
                if (group.isActive(row)) {
                    for (int i : group.slots()) {
                        Layout.Slot slot = layout.slots.get(i);
                        double unit = unit(index, i);
                        row[i] = slot.isChoice()
                                ? Math.floor(unit * slot.choices())
                                : slot.axis().fromUnit(unit);
                    }
                }
            }
            return row;
        }
    }
}
