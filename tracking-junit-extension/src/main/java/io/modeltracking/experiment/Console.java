package io.modeltracking.experiment;

import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Finished;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One line a run, for whoever watches the build. */
final class Console {

    private static final int MAX_LINE = 240;
    private static final Map<Status, String> SIGNS = Map.of(
            Status.FINISHED,
            "✓",
            Status.FAILED,
            "✗",
            Status.BROKEN,
            "✗",
            Status.ABORTED,
            "○",
            Status.SKIPPED,
            "○",
            Status.PRUNED,
            "○");

    private final PrintStream out;
    private final Optional<LiveLine> live;

    private Console(PrintStream out, Optional<LiveLine> live) {
        this.out = out;
        this.live = live;
    }

    static Console standard() {
        return new Console(System.out, Optional.empty());
    }

    /** The standard one, with a line that is written over where somebody sits before a terminal. */
    static Console on(Optional<Path> terminal) {
        return new Console(System.out, LiveLine.on(terminal));
    }

    /** @param figure the main metric and its value, where there is one */
    void run(RunLog log, Finished finished, Optional<Map.Entry<String, Double>> figure) {
        StringBuilder line = new StringBuilder("[tracking] ")
                .append(log.shortId())
                .append(' ')
                .append(SIGNS.getOrDefault(finished.status(), "✗"))
                .append(' ')
                .append(word(finished))
                .append("  ")
                .append(log.started().experiment());
        if (log.started().name() != null) {
            line.append(" › ").append(log.started().name());
        }
        figure.ifPresent(metric ->
                line.append("  ").append(metric.getKey()).append(" = ").append(Reals.text(metric.getValue())));
        if (finished.reason() != null) {
            line.append("  (").append(finished.reason()).append(')');
        }
        print(line.toString());
    }

    /**
     * Tells of a trial that has ended: on a terminal by the one line of its study, unless it failed.
     *
     * @param came what the trial came to
     * @param progress how far its study has come
     */
    void trial(RunLog log, Status status, Verdict verdict, String came, String progress) {
        boolean failed = verdict == null && status != Status.PRUNED && status != Status.ABORTED;
        live.ifPresent(line -> line.show(clean("[tracking] " + log.started().experiment() + " › " + progress)));
        if (failed || live.isEmpty()) {
            print("[tracking] " + log.shortId() + ' '
                    + (verdict == Verdict.ACCEPTED ? SIGNS.get(Status.FINISHED) : SIGNS.getOrDefault(status, "✗"))
                    + ' ' + (verdict == null ? status : verdict).name().toLowerCase(Locale.ROOT) + "  "
                    + log.started().experiment() + " › " + came + "; " + progress);
        }
    }

    /** Gives the terminal's line back: the study has ended. */
    void studyEnds() {
        live.ifPresent(LiveLine::clear);
    }

    void warning(String message) {
        print("[tracking] ! " + message);
    }

    private static String word(Finished finished) {
        String word = finished.status().name().toLowerCase(Locale.ROOT);
        if (finished.verdict() == null) {
            return word;
        }
        return finished.verdict() == Verdict.REJECTED && finished.status() == Status.FINISHED
                ? "rejected, as expected"
                : finished.verdict().name().toLowerCase(Locale.ROOT);
    }

    private void print(String line) {
        String clean = clean(line);
        out.println(clean.length() <= MAX_LINE ? clean : clean.substring(0, MAX_LINE - 1) + "…");
    }

    private static String clean(String line) {
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
