package io.modeltracking.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cost of one suggestion in ten dimensions after so many finished trials. Targets: TPE 0.3, 0.8 and 2 ms at 100, 300 and
 * 1,000 trials; GP 200 ms up to 300.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SuggestionBenchmark {

    /** All real, half of them logarithmic, or the kinds of a booster's parameters. */
    public enum Kind {
        REAL,
        MIXED
    }

    @Param({"REAL", "MIXED"})
    public Kind kind;

    @Param({"100", "300", "1000"})
    public int finished;

    private Space space;
    private List<FinishedTrial> trials;
    private long seed;

    @Setup
    public void study() {
        space = kind == Kind.REAL ? real() : mixed();
        trials = new ArrayList<>();
        for (int number = 0; number < finished; number++) {

            Point point = new RandomSampler(1).propose(space, List.of(), number, Studies.seed(1, number));
            trials.add(FinishedTrial.complete(number, point, new SplittableRandom(number).nextDouble()));
        }
    }

    @Benchmark
    public Point tpe() {
        return new TpeSampler().propose(space, trials, finished, seed++);
    }

    @Benchmark
    public Point gp() {
        return new GpSampler(10, 1).propose(space, trials, finished, seed++);
    }

    private static Space real() {
        Dimension[] dimensions = new Dimension[10];
        for (int j = 0; j < 10; j++) {
            dimensions[j] = j % 2 == 0 ? RealDimension.of("x" + j, -5, 10) : RealDimension.log("x" + j, 1e-3, 1);
        }
        return Space.of(dimensions);
    }

    private static Space mixed() {
        return Space.of(
                RealDimension.log("eta", 1e-3, 1),
                IntDimension.of("max_depth", 2, 12),
                RealDimension.of("subsample", .5, 1),
                RealDimension.of("colsample", .5, 1),
                RealDimension.log("lambda", 1e-3, 100),
                RealDimension.log("alpha", 1e-3, 100),
                IntDimension.log("min_child_weight", 1, 128),
                new RealDimension("gamma", 0, 1, .1, false),
                CategoricalDimension.of("booster", "a", "b", "c"),
                CategoricalDimension.bool("monotone"));
    }

    public static void main(String[] arguments) throws java.io.IOException {
        org.openjdk.jmh.Main.main(arguments);
    }
}
