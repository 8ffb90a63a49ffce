package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Bootstrap intervals: rows (or whole clusters of them) are drawn with replacement, and every metric is taken on the same
 * draw, so that the difference of two models has its own interval. Percentile method. The draw of replicate r depends on the
 * seed and r alone, whatever the number of processors.
 */
public final class PairedBootstrap {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final int rows;
    private final int[] cluster;
    private final int clusters;
    private final int replicates;
    private final long seed;

    private PairedBootstrap(int rows, int[] cluster, int clusters, int replicates, long seed) {
        Check.argument(replicates >= 100, "an interval needs 100 replicates or more, not " + replicates);
        this.rows = rows;
        this.cluster = cluster;
        this.clusters = clusters;
        this.replicates = replicates;
        this.seed = seed;
    }

    /** Draws rows. */
    public static PairedBootstrap ofRows(int rows, int replicates, long seed) {
        Check.argument(rows > 0, "no rows: a bootstrap needs at least one");
        return new PairedBootstrap(rows, null, rows, replicates, seed);
    }

    /** Draws whole clusters: rows of one key (a policyholder, a fleet) come together. */
    public static PairedBootstrap ofClusters(Object[] keys, int replicates, long seed) {
        Check.argument(keys.length > 0, "no rows: a bootstrap needs at least one");
        Map<Object, Integer> numbers = new HashMap<>();
        int[] cluster = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            Integer number = numbers.putIfAbsent(keys[i], numbers.size());
            cluster[i] = number == null ? numbers.size() - 1 : number;
        }
        return new PairedBootstrap(keys.length, cluster, numbers.size(), replicates, seed);
    }

    /** As an evaluation with {@link Evaluation#bootstrap} asks for it. */
    static Optional<PairedBootstrap> of(Evaluation evaluation) {
        return evaluation
                .bootstrap()
                .map(bootstrap -> evaluation
                        .clusters()
                        .map(keys -> ofClusters(keys, bootstrap.replicates(), bootstrap.seed()))
                        .orElseGet(() -> ofRows(evaluation.size(), bootstrap.replicates(), bootstrap.seed())));
    }

    /** 95 % interval of a metric. */
    public Interval interval(Resampled metric) {
        return intervals(metric)[0];
    }

    /** 95 % interval of {@code model - champion}. */
    public Interval difference(Resampled model, Resampled champion) {
        return interval(counts -> model.value(counts) - champion.value(counts));
    }

    /** 95 % intervals of several metrics on the same draws. */
    public Interval[] intervals(Resampled... metrics) {
        double[][] values = replicates(
                metrics.length,
                counts -> Arrays.stream(metrics)
                        .mapToDouble(metric -> valueOrNaN(metric, counts))
                        .toArray());
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        Interval[] intervals = new Interval[metrics.length];
        for (int k = 0; k < metrics.length; k++) {
            intervals[k] = Interval.of(metrics[k].value(once), values[k]);
        }
        return intervals;
    }

    /**
     * The values of some metrics in each replicate.
     *
     * @param metrics their values by how often each row was drawn; NaN where one does not exist
     * @return replicate by replicate of the first metric, of the second, ...
     */
    double[][] replicates(int number, Function<int[], double[]> metrics) {
        double[][] values = new double[number][replicates];
        IntStream.range(0, replicates).parallel().forEach(replicate -> {
            double[] drawn = metrics.apply(draw(replicate));
            for (int k = 0; k < number; k++) {
                values[k][replicate] = drawn[k];
            }
        });
        return values;
    }

    /** How often each row is drawn in a replicate. */
    int[] draw(int replicate) {
        long state = mix(seed + GOLDEN_GAMMA * (replicate + 1L));
        int[] counts = new int[clusters];
        for (int i = 0; i < clusters; i++) {
            state += GOLDEN_GAMMA;
            counts[(int) Math.multiplyHigh(mix(state) >>> 1, 2L * clusters)]++;
        }
        return cluster == null
                ? counts
                : Arrays.stream(cluster).map(c -> counts[c]).toArray();
    }

    /** SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), spelled out so that no JDK changes the draws. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static double valueOrNaN(Resampled metric, int[] counts) {
        try {
            return metric.value(counts);
        } catch (UndefinedMetricException e) {
            return Double.NaN;
        }
    }
}
