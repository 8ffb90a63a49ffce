package io.modeltracking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class SplitTests {

    private static Table portfolio;
    private static Split split;

    @BeforeAll
    static void split() throws IOException {
        portfolio = Portfolio.read(Path.of("data/portfolio.csv.gz"));
        split = Split.of(portfolio, new SplittableRandom(1));
    }

    @Test
    void every_record_is_in_one_part() {
        List<Integer> ids = new ArrayList<>();
        parts().forEach(part -> ids.addAll(part.intColumn("IDpol").asList()));

        assertThat(ids.stream().sorted().toList())
                .isEqualTo(portfolio.intColumn("IDpol").asList());
    }

    @Test
    void the_parts_have_their_shares() {
        double records = portfolio.rowCount();

        assertThat(split.train().rowCount() / records).isCloseTo(0.6, within(0.01));
        assertThat(split.validation().rowCount() / records).isCloseTo(0.2, within(0.01));
        assertThat(split.holdout().rowCount() / records).isCloseTo(0.2, within(0.01));
    }

    @Test
    void no_policy_is_in_two_parts() {
        String[] part = new String[portfolio.rowCount() + 1];
        split.train().intColumn("IDpol").forEach(id -> part[id] = "train");
        split.validation().intColumn("IDpol").forEach(id -> part[id] = "validation");
        split.holdout().intColumn("IDpol").forEach(id -> part[id] = "holdout");

        int neighboursAlike = 0;
        int torn = 0;
        for (int row = 1; row < portfolio.rowCount(); row++) {
            if (factors(row).equals(factors(row - 1))) {
                neighboursAlike++;
                torn += part[row + 1].equals(part[row]) ? 0 : 1;
            }
        }
        assertThat(torn).as("records apart from one of the same policy").isZero();
        assertThat(neighboursAlike).as("records beside one of the same policy").isGreaterThan(5_000);
    }

    @Test
    void the_same_random_numbers_give_the_same_split() {
        Split again = Split.of(portfolio, new SplittableRandom(1));
        Split other = Split.of(portfolio, new SplittableRandom(2));

        assertThat(again.holdout().intColumn("IDpol").asList())
                .isEqualTo(split.holdout().intColumn("IDpol").asList())
                .isNotEqualTo(other.holdout().intColumn("IDpol").asList());
    }

    private static Stream<Table> parts() {
        return Stream.of(split.train(), split.validation(), split.holdout());
    }

    private static List<Object> factors(int row) {
        return Stream.of(Features.COLUMNS)
                .<Object>map(name -> portfolio.column(name).get(row))
                .toList();
    }
}
