package io.modeltracking.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.modeltracking.Direction;
import io.modeltracking.run.Reals;
import io.modeltracking.run.Status;
import io.modeltracking.search.Space;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The trials of a study in the order of merit: accepted ones by objective, then rejected ones by violation, then the rest. */
final class Ranking {

    private static final int MISSES = 3;
    private static final List<String> HEADER =
            List.of("rank", "trial", "run", "status", "verdict", "objective", "violation", "reason");

    private final SearchSettings settings;
    private final List<TrialResult> ranked;

    Ranking(Collection<TrialResult> results, SearchSettings settings) {
        this.settings = settings;
        this.ranked = results.stream()
                .sorted(Comparator.<TrialResult>comparingInt(Ranking::group)
                        .thenComparingDouble(result -> result.isRejected() ? result.violation() : 0)
                        .thenComparingDouble(
                                result -> result.objective() == null ? 0 : settings.minimised(result.objective()))
                        .thenComparingInt(TrialResult::number))
                .toList();
    }

    private static int group(TrialResult result) {
        if (result.isAccepted()) {
            return 0;
        }
        return result.isRejected() ? 1 : 2;
    }

    boolean isEmpty() {
        return ranked.isEmpty();
    }

    /** Whether the user's own assumptions aborted every trial. */
    boolean isAborted() {
        return !ranked.isEmpty()
                && ranked.stream().allMatch(result -> result.status() == Status.ABORTED && result.verdict() == null);
    }

    /** The rule by which the first one wins. */
    String rule() {
        long accepted = ranked.stream().filter(TrialResult::isAccepted).count();
        return (settings.direction() == Direction.MINIMIZE ? "smallest " : "largest ") + settings.objective() + " of "
                + accepted + " accepted trial" + (accepted == 1 ? "" : "s");
    }

    List<TrialResult> nearestMisses() {
        return ranked.stream().filter(TrialResult::isRejected).limit(MISSES).toList();
    }

    /** Rejected trials with a better objective, the best first. */
    List<TrialResult> rejectedThoughBetter(TrialResult winner) {
        return ranked.stream()
                .filter(result -> result.isRejected() && settings.isBetter(result.objective(), winner.objective()))
                .sorted(Comparator.<TrialResult>comparingDouble(result -> settings.minimised(result.objective()))
                        .thenComparingInt(TrialResult::number))
                .toList();
    }

    String text(TrialResult result) {
        return result.label() + " with " + Proposal.text(result.point())
                + (result.objective() == null
                        ? ""
                        : ", " + settings.objective() + " = " + Reals.text(result.objective())
                                + (result.spread() == null
                                        ? ""
                                        : result.spread().text()))
                + ": " + result.reasonOr("accepted");
    }

    byte[] csv(Space space) {
        StringWriter text = new StringWriter();
        List<String> names = space.names();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            List<String> header = new ArrayList<>(HEADER);
            header.addAll(names);
            csv.writeRecord(header);
            int rank = 0;
            for (TrialResult result : ranked) {
                csv.writeRecord(cells(result, result.isAccepted() ? ++rank : 0, names));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param rank 0 for none */
    private static List<String> cells(TrialResult result, int rank, List<String> names) {
        List<String> cells = new ArrayList<>(List.of(
                rank == 0 ? "" : Integer.toString(rank),
                Integer.toString(result.number()),
                result.run(),
                result.status().name(),
                result.verdict() == null ? "" : result.verdict().name(),
                result.objective() == null ? "" : Reals.text(result.objective()),
                result.verdict() == null ? "" : Reals.text(result.violation()),
                harmless(result.reasonOr(""))));
        names.forEach(name -> cells.add(cell(result.point().get(name))));
        return cells;
    }

    private static String cell(Object value) {
        if (value instanceof Double real) {
            return Reals.text(real);
        }
        return value instanceof String text ? harmless(text) : value == null ? "" : value.toString();
    }

    /** A spreadsheet takes what begins like this for a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
