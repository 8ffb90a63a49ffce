package io.modeltracking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RelativitiesTests {

    private static final Table ROWS = Table.create(
            StringColumn.create("Area", "B", "A", "B"),
            DoubleColumn.create("Exposure", 1, 2, 1),
            DoubleColumn.create("Loss", 300, 100, 0));

    @Test
    void relativities_are_multiples_of_the_portfolio() {
        Relativities relativities = Relativities.byArea(ROWS, new double[] {40, 10, 20}, new double[] {5, 5, 5});

        assertThat(relativities.areas()).containsExactly("A", "B");
        assertThat(relativities.exposure()).containsExactly(2, 2);
        assertThat(relativities.observed()).containsExactly(0.5, 1.5);
        assertThat(relativities.model()).containsExactly(new double[] {0.5, 1.5}, within(1e-12));
        assertThat(relativities.champion()).containsExactly(1, 1);
    }

    @Test
    void the_cheapest_half_of_the_exposure_has_its_share_of_the_loss() {
        assertThat(Relativities.ofCheapestHalf(ROWS, new double[] {40, 10, 20})).isEqualTo(0.25);
        assertThat(Relativities.ofCheapestHalf(ROWS, new double[] {10, 40, 20})).isEqualTo(0.75);
    }
}
