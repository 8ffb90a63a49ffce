package io.modeltracking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class LossesTests {

    private static final Table PORTFOLIO =
            Table.create(IntColumn.create("IDpol", 1, 2, 3), IntColumn.create("ClaimNb", 2, 1, 0));

    @Test
    void claims_are_summed_by_policy_each_one_capped() {
        Losses losses = Losses.of(PORTFOLIO, claims(new int[] {1, 1, 2}, 100, 1_500, 7), 1_000);

        assertThat(Losses.paidClaims(losses.rows())).containsExactly(2, 1, 0);
        assertThat(Losses.loss(losses.rows())).containsExactly(1_100, 7, 0);
        assertThat(losses.rows().doubleColumn("Excess")).containsExactly(500.0, 0.0, 0.0);
        assertThat(losses.capped()).isEqualTo(1);
    }

    @Test
    void what_the_files_disagree_in_is_counted() {
        Losses losses = Losses.of(PORTFOLIO, claims(new int[] {1, 3, 9, 9}, 1, 2, 3, 4), 1_000);

        assertThat(losses.withoutAmount()).isEqualTo(2);
        assertThat(losses.beyondCount()).isEqualTo(1);
        assertThat(losses.withoutPolicy()).isEqualTo(2);
        assertThat(Losses.loss(losses.rows())).containsExactly(1, 0, 2);
    }

    @Test
    void the_portfolio_stays_as_it_was() {
        Losses.of(PORTFOLIO, claims(new int[] {1}, 1), 1_000);

        assertThat(PORTFOLIO.columnNames()).containsExactly("IDpol", "ClaimNb");
    }

    @Test
    void a_policy_that_stands_twice_is_refused() {
        Table twice = Table.create(IntColumn.create("IDpol", 5, 5), IntColumn.create("ClaimNb", 0, 1));

        assertThatThrownBy(() -> Losses.of(twice, claims(new int[] {5}, 1), 1_000))
                .hasMessageContainingAll("IDpol 5", "twice");
    }

    private static Table claims(int[] policies, double... amounts) {
        return Table.create(IntColumn.create("IDpol", policies), DoubleColumn.create("ClaimAmount", amounts));
    }
}
