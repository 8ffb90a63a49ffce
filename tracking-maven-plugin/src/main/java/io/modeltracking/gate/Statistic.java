package io.modeltracking.gate;

/** Which figure of an experiment's accepted runs a gate looks at: of a study, the winner's or those of its accepted trials. */
public enum Statistic {
    /** The winner's; a run without a study is its own winner. */
    WINNER,
    /** Each one's. */
    ALL,
    /** The smallest of all. */
    MIN,
    /** The largest of all. */
    MAX,
    /** The arithmetic mean of all. */
    MEAN;

    /** Whether each run is judged by itself. */
    boolean each() {
        return this == WINNER || this == ALL;
    }
}
