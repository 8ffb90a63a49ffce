package io.modeltracking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FeaturesTests {

    private static final Table ROWS = rows("B10", "B2");

    @Test
    void texts_become_alphabetical_codes_and_the_density_its_logarithm() {
        float lnOfHundred = (float) Math.log(100);

        float[] first = {4, 0, 18, 100, 0, 0, 0, 1, 1};
        float[] second = {9, 7, 60, 50, lnOfHundred, 1, 1, 0, 0};

        float[] values = new Features(ROWS).values(ROWS);

        assertThat(Arrays.copyOfRange(values, 0, 9)).isEqualTo(first);
        assertThat(Arrays.copyOfRange(values, 9, 18)).isEqualTo(second);
    }

    @Test
    void codes_come_from_the_portfolio_and_not_from_the_part() {
        assertThat(new Features(rows("B1", "B2").append(ROWS)).values(ROWS)[6]).isEqualTo(1);
    }

    @Test
    void a_level_that_the_portfolio_does_not_have_is_refused() {
        assertThatThrownBy(() -> new Features(rows("B1", "B2")).values(ROWS))
                .hasMessageContainingAll("VehBrand", "B10", "[B1, B2]");
    }

    @Test
    void the_margin_of_a_row_to_learn_from_is_its_expected_claims() throws XGBoostError {
        DMatrix matrix = new Features(ROWS).training(ROWS, 0.1);
        try {
            assertThat(matrix.getBaseMargin()).containsExactly((float) Math.log(0.1), (float) Math.log(0.05));
            assertThat(matrix.getLabel()).containsExactly(1, 0);
        } finally {
            matrix.dispose();
        }
    }

    @Test
    void the_margin_of_a_row_to_predict_is_the_frequency() throws XGBoostError {
        DMatrix matrix = new Features(ROWS).oneYear(ROWS, 0.1);
        try {
            assertThat(matrix.getBaseMargin()).containsExactly((float) Math.log(0.1), (float) Math.log(0.1));
            assertThat(matrix.getFeatureNames()).hasSize(9).contains("LnDensity");
        } finally {
            matrix.dispose();
        }
    }

    private static Table rows(String firstBrand, String secondBrand) {
        return Table.create(
                IntColumn.create("ClaimNb", 1, 0),
                DoubleColumn.create("Exposure", 1, 0.5),
                StringColumn.create("Area", "A", "C"),
                IntColumn.create("VehPower", 4, 9),
                IntColumn.create("VehAge", 0, 7),
                IntColumn.create("DrivAge", 18, 60),
                IntColumn.create("BonusMalus", 100, 50),
                StringColumn.create("VehBrand", firstBrand, secondBrand),
                StringColumn.create("VehGas", "Regular", "Diesel"),
                IntColumn.create("Density", 1, 100),
                StringColumn.create("Region", "R82", "R11"));
    }
}
