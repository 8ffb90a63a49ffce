package io.modeltracking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class GlmDesignTests {

    private static final Table ROWS = rows("B1", "B1", "B2");

    @Test
    void the_level_with_the_most_rows_is_the_reference_and_the_others_have_a_column() {
        assertThat(new GlmDesign(ROWS).columns())
                .containsExactly(
                        "VehPower=9",
                        "VehAge=1-10",
                        "VehAge=11+",
                        "DrivAge=to 20",
                        "DrivAge=to 50",
                        "VehBrand=B2",
                        "VehGas=Regular",
                        "BonusMalus",
                        "LnDensity",
                        "Area");
    }

    @Test
    void a_row_has_a_cell_for_each_number_and_for_each_level_that_is_no_reference() throws XGBoostError {
        DMatrix matrix = new GlmDesign(ROWS).matrix(ROWS);
        try {
            assertThat(matrix.rowNum()).isEqualTo(3);
            // The numbers are 9; Area C is 0, and a cell nevertheless.
            assertThat(matrix.nonMissingNum()).isEqualTo(9 + 1 + 2 + 4);
            assertThat(matrix.getFeatureNames()).hasSize(10);
        } finally {
            matrix.dispose();
        }
    }

    @Test
    void a_level_that_the_portfolio_does_not_have_is_refused() {
        assertThatThrownBy(() -> new GlmDesign(ROWS).matrix(rows("B1", "B1", "B9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("VehBrand", "B9");
    }

    /** Of levels with equally many rows, the first is the reference: the youngest vehicle, the oldest driver. */
    private static Table rows(String... brands) {
        return Table.create(
                IntColumn.create("ClaimNb", 0, 1, 0),
                DoubleColumn.create("Exposure", 1, 0.5, 1),
                IntColumn.create("VehPower", 4, 4, 12),
                IntColumn.create("VehAge", 0, 5, 20),
                IntColumn.create("DrivAge", 20, 45, 71),
                IntColumn.create("BonusMalus", 50, 100, 200),
                IntColumn.create("Density", 1, 100, 2000),
                StringColumn.create("Area", "A", "C", "F"),
                StringColumn.create("VehBrand", brands),
                StringColumn.create("VehGas", "Diesel", "Diesel", "Regular"),
                StringColumn.create("Region", "R24", "R24", "R24"));
    }
}
