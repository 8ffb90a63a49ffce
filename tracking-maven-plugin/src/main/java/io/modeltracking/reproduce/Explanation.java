package io.modeltracking.reproduce;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * From what the difference of a metric between two versions comes, or why that cannot be said.
 *
 * @param metric a selector, as {@code test.loss@min}
 * @param factors in which the runs differ
 * @param measured the runs that were made, in their order
 * @param parts of the factors, whose sum is the new value less the old; empty when there is a problem
 * @param problem why there is no explanation, or null
 */
public record Explanation(
        Side before,
        Side after,
        String metric,
        List<Factor> factors,
        List<Measured> measured,
        List<Part> parts,
        String problem) {

    /**
     * One of the two.
     *
     * @param name as it was asked for
     * @param run its id
     * @param value as it was recorded, in decimals
     */
    public record Side(String name, String run, BigDecimal value) {}

    /**
     * The old version with some factors of the new one.
     *
     * @param swapped these factors
     * @param run id of the new run, in the history of its copy
     * @param value what the run came to
     */
    public record Measured(List<Factor> swapped, String run, BigDecimal value) {}

    /** @param amount exact: the sum of all is the difference */
    public record Part(Factor factor, BigDecimal amount) {}

    public boolean isExplained() {
        return problem == null;
    }

    /** {@code new less old}, exact. */
    public BigDecimal difference() {
        return after.value().subtract(before.value());
    }

    /** A mixture in words: {@code motor-frequency/3 with the code, data and params of motor-frequency/4}. */
    public String name(Collection<Factor> swapped) {
        if (swapped.isEmpty()) {
            return before.name();
        }
        if (swapped.size() == factors.size()) {
            return after.name();
        }
        List<String> names = swapped.stream().sorted().map(Factor::text).toList();
        String last = names.get(names.size() - 1);
        return before.name() + " with the "
                + (names.size() == 1 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last)
                + " of " + after.name();
    }
}
