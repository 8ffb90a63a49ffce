package io.modeltracking.reproduce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Shares of a difference by L. S. Shapley, A Value for n-Person Games (1953): what each factor adds, as the mean over all
 * orders in which the factors can be swapped. A factor that never changes the value has exactly 0.
 */
final class Shapley {

    /** Decimals beyond those of the values: a third has no last one. */
    private static final int MORE_DECIMALS = 12;

    private Shapley() {}

    /**
     * The parts, whose sum is the value of all factors less that of none, to the last digit: decimal arithmetic is exact but for
     * the division by {@code k!}, and what that rounds away, at most {@code k} units of the twelfth decimal behind the values'
     * last, goes to the largest part.
     *
     * @param values of every set of the factors, {@code 2^k} of them
     * @throws IllegalArgumentException when one is missing
     */
    static Map<Factor, BigDecimal> parts(Set<Factor> factors, Map<Set<Factor>, BigDecimal> values) {
        List<Set<Factor>> coalitions = coalitions(factors);
        if (!values.keySet().containsAll(coalitions)) {
            throw new IllegalArgumentException("Of " + factors + " there are only the values of " + values.keySet());
        }
        int scale = MORE_DECIMALS
                + values.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
        Map<Factor, BigDecimal> parts = new TreeMap<>();
        for (Factor factor : factors) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Set<Factor> without : coalitions) {
                if (!without.contains(factor)) {
                    Set<Factor> with = new TreeSet<>(without);
                    with.add(factor);
                    long orders = factorial(without.size()) * factorial(factors.size() - with.size());
                    sum = sum.add(values.get(with).subtract(values.get(without)).multiply(BigDecimal.valueOf(orders)));
                }
            }
            parts.put(factor, sum.divide(BigDecimal.valueOf(factorial(factors.size())), scale, RoundingMode.HALF_EVEN));
        }
        BigDecimal rest = values.get(Set.copyOf(factors)).subtract(values.get(Set.of()));
        for (BigDecimal part : parts.values()) {
            rest = rest.subtract(part);
        }
        BigDecimal rounded = rest;
        parts.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Factor, BigDecimal> part) ->
                                part.getValue().abs())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .ifPresent(largest -> largest.setValue(largest.getValue().add(rounded)));
        return parts;
    }

    /** Every set of the factors, none and all among them, smaller ones first. */
    static List<Set<Factor>> coalitions(Set<Factor> factors) {
        SortedSet<Factor> ordered = new TreeSet<>(factors);
        List<Set<Factor>> all = new ArrayList<>(List.of(Set.of()));
        for (Factor factor : ordered) {
            for (Set<Factor> without : List.copyOf(all)) {
                Set<Factor> with = new TreeSet<>(without);
                with.add(factor);
                all.add(with);
            }
        }
        all.sort(Comparator.comparing(Set::size));
        return all;
    }

    private static long factorial(int number) {
        return number < 2 ? 1 : number * factorial(number - 1);
    }
}
