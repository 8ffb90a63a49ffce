package io.modeltracking.reproduce;

import static io.modeltracking.reproduce.Factor.CODE;
import static io.modeltracking.reproduce.Factor.DATA;
import static io.modeltracking.reproduce.Factor.DEPENDENCIES;
import static io.modeltracking.reproduce.Factor.PARAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ShapleyTests {

    private static final Set<Factor> ALL = EnumSet.allOf(Factor.class);

    private final Random random = new Random(7);

    private static Map<Set<Factor>, BigDecimal> values(Set<Factor> factors, Function<Set<Factor>, BigDecimal> value) {
        Map<Set<Factor>, BigDecimal> values = new HashMap<>();
        Shapley.coalitions(factors).forEach(coalition -> values.put(coalition, value.apply(coalition)));
        return values;
    }

    private BigDecimal any() {
        return BigDecimal.valueOf(random.nextInt(), random.nextInt(12));
    }

    /** Another way to the same: factors join one after the other, in each order. */
    private static Map<Factor, BigDecimal> overAllOrders(Set<Factor> factors, Map<Set<Factor>, BigDecimal> values) {
        List<List<Factor>> orders = new ArrayList<>();
        permute(new ArrayList<>(), factors, orders);
        Map<Factor, BigDecimal> sums = new HashMap<>();
        for (List<Factor> order : orders) {
            Set<Factor> joined = new HashSet<>();
            for (Factor factor : order) {
                BigDecimal before = values.get(Set.copyOf(joined));
                joined.add(factor);
                sums.merge(factor, values.get(Set.copyOf(joined)).subtract(before), BigDecimal::add);
            }
        }
        sums.replaceAll((factor, sum) -> sum.divide(BigDecimal.valueOf(orders.size()), 40, RoundingMode.HALF_EVEN));
        return sums;
    }

    private static void permute(List<Factor> begun, Set<Factor> factors, List<List<Factor>> orders) {
        if (begun.size() == factors.size()) {
            orders.add(List.copyOf(begun));
        }
        for (Factor factor : factors) {
            if (!begun.contains(factor)) {
                begun.add(factor);
                permute(begun, factors, orders);
                begun.remove(factor);
            }
        }
    }

    private static BigDecimal sum(Map<Factor, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void partsAreTheMeanOverAllOrdersAndSumToTheDifferenceToTheLastDigit() {
        for (int round = 0; round < 200; round++) {
            for (Set<Factor> factors : Shapley.coalitions(ALL)) {
                Map<Set<Factor>, BigDecimal> values = values(factors, coalition -> any());

                Map<Factor, BigDecimal> parts = Shapley.parts(factors, values);

                assertThat(sum(parts))
                        .isEqualByComparingTo(values.get(Set.copyOf(factors)).subtract(values.get(Set.of())));
                overAllOrders(factors, values)
                        .forEach((factor, mean) ->
                                assertThat(parts.get(factor)).isCloseTo(mean, Offset.offset(new BigDecimal("1e-11"))));
            }
        }
    }

    @Test
    void aFactorThatChangesNothingHasNoPart() {
        Map<Set<Factor>, BigDecimal> without = values(EnumSet.complementOf(EnumSet.of(DATA)), coalition -> any());

        Map<Factor, BigDecimal> parts = Shapley.parts(ALL, values(ALL, coalition -> {
            Set<Factor> others = new HashSet<>(coalition);
            others.remove(DATA);
            return without.get(others);
        }));

        assertThat(parts.get(DATA)).isEqualByComparingTo("0");
    }

    @Test
    void factorsThatDoTheSameHaveTheSamePart() {
        Map<Factor, BigDecimal> parts =
                Shapley.parts(EnumSet.of(CODE, DATA, PARAMS), values(EnumSet.of(CODE, DATA, PARAMS), coalition -> {
                    int same = (coalition.contains(CODE) ? 1 : 0) + (coalition.contains(DATA) ? 1 : 0);
                    return BigDecimal.valueOf(same * same + (coalition.contains(PARAMS) ? 7L : 0));
                }));

        assertThat(parts.get(CODE)).isEqualByComparingTo("2").isEqualByComparingTo(parts.get(DATA));
        assertThat(parts.get(PARAMS)).isEqualByComparingTo("7");
    }

    @Test
    void theOnlyFactorHasAllOfIt() {
        assertThat(Shapley.parts(
                        Set.of(DEPENDENCIES),
                        Map.of(Set.of(), new BigDecimal("0.3"), Set.of(DEPENDENCIES), new BigDecimal("0.1"))))
                .containsOnlyKeys(DEPENDENCIES)
                .hasEntrySatisfying(DEPENDENCIES, part -> assertThat(part).isEqualByComparingTo("-0.2"));
    }

    @Test
    void aMissingValueIsNoZero() {
        assertThatThrownBy(() -> Shapley.parts(Set.of(CODE), Map.of(Set.of(), BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CODE");
    }
}
