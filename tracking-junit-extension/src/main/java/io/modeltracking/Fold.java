package io.modeltracking;

/**
 * The fold that a {@link CrossValidated} method runs for, injected where it asks for it. Each row is validated on in exactly one
 * fold. The folds are drawn from the shared stream {@code folds} of the run's {@link Seeds}.
 */
public interface Fold {

    /** The number of the fold, from 0. */
    int number();

    /** How many folds there are. */
    int count();

    /**
     * Splits rows each on its own, into folds whose sizes differ by one at most.
     *
     * @throws IllegalArgumentException when there are fewer rows than folds, or {@link CrossValidated#groupBy} names a column
     */
    Rows of(int rows);

    /**
     * Splits rows so that those with an equal group stay together, into folds of about the same number of rows. Which fold a
     * group is in depends on the groups, not on the order of the rows.
     *
     * @param groups one a row; by its text, null for a row on its own
     * @throws IllegalArgumentException when there are fewer groups than folds
     */
    Rows of(Object[] groups);

    /**
     * Splits the rows of a data set, by the column that {@link CrossValidated#groupBy} names, else each on its own.
     *
     * @throws IllegalArgumentException when there is no such column, or there are fewer groups than folds
     * @throws IllegalStateException when it is a file, whose rows are not read here
     */
    Rows of(Dataset dataset);

    /**
     * The two parts of the rows, as indices from 0 in ascending order.
     *
     * @param training rows of all other folds
     * @param validation rows of this fold
     */
    record Rows(int[] training, int[] validation) {}
}
