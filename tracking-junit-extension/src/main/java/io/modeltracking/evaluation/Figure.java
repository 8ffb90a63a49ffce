package io.modeltracking.evaluation;

/**
 * What a chart shows, as data: {@link #table}'s columns have the names that the kind gives.
 *
 * @param kind how it is drawn; a kind's name in lower case is also the name of the chart's kind
 * @param title what is shown
 * @param hint how to read it, one sentence
 * @param xTitle title of the x axis, with its unit
 * @param yTitle title of the y axis, with its unit
 * @param table the data; its name is that of the figure
 */
public record Figure(Kind kind, String title, String hint, String xTitle, String yTitle, Table table) {

    /** What a figure's table holds. */
    public enum Kind {
        /** {@code bin}, {@code weight}, {@code actual}, {@code expected} (rates). */
        LIFT,
        /** {@code bin}, {@code weight}, {@code actual}, {@code expected}, {@code champion} (relative to the mean). */
        DOUBLE_LIFT,
        /** {@code weight_share}, {@code loss_share}. */
        LORENZ,
        /** {@code segment}, {@code weight}, {@code actual}, {@code expected} (rates), {@code actual_expected}. */
        ACTUAL_EXPECTED,
        /** {@code segment}, {@code weight}, {@code actual_expected}, {@code lower}, {@code upper}. */
        RATIO,
        /** {@code predicted}, {@code calibrated}. */
        CALIBRATION,
        /** {@code threshold}, {@code model}, and {@code champion} if there is one. */
        MURPHY,
        /** {@code bin}, {@code weight}, {@code loss_ratio}. */
        LOSS_RATIO,
        /** {@code bin}, {@code lower}, {@code upper} (its bounds), {@code weight}, {@code share}. */
        HISTOGRAM
    }

    public String name() {
        return table.name();
    }
}
