package io.modeltracking.gate;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A bound that was loosened after the hold-out had been read.
 *
 * @param kind where it stands
 * @param was the strictest that it was since then
 * @param now as it stands; null where it is gone
 * @param commit of the last build that had the old bound, null where that is not known
 * @param since commit of the first build that had it as it stands, null where that is not known
 * @param look the first run of the experiment that had figures of its hold-out
 */
public record MovedGoalpost(
        Kind kind, String experiment, Goalpost was, Goalpost now, String commit, String since, HoldoutLook look) {

    private static final int SHORT = 8;
    private static final int NAME = 70;
    private static final Pattern HASH = Pattern.compile("^([0-9a-f]{12})[0-9a-f]+");

    /** Where bounds stand. */
    public enum Kind {
        /** In the POM. */
        GATE("gate"),
        /** In the code of the experiment. */
        REQUIREMENT("requirement");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** A run that had figures of data that is held out. */
    public record HoldoutLook(String run, Instant started) {}

    /** One line, with both values and commits; names are cut, lest a cut of the line takes these. */
    @Override
    public String toString() {
        return "MOVED GOALPOSTS: " + cut(experiment, NAME) + ": the " + kind.text + " on " + cut(was.subject(), NAME)
                + " was " + was.bound() + name(commit) + " and is "
                + (now == null ? "not there any more" : now.bound()) + name(since) + ", moved after run "
                + look.run().substring(0, Math.min(SHORT, look.run().length())) + " had read the hold-out";
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }

    private static String name(String commit) {
        return " (commit "
                + (commit == null ? "not known" : HASH.matcher(commit).replaceFirst("$1")) + ")";
    }
}
