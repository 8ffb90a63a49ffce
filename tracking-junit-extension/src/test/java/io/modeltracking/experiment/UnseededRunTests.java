package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Seeds;
import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that nobody can draw again are noticed where the user's own classes draw them. */
class UnseededRunTests {

    private static Experiments experiments;

    @BeforeAll
    static void execute(@TempDir Path base) {
        experiments = Experiments.in(base).execute(DrawingTestCase.class);
    }

    static class DrawingTestCase {

        @ModelExperiment
        void drawsInEveryWay() {
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
            new Random().nextInt();
            Math.random();
            ThreadLocalRandom.current().nextInt();
            new SplittableRandom().nextInt();
            Collections.shuffle(list);
            UUID.randomUUID();
            RandomGenerator.getDefault().nextInt();
            DoubleStream.generate(Math::random).limit(3).sum();
        }

        @ModelExperiment
        void drawsInALoopAndAnotherThread() throws InterruptedException {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    new Random().nextInt();
                }
            });
            thread.start();
            thread.join();
        }

        @ModelExperiment(strictSeeds = true)
        void drawsWhereItMustNot() {
            new Noise().nextInt();
        }

        @ModelExperiment(strictSeeds = true, seed = 1)
        void drawsWhatIsSeeded(Random random, RandomGenerator generator, Seeds seeds) {
            random.nextInt();
            generator.nextInt();
            new Random(42).nextInt();
            new SplittableRandom(seeds.of("noise")).nextInt();
            Collections.shuffle(new ArrayList<>(List.of(1, 2, 3)), random);
        }

        @ModelExperiment(strictSeeds = true, autolog = false)
        void isNotLookedAt() {
            new Random(42).nextInt();
        }
    }

    private static final class Noise extends Random {}

    private static List<String> places(String method) {
        return experiments.run(method).warnings().stream()
                .filter(warning -> warning.code().equals("unseeded"))
                .map(Warning::message)
                .map(message -> message.substring(0, message.indexOf(" in ")))
                .toList();
    }

    @Test
    void eachCallIsNamedWithItsClassAndLine() {
        assertThat(places("drawsInEveryWay"))
                .containsExactly(
                        "new Random()",
                        "Math.random()",
                        "ThreadLocalRandom.current()",
                        "new SplittableRandom()",
                        "Collections.shuffle(list)",
                        "UUID.randomUUID()",
                        "RandomGenerator.getDefault()",
                        "Math.random()");
        assertThat(experiments.run("drawsInEveryWay").warnings())
                .extracting(Warning::message)
                .anyMatch(
                        message -> message.matches(
                                "new Random\\(\\) in io\\.modeltracking\\.experiment\\.UnseededRunTests\\$DrawingTestCase:[0-9]+"
                                        + " gives other numbers each time: take the injected Random, RandomGenerator or Seeds instead"));
        assertThat(experiments.run("drawsInEveryWay").verdict()).isNull();
    }

    @Test
    void aPlaceIsToldOnceFromWhateverThread() {
        assertThat(places("drawsInALoopAndAnotherThread")).containsExactly("new Random()");
    }

    @Test
    void strictSeedsRejectTheRun() {
        RunRecord run = experiments.run("drawsWhereItMustNot");

        assertThat(run.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(experiments.failure("drawsWhereItMustNot"))
                .hasMessageContaining(
                        "strictSeeds: no new Random() in io.modeltracking.experiment.UnseededRunTests$Noise:");
    }

    @Test
    void seededNumbersAreNoFault() {
        assertThat(places("drawsWhatIsSeeded")).isEmpty();
        assertThat(experiments.run("drawsWhatIsSeeded").verdict()).isNotEqualTo(Verdict.REJECTED);
    }

    @Test
    void strictSeedsWithoutAutologgingRejectTheRun() {
        assertThat(experiments.failure("isNotLookedAt"))
                .hasMessageContaining("strictSeeds: unseeded randomness is looked for, by autologging");
    }
}
