package io.modeltracking.report;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;

/** How a run ended and what its requirements said, in one word and one sign. */
public enum Outcome {
    ACCEPTED("✓", "accepted"),
    REJECTED("✕", "rejected"),
    FINISHED("✓", "finished"),
    FAILED("✕", "failed"),
    BROKEN("✕", "broken"),
    ABORTED("–", "aborted"),
    SKIPPED("–", "skipped"),
    PRUNED("–", "pruned"),
    INTERRUPTED("!", "interrupted"),
    RUNNING("…", "running");

    private final String sign;
    private final String word;

    Outcome(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    /** How it came out. */
    public static Outcome of(RunRecord run) {
        if (run.verdict() == Verdict.REJECTED) {
            return REJECTED;
        }
        if (run.status() == Status.FINISHED && run.verdict() == Verdict.ACCEPTED) {
            return ACCEPTED;
        }
        return valueOf(run.status().name());
    }

    /** Whether the run ended in a way that nobody asked for. */
    boolean isFault() {
        return this == FAILED || this == BROKEN || this == INTERRUPTED;
    }

    String sign() {
        return sign;
    }

    /** In lower case. */
    public String word() {
        return word;
    }

    /** Sign and word: never a colour alone. */
    @Override
    public String toString() {
        return sign + " " + word;
    }
}
