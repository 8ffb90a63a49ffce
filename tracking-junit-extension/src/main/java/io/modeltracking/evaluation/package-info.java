/**
 * Metrics and curves of insurance models: pure functions on {@code double[]}, one element a row.
 *
 * <p>Notation, used throughout: row {@code i} has weight {@code w} (exposure in years, for severity the number of claims),
 * observed rate {@code y} (claims or loss divided by weight), predicted rate {@code m}; {@code W} is the sum of the weights.
 * Sums are compensated and run in a fixed order, logarithms are {@link java.lang.StrictMath}'s: the same rows in the same
 * order give the same bits on every JVM. A domain error (unequal lengths, no rows, NaN, infinite, outside the metric's
 * domain) is an {@link java.lang.IllegalArgumentException} with the number of rows and the first one; a figure that does not
 * exist for valid rows is an {@link UndefinedMetricException} with the reason. Rows are never dropped or clipped.
 */
package io.modeltracking.evaluation;
