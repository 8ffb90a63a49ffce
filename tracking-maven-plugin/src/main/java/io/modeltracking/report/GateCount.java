package io.modeltracking.report;

import java.util.List;

/**
 * How many gates there are, in the same words on the page and on the console. A gate that stands for several experiments is
 * one gate, and has a figure for each.
 */
public record GateCount(long gates, long experiments) {

    static GateCount of(List<GateLine> lines) {
        return new GateCount(
                lines.stream().map(GateLine::gate).distinct().count(),
                lines.stream().map(GateLine::experiment).distinct().count());
    }

    /** {@code The gate holds}, {@code All 3 gates hold on 4 experiments}: without a full stop. */
    public String hold() {
        if (gates == 1) {
            return "The gate holds";
        }
        return "All " + gates + " gates hold" + (experiments > 1 ? " on " + experiments + " experiments" : "");
    }

    String failed(long failed) {
        return gates == 1 ? "The gate failed" : failed + " of " + gates + " gates failed";
    }
}
