package io.modeltracking.reproduce;

import java.util.List;

/**
 * A run made again, or why it could not be.
 *
 * @param original id of the old run
 * @param reproduced id of the new run, or null
 * @param problem why there is no new run, or null
 * @param differences of inputs and results
 * @param environment differences of the machines, the likeliest cause first
 */
public record Reproduction(
        String original,
        String reproduced,
        ReproductionVerdict verdict,
        String problem,
        List<Finding> findings,
        List<Difference> differences,
        List<Difference> environment) {

    static Reproduction impossible(String original, String problem, List<Finding> findings) {
        return new Reproduction(
                original,
                null,
                ReproductionVerdict.NOT_REPRODUCIBLE,
                problem,
                List.copyOf(findings),
                List.of(),
                List.of());
    }

    static ReproductionVerdict verdict(List<Difference> differences) {
        if (differences.isEmpty()) {
            return ReproductionVerdict.IDENTICAL;
        }
        return differences.stream().allMatch(Difference::tolerated)
                ? ReproductionVerdict.EQUIVALENT
                : ReproductionVerdict.DIVERGED;
    }
}
