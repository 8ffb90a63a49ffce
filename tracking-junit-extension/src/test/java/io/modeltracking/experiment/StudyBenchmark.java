package io.modeltracking.experiment;

import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.DoubleRange;
import io.modeltracking.IntRange;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RandomSearch;
import io.modeltracking.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long a study of 1,000 trials takes, each a durable run, when the user's code takes no time. */
final class StudyBenchmark {

    private StudyBenchmark() {}

    record Curve(
            @DoubleRange(min = -5, max = 5) double a,
            @DoubleRange(min = 0.001, max = 1, log = true) double b,
            @IntRange(min = 1, max = 64, log = true) int c,
            @DoubleRange(min = 0, max = 1) double d) {}

    static class RandomTestCase {
        @ModelExperiment(autolog = false)
        @RandomSearch(trials = 1000, objective = "loss", direction = Direction.MINIMIZE)
        void random(Curve params, Run run) {
            run.metric("loss", params.a() * params.a() + params.b());
        }
    }

    static class BayesianTestCase {
        @ModelExperiment(autolog = false)
        @BayesianSearch(trials = 1000, objective = "loss", direction = Direction.MINIMIZE)
        void bayesian(Curve params, Run run) {
            run.metric("loss", params.a() * params.a() + params.b());
        }
    }

    public static void main(String[] args) throws IOException {
        for (Class<?> study : new Class<?>[] {RandomTestCase.class, BayesianTestCase.class, BayesianTestCase.class}) {
            Path base = Files.createTempDirectory("study");
            long start = System.nanoTime();
            Experiments.in(base).execute(study);
            System.err.printf("%s: %.2f s%n", study.getSimpleName(), (System.nanoTime() - start) / 1e9);
        }
    }
}
