package io.modeltracking.sample;

import java.util.List;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/**
 * The portfolio in three parts: 60 % to learn from, 20 % to choose by, and 20 % to judge by.
 *
 * <p>Records below each other with the same rating factors belong to one policy or fleet and stay together: a model that
 * has learned from one of them would know the others.
 */
public record Split(Table train, Table validation, Table holdout) {

    /** Splits a portfolio, policy by policy. */
    public static Split of(Table portfolio, RandomGenerator random) {
        List<Column<?>> factors = portfolio.columns(Features.COLUMNS);
        Selection train = new BitmapBackedSelection();
        Selection validation = new BitmapBackedSelection();
        Selection holdout = new BitmapBackedSelection();
        Selection part = train;
        for (int row = 0; row < portfolio.rowCount(); row++) {
            if (row == 0 || startsPolicy(factors, row)) {
                double draw = random.nextDouble();
                part = draw < 0.6 ? train : draw < 0.8 ? validation : holdout;
            }
            part.add(row);
        }
        return new Split(portfolio.where(train), portfolio.where(validation), portfolio.where(holdout));
    }

    private static boolean startsPolicy(List<Column<?>> factors, int row) {
        return factors.stream().anyMatch(factor -> !factor.get(row).equals(factor.get(row - 1)));
    }
}
