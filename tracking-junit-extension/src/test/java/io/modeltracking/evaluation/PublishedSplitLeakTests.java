package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.Dataset;
import io.modeltracking.Dataset.Column;
import io.modeltracking.Dataset.Source;
import io.modeltracking.Dataset.Type;
import io.modeltracking.Split;
import io.modeltracking.Splits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published split of freMTPL2 (Noll, Salzmann and Wüthrich) leaks; the figures were computed apart, from the file. */
class PublishedSplitLeakTests {

    private static final int FIRST_FACTOR = 3;

    @Test
    void theKnownLeakOfThePublishedSplitIsFound() {
        List<String[]> rows = SharedData.csv("freMTPL2freq.csv.gz");
        Split split = Splits.given(SharedData.csv("freMTPL2freq-splits.csv.gz").stream()
                .mapToInt(row -> Integer.parseInt(row[1]))
                .toArray());
        Dataset table = Dataset.of(table(rows), Source.array());

        SplitLeak leak = SplitLeak.of(split, 1, column(rows, 0), Splits.equal(table));

        assertThat(leak.rows()).isEqualTo(67_801);
        assertThat(leak.keys()).isZero();
        assertThat(leak.features()).isCloseTo(0.356, within(0.0005));
        assertThat(leak.adjacent()).isCloseTo(0.248, within(0.0005));
    }

    @Test
    void aSplitByRunsOfRowsHasNoneOfTheSecondKind() {
        List<String[]> rows = SharedData.csv("freMTPL2freq.csv.gz");
        Dataset table = Dataset.of(table(rows), Source.array());
        int[] runs = Splits.adjacent(table);
        Split split = Splits.given(
                Arrays.stream(runs).map(run -> run % 10 == 0 ? 1 : 0).toArray());

        SplitLeak leak = SplitLeak.of(split, 1, null, Splits.equal(table));

        assertThat(leak.adjacent()).isZero();
        assertThat(leak.features()).isGreaterThan(0);
        assertThat(leak.keys()).isNaN();
    }

    /** The nine rating factors, as texts. */
    private static Dataset.Table table(List<String[]> rows) {
        List<Column> columns = new ArrayList<>();
        for (int j = FIRST_FACTOR; j < rows.get(0).length; j++) {
            int index = j;
            columns.add(Column.ofTexts(
                    "factor " + j,
                    Type.TEXT,
                    rows.stream().map(row -> row[index]).toArray(String[]::new)));
        }
        assertThat(columns).hasSize(9);
        return new Dataset.Table() {
            @Override
            public int rows() {
                return rows.size();
            }

            @Override
            public List<Column> columns() {
                return columns;
            }
        };
    }

    private static int[] column(List<String[]> rows, int index) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row[index])).toArray();
    }
}
