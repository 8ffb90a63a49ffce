package io.modeltracking;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Seeds of a run, derived by hash from one root seed, so that the same code twice gives the same result and a new stream
 * changes no other.
 *
 * <p>A stream is named by what it is for: {@code seeds.of("bagging")}. What all trials and all experiments of a root seed
 * must draw alike, splits and samples above all, comes from the shared streams: {@code seeds.shared("split")}. Every
 * stream that is used is recorded.
 */
public interface Seeds {

    /** The root seed: {@code -Dtracking.seed}, else {@link ModelExperiment#seed()}. */
    long root();

    /** 64 bits for this run alone. */
    long of(String stream);

    /** 31 bits for this run alone, not negative: what XGBoost's {@code seed} takes. */
    int intOf(String stream);

    /** 64 bits, the same in all runs of the root seed. */
    long shared(String stream);

    /** 31 bits, the same in all runs of the root seed, not negative. */
    int sharedInt(String stream);

    /** A {@link java.util.SplittableRandom} seeded with {@link #of}. */
    RandomGenerator generator(String stream);

    /** A {@link java.util.SplittableRandom} seeded with {@link #shared}. */
    RandomGenerator sharedGenerator(String stream);

    /** A {@link Random} seeded with {@link #of}, for APIs that want one. */
    Random random(String stream);

    /** A {@link Random} seeded with {@link #shared}, for {@link java.util.Collections#shuffle} and the like. */
    Random sharedRandom(String stream);
}
