package io.modeltracking.experiment;

import io.modeltracking.CrossValidated;
import io.modeltracking.RepeatedSeeds;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One of the runs that another is the mean of: a repeat or a fold.
 *
 * @param index from 0
 * @param count how many there are
 * @param name of its run: {@code seed 7}, {@code fold 0}
 * @param repeat the root seed of a repeat; null on a fold
 * @param groupBy the column that keeps rows together; null on a repeat, blank without one
 */
record Part(int index, int count, String name, Long repeat, String groupBy) {

    /**
     * Those of a method, none when its runs have no parts.
     *
     * @throws IllegalArgumentException naming the annotation and what it may be
     */
    static List<Part> of(Method method) {
        Optional<RepeatedSeeds> repeated = AnnotationSupport.findAnnotation(method, RepeatedSeeds.class);
        Optional<CrossValidated> crossed = AnnotationSupport.findAnnotation(method, CrossValidated.class);
        if (repeated.isPresent() && crossed.isPresent()) {
            throw new IllegalArgumentException(
                    "@RepeatedSeeds and @CrossValidated stand on the same method: keep one of them");
        }
        return repeated.map(Part::repeats).or(() -> crossed.map(Part::folds)).orElse(List.of());
    }

    private static List<Part> repeats(RepeatedSeeds repeated) {
        long[] seeds = repeated.value();
        if (seeds.length == 0) {
            throw new IllegalArgumentException("@RepeatedSeeds names no seed: give at least one");
        }
        if (Arrays.stream(seeds).distinct().count() < seeds.length) {
            throw new IllegalArgumentException("@RepeatedSeeds(" + Arrays.toString(seeds)
                    + ") names a seed twice: the same seed gives the same result, name each once");
        }
        List<Part> parts = new ArrayList<>();
        for (long seed : seeds) {
            parts.add(new Part(parts.size(), seeds.length, "seed " + seed, seed, null));
        }
        return parts;
    }

    private static List<Part> folds(CrossValidated crossed) {
        if (crossed.folds() < 2) {
            throw new IllegalArgumentException(
                    "@CrossValidated(folds = " + crossed.folds() + "): cross-validation needs 2 or more");
        }
        return IntStream.range(0, crossed.folds())
                .mapToObj(fold -> new Part(fold, crossed.folds(), "fold " + fold, null, crossed.groupBy()))
                .toList();
    }
}
