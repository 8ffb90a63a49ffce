package io.modeltracking.provenance;

import io.modeltracking.Seeds;
import io.modeltracking.run.RunEvent;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The seeds of one run by {@link SeedDerivation}; tells of each stream the first time it is used. Thread-safe. */
public final class DerivedSeeds implements Seeds {

    private final long root;
    private final String experiment;
    private final String trial;
    private final Consumer<RunEvent.Seed> used;
    private final Set<List<String>> told = ConcurrentHashMap.newKeySet();

    /**
     * Seeds of a trial; a run without a study is trial 0.
     *
     * @param used called once a stream, on the thread that uses it first
     */
    public DerivedSeeds(long root, String experiment, int trial, Consumer<RunEvent.Seed> used) {
        this.root = root;
        this.experiment = Objects.requireNonNull(experiment, "experiment");
        this.trial = Integer.toString(trial);
        this.used = Objects.requireNonNull(used, "used");
    }

    @Override
    public long root() {
        return root;
    }

    @Override
    public long of(String stream) {
        return seed(experiment, "trial", trial, checked(stream));
    }

    @Override
    public int intOf(String stream) {
        return SeedDerivation.toInt(of(stream));
    }

    @Override
    public long shared(String stream) {
        return seed("shared", checked(stream));
    }

    @Override
    public int sharedInt(String stream) {
        return SeedDerivation.toInt(shared(stream));
    }

    @Override
    public RandomGenerator generator(String stream) {
        return new SplittableRandom(of(stream));
    }

    @Override
    public RandomGenerator sharedGenerator(String stream) {
        return new SplittableRandom(shared(stream));
    }

    @Override
    public Random random(String stream) {
        return new Random(of(stream));
    }

    @Override
    public Random sharedRandom(String stream) {
        return new Random(shared(stream));
    }

    private static String checked(String stream) {
        if (stream == null || stream.isBlank()) {
            throw new IllegalArgumentException(
                    "A stream of random numbers needs a name that says what it is for, such as \"split\", but was "
                            + (stream == null ? "null" : '"' + stream + '"'));
        }
        return stream;
    }

    private long seed(String... path) {
        long seed = SeedDerivation.derive(root, path);
        List<String> key = List.of(path);
        if (told.add(key)) {
            used.accept(new RunEvent.Seed(SeedDerivation.VERSION, root, key, seed));
        }
        return seed;
    }
}
