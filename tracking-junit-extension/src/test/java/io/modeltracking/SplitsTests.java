package io.modeltracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.provenance.DerivedSeeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitsTests {

    private static final long SHARED_SEED = -3962179561456891708L;
    private static final int[] RANDOM_PARTS = {0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0};
    private static final int[] GROUPED_PARTS = {1, 1, 1, 1, 1, 0, 1, 1};

    private final Seeds seeds = seeds(1, 0);

    private static Seeds seeds(long root, int trial) {
        return new DerivedSeeds(root, "experiment", trial, seed -> {});
    }

    private static int[] parts(Split split) {
        return IntStream.range(0, split.size()).map(split::part).toArray();
    }

    @Test
    void randomPartsHaveExactSizesAndHoldEachRowOnce() {
        Split split = Splits.random(seeds, 1001, 0.6, 0.2, 0.2);

        assertThat(split.train()).hasSize(601);
        assertThat(split.validation()).hasSize(200);
        assertThat(split.holdout()).hasSize(200);
        int[] all = IntStream.concat(
                        Arrays.stream(split.train()),
                        IntStream.concat(Arrays.stream(split.validation()), Arrays.stream(split.holdout())))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 1001).toArray());
        assertThat(split).hasToString("random: 60.0 % / 20.0 % / 20.0 % of 1001 rows");
    }

    /** SplitMix64 and the shuffle computed apart from this code (in Python), from the seed of the stream. */
    @Test
    void theSplitOfASeedStaysTheSame() {
        assertThat(seeds.shared("split")).isEqualTo(SHARED_SEED);
        assertThat(parts(Splits.random(seeds, 12, 0.5, 0.5))).containsExactly(RANDOM_PARTS);
        assertThat(parts(Splits.grouped(seeds, new String[] {"a", "b", "c", "d", "ab", "ba", "", "Ü"}, 0.5, 0.5)))
                .containsExactly(GROUPED_PARTS);
    }

    @Test
    void allTrialsOfARootSeedHaveTheSameSplit() {
        assertThat(parts(Splits.random(seeds(1, 7), 500, 0.8, 0.2)))
                .isEqualTo(parts(Splits.random(seeds, 500, 0.8, 0.2)))
                .isNotEqualTo(parts(Splits.random(seeds(2, 0), 500, 0.8, 0.2)));
    }

    @Test
    void groupsStayTogetherAndKeepTheirPartWhenDataGrows() {
        String[] groups =
                IntStream.range(0, 20_000).mapToObj(i -> "fleet " + i / 4).toArray(String[]::new);
        Split split = Splits.grouped(seeds, groups, 0.6, 0.2, 0.2);
        Map<String, Integer> partOf = new HashMap<>();
        for (int row = 0; row < groups.length; row++) {
            Integer before = partOf.putIfAbsent(groups[row], split.part(row));
            assertThat(before == null || before == split.part(row)).isTrue();
        }
        assertThat(split.train().length / 20_000.0).isCloseTo(0.6, within(0.02));
        assertThat(split.holdout().length / 20_000.0).isCloseTo(0.2, within(0.02));

        Split less = Splits.grouped(seeds, Arrays.copyOf(groups, 1000), 0.6, 0.2, 0.2);
        assertThat(parts(less)).isEqualTo(Arrays.copyOf(parts(split), 1000));
    }

    @Test
    void theNewestRowsJudgeAndOneDayIsNeverTorn() {
        LocalDate[] days = IntStream.of(5, 1, 3, 2, 2, 4, 3, 3, 1, 5)
                .mapToObj(day -> LocalDate.of(2026, 1, day))
                .toArray(LocalDate[]::new);

        Split split = Splits.byTime(days, 0.6, 0.4);

        // Sorted: 1 1 2 2 3 3 3 4 5 5; the sixth row of ten is a 3, and so are its day's others.
        assertThat(parts(split)).containsExactly(1, 0, 0, 0, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void columnsArePickedByPart() {
        Split split = Splits.given(0, 1, 0, 1);

        assertThat(split.of(new double[] {1, 2, 3, 4}, 1)).containsExactly(2, 4);
        assertThat(split.of(new String[] {"a", "b", "c", "d"}, 0)).containsExactly("a", "c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.of(new double[3], 0))
                .withMessageContaining("the column has 3 rows, the split 4");
        assertThatIllegalArgumentException().isThrownBy(split::holdout).withMessageContaining("part 2 of a split in 2");
    }

    @Test
    void equalRowsAreFoundWhereverTheyStandAndAdjacentOnesOnlyBesideEachOther() {
        Dataset rows = Dataset.of(
                new double[][] {{1, 2}, {1, 2}, {1, 3}, {1, 2}, {Double.NaN, 2}, {Double.NaN, 2}, {-0.0, 0}, {0, 0}},
                "age",
                "power");

        assertThat(Splits.equal(rows)).containsExactly(0, 0, 1, 0, 2, 2, 3, 3);
        assertThat(Splits.adjacent(rows)).containsExactly(0, 0, 1, 2, 3, 3, 4, 4);
        assertThat(Splits.adjacent(rows, "power")).containsExactly(0, 0, 1, 2, 2, 2, 3, 3);
    }

    @Test
    void faultsAreNamed(@TempDir Path folder) throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.random(seeds, 10, 0.5, 0.4))
                .withMessageContaining("sum to 0.9, not to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.random(seeds, 10, 1.2, -0.2))
                .withMessageContaining("share 1 is -0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.random(seeds, 10, 1))
                .withMessageContaining("two parts or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.random(seeds, 0, 0.5, 0.5))
                .withMessageContaining("no rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.grouped(seeds, new Object[] {"a", null}, 0.5, 0.5))
                .withMessageContaining("groups has no value in row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.given(0, 2))
                .withMessageContaining("without a gap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.given(0, -1))
                .withMessageContaining("row 1 is in part -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.equal(Dataset.of(new double[][] {{1}}, "age"), "power"))
                .withMessageContaining("No column \"power\": there are [age]");
        Path file = Files.writeString(folder.resolve("rows.csv"), "age\n1\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> Splits.equal(Dataset.of(file)))
                .withMessageContaining("are not read here");
    }
}
