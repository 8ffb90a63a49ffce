package io.modeltracking.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Looks for the point of greatest acquisition: a quasi-random sweep, then local searches from its best point, from others
 * drawn by their value and from the best trial. A local search climbs along the gradient in the continuous coordinates and
 * along each coordinate of steps or choices in turn, until nothing improves.
 */
final class AcquisitionSearch {

    /** A point of the cube and its acquisition. */
    record Found(double[] x, double value) {}

    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingDouble(Found::value).reversed();
    private static final int LOCAL_SEARCHES = 10;
    private static final int ROUNDS = 50;
    private static final int LIST = 16;
    private static final double TOLERANCE = 1e-4;
    private static final int ITERATIONS = 100;

    private final GpSpace space;
    private final Acquisition acquisition;
    private final SplittableRandom random;
    /** The coordinate whose value is given, -1 where none is. */
    private int pinned = -1;

    AcquisitionSearch(GpSpace space, Acquisition acquisition, SplittableRandom random) {
        this.space = space;
        this.acquisition = acquisition;
        this.random = random;
    }

    /**
     * Looks only where a choice has a value.
     *
     * @return what {@link #run} returns, without the best trial; empty where the sweep does not meet the value
     */
    List<Found> runWhere(int coordinate, double value, int sweep) {
        pinned = coordinate;
        return climbed(
                swept(sweep).stream()
                        .filter(found -> found.x()[coordinate] == value)
                        .toList(),
                null);
    }

    /** Returns what the local searches found, best first, and then the sweep, best first. */
    List<Found> run(int sweep, double[] bestTrial) {
        return climbed(swept(sweep), bestTrial);
    }

    private List<Found> swept(int sweep) {
        QuasiRandomSampler.Recurrence sequence = new QuasiRandomSampler.Recurrence(space.layout.slots.size(), random);
        List<Found> swept = new ArrayList<>(sweep);
        for (int i = 0; i < sweep; i++) {
            swept.add(found(space.toUnit(sequence.row(space.layout, i))));
        }
        swept.sort(BEST_FIRST);
        return swept;
    }

    private List<Found> climbed(List<Found> swept, double[] bestTrial) {
        if (swept.isEmpty()) {
            return swept;
        }
        List<Found> starts = roulette(swept);
        if (bestTrial != null) {
            starts.add(found(bestTrial));
        }
        List<Found> all = new ArrayList<>();
        starts.forEach(start -> all.add(climb(start)));
        all.sort(BEST_FIRST);
        all.addAll(swept);
        return all;
    }

    private Found found(double[] x) {
        return new Found(x, acquisition.at(x));
    }

    /** The best point and others without replacement, each with a chance in proportion to its (not logarithmic) value. */
    private List<Found> roulette(List<Found> swept) {
        List<Found> starts = new ArrayList<>(List.of(swept.get(0)));
        double[] weights = new double[swept.size()];
        for (int i = 1; i < weights.length; i++) {
            weights[i] = StrictMath.exp(swept.get(i).value() - swept.get(0).value());
        }
        while (starts.size() < LOCAL_SEARCHES - 1) {
            double left = random.nextDouble() * sum(weights);
            int pick = 0;
            for (int i = 1; i < weights.length && left >= 0; i++) {
                if (weights[i] > 0) {
                    pick = i;
                    left -= weights[i];
                }
            }
            if (pick == 0) {
                return starts;
            }
            starts.add(swept.get(pick));
            weights[pick] = 0;
        }
        return starts;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum;
    }

    private Found climb(Found start) {
        Found best = start;
        for (int round = 0; round < ROUNDS; round++) {
            Found before = best;
            best = climbContinuous(best);
            for (int j = 0; j < space.dimensions(); j++) {
                if (j != pinned && space.grid[j] != null && space.active(best.x())[j]) {
                    best = space.choice[j] || space.grid[j].length <= LIST ? tryAll(best, j) : walk(best, j);
                }
            }
            if (best.value() <= before.value() + 1e-9) {
                return best;
            }
        }
        return best;
    }

    private Found climbContinuous(Found start) {
        boolean[] active = space.active(start.x());
        int n = start.x().length;
        double[] scale = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        boolean any = false;
        for (int j = 0; j < n; j++) {
            boolean moves = active[j] && space.grid[j] == null;
            scale[j] = acquisition.lengthScale(j);
            lower[j] = moves ? 0 : start.x()[j] / scale[j];
            upper[j] = moves ? 1 / scale[j] : lower[j];
            any |= moves;
        }
        if (!any) {
            return start;
        }
        Lbfgs.Function scaled = (z, gradient) -> {
            double value = acquisition.at(times(z, scale), gradient);
            for (int j = 0; j < n; j++) {
                gradient[j] *= scale[j];
            }
            return value;
        };
        double[] z = new double[n];
        Arrays.setAll(z, j -> start.x()[j] / scale[j]);
        Lbfgs.Minimum minimum = new Lbfgs(scaled, lower, upper).minimise(z, TOLERANCE, ITERATIONS);
        double[] x = times(minimum.x(), scale);
        for (int j = 0; j < n; j++) {
            x[j] = lower[j] == upper[j] ? start.x()[j] : Math.min(Math.max(x[j], 0), 1);
        }
        Found moved = found(x);
        return moved.value() > start.value() ? moved : start;
    }

    private static double[] times(double[] x, double[] scale) {
        double[] product = new double[x.length];
        Arrays.setAll(product, j -> x[j] * scale[j]);
        return product;
    }

    private Found tryAll(Found start, int coordinate) {
        Found best = start;
        for (double value : space.grid[coordinate]) {
            if (value != start.x()[coordinate]) {
                Found moved = with(start, coordinate, value);
                best = moved.value() > best.value() ? moved : best;
            }
        }
        return best;
    }

    /** Walks along a fine grid with strides that double while they help and start anew at 1 when they do not. */
    private Found walk(Found start, int coordinate) {
        double[] grid = space.grid[coordinate];
        int index = nearest(grid, start.x()[coordinate]);
        Found best = start;
        for (int direction = -1; direction <= 1; direction += 2) {
            int stride = 1;
            while (index + direction * stride >= 0 && index + direction * stride < grid.length) {
                Found moved = with(best, coordinate, grid[index + direction * stride]);
                if (moved.value() > best.value()) {
                    best = moved;
                    index += direction * stride;
                    stride *= 2;
                } else if (stride > 1) {
                    stride = 1;
                } else {
                    break;
                }
            }
        }
        return best;
    }

    private static int nearest(double[] grid, double value) {
        int index = Arrays.binarySearch(grid, value);
        return index >= 0 ? index : Math.min(-index - 1, grid.length - 1);
    }

    private Found with(Found start, int coordinate, double value) {
        double[] x = start.x().clone();
        x[coordinate] = value;
        return found(space.settle(x));
    }
}
