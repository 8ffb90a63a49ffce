package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FoldsTests {

    @RepeatedTest(20)
    void foldsOfRowsDifferInSizeByOneAtMost(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int folds = 2 + random.nextInt(8);
        int rows = folds + random.nextInt(100);

        int[] fold = Folds.ofRows(rows, folds, random.nextLong());

        int smallest = rows / folds;
        for (int number = 0; number < folds; number++) {
            assertThat(Folds.rows(fold, number, true).length).isBetween(smallest, smallest + 1);
            assertThat(Folds.rows(fold, number, true).length + Folds.rows(fold, number, false).length)
                    .isEqualTo(rows);
        }
    }

    @RepeatedTest(20)
    void groupsStayTogetherWhateverTheOrderOfTheRows(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] groups = random.ints(200, 0, 40).mapToObj(Integer::toString).toArray(String[]::new);
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < groups.length; row++) {
            order.add(row);
        }
        Collections.shuffle(order, random);
        String[] shuffled = order.stream().map(row -> groups[row]).toArray(String[]::new);

        int[] fold = Folds.ofGroups(groups, 4, 7);
        int[] ofShuffled = Folds.ofGroups(shuffled, 4, 7);

        Map<String, Integer> known = new HashMap<>();
        for (int row = 0; row < groups.length; row++) {
            assertThat(known.merge(groups[row], fold[row], (before, now) -> before))
                    .isEqualTo(fold[row]);
            assertThat(ofShuffled[row]).isEqualTo(known.getOrDefault(shuffled[row], ofShuffled[row]));
        }
        for (int number = 0; number < 4; number++) {
            assertThat(Folds.rows(fold, number, true).length).isBetween(35, 65);
        }
    }

    @Test
    void anotherSeedDrawsOtherFolds() {
        assertThat(Folds.ofRows(50, 5, 1)).isNotEqualTo(Folds.ofRows(50, 5, 2)).isEqualTo(Folds.ofRows(50, 5, 1));
    }

    @Test
    void aRowWithoutGroupIsOnItsOwn() {
        int[] fold = Folds.ofGroups(new String[] {null, null, "0", "0", null}, 3, 1);

        assertThat(fold[2]).isEqualTo(fold[3]);
        assertThat(Arrays.stream(fold).distinct().count()).isEqualTo(3);
    }

    @Test
    void everyFoldNeedsAGroup() {
        assertThatThrownBy(() -> Folds.ofGroups(new String[] {"a", "a", "b"}, 3, 1))
                .hasMessage("2 groups for 3 folds: each fold needs at least one");
        assertThatThrownBy(() -> Folds.ofRows(1, 2, 1)).hasMessageContaining("1 rows for 2 folds");
    }
}
