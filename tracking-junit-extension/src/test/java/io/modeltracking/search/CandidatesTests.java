package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidatesTests {

    @Test
    void comeInTheOrderOfTheirExactScores() {
        Layout layout = new Layout(Problem.mixed6().space());
        for (int seed = 0; seed < 20; seed++) {
            Parzen below = new Parzen(layout.slots, rows(layout, 6, seed));
            Parzen above = new Parzen(layout.slots, rows(layout, 50, seed + 100));
            SplittableRandom random = new SplittableRandom(seed);
            List<double[]> expected = Stream.generate(() -> below.draw(random))
                    .limit(24)
                    .sorted(Comparator.comparingDouble((double[] x) -> below.logDensity(x) - above.logDensity(x))
                            .reversed())
                    .toList();
            Candidates candidates = new Candidates(below, above, 24, new SplittableRandom(seed));
            for (double[] values : expected) {
                assertThat(candidates.next()).containsExactly(values);
            }
            assertThat(candidates.next()).isNull();
        }
    }

    private static List<double[]> rows(Layout layout, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Unseen.draw(layout, random));
        }
        return rows;
    }
}
