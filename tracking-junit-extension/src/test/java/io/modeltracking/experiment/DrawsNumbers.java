package io.modeltracking.experiment;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** What {@link UnseededRunTests} executes, in a class that is loaded only then. */
class DrawsNumbers {

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

    private static final class Noise extends Random {}
}
