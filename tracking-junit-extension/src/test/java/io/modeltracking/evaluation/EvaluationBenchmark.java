package io.modeltracking.evaluation;

import io.modeltracking.Evaluation;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Targets on two cores: the full frequency set with its charts' data on 678,013 rows within 2 s in a heap of 400 MB; a paired
 * bootstrap of 1,000 replicates on 68,000 rows within 5 s. Rows are simulated in the shape of a motor portfolio.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx400m")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class EvaluationBenchmark {

    private static final int PORTFOLIO = 678_013;
    private static final int TEST_ROWS = 68_000;

    private double[] claims;
    private double[] exposure;
    private double[] rate;
    private double[] champion;
    private String[] ages;

    @Setup
    public void simulate() {
        Random random = new Random(42);
        claims = new double[PORTFOLIO];
        exposure = new double[PORTFOLIO];
        rate = new double[PORTFOLIO];
        champion = new double[PORTFOLIO];
        ages = new String[PORTFOLIO];
        for (int i = 0; i < PORTFOLIO; i++) {
            exposure[i] = 0.01 + 0.99 * random.nextDouble();
            rate[i] = (float) (0.08 * Math.exp(0.5 * random.nextGaussian()));
            champion[i] = (float) (rate[i] * Math.exp(0.2 * random.nextGaussian()));
            claims[i] = random.nextDouble() < rate[i] * exposure[i] ? 1 : 0;
            ages[i] = Integer.toString(18 + random.nextInt(60));
        }
    }

    @Benchmark
    public StandardMetrics frequencySet() {
        return StandardMetrics.of(Evaluation.frequency()
                .claims(claims)
                .exposure(exposure)
                .predictedRate(rate)
                .trainMean(0.1)
                .by("DrivAge", ages)
                .champion(champion));
    }

    @Benchmark
    public Interval[] pairedBootstrap() {
        double[] n = Arrays.copyOf(claims, TEST_ROWS);
        double[] w = Arrays.copyOf(exposure, TEST_ROWS);
        double[] a = Arrays.copyOf(rate, TEST_ROWS);
        double[] b = Arrays.copyOf(champion, TEST_ROWS);
        double[] y = new double[TEST_ROWS];
        Arrays.setAll(y, i -> n[i] / w[i]);
        Resampled lossOfModel = Resampled.deviance(Deviance.POISSON, y, a, w);
        Resampled lossOfChampion = Resampled.deviance(Deviance.POISSON, y, b, w);
        Resampled giniOfModel = Resampled.gini(n, a, w);
        Resampled giniOfChampion = Resampled.gini(n, b, w);
        return PairedBootstrap.ofRows(TEST_ROWS, 1_000, 42)
                .intervals(
                        counts -> lossOfModel.value(counts) - lossOfChampion.value(counts),
                        counts -> giniOfModel.value(counts) - giniOfChampion.value(counts));
    }
}
