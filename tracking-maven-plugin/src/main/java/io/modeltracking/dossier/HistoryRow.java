package io.modeltracking.dossier;

import io.modeltracking.report.Outcome;
import io.modeltracking.run.RunEvent.Author;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SourceState;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run of the model's history.
 *
 * @param kind {@code study}, {@code trial}, {@code child} or {@code run}; null where the journal is lost
 * @param study id of the run that it belongs to, or null
 * @param trial number in the study, or null
 * @param outcome in a word: {@code accepted}, {@code rejected}, {@code failed}, {@code broken}, {@code aborted}, …
 * @param chosen whether the version was made by it
 * @param considered whether the version was chosen among it and others
 * @param objective null where there is none; NaN where it was none
 * @param commit null when it is not known
 * @param dirty null likewise
 * @param metrics the last value of each
 * @param kept whether the journal is there: else all is what the ledger says
 */
record HistoryRow(
        String run,
        String kind,
        String experiment,
        String study,
        Integer trial,
        String outcome,
        String reason,
        boolean chosen,
        boolean considered,
        Instant start,
        Instant end,
        String who,
        String commit,
        Boolean dirty,
        Double objective,
        SortedMap<String, String> params,
        SortedMap<String, Double> metrics,
        boolean kept) {

    static HistoryRow of(RunRecord run, SourceState source, boolean chosen, boolean considered) {
        Objective objective = run.search().objective();
        SortedMap<String, String> params = new TreeMap<>();
        run.params().forEach((name, param) -> params.put(name, param.value().text()));
        SortedMap<String, Double> metrics = new TreeMap<>();
        run.metrics().forEach(metric -> metrics.put(metric.name(), metric.value()));
        return new HistoryRow(
                run.id(),
                kind(run),
                run.experiment(),
                run.started().parent(),
                run.started().trial(),
                Outcome.of(run).word(),
                run.reason(),
                chosen,
                considered,
                run.started().time(),
                run.end(),
                who(run.started().author()),
                source == null ? null : source.commit(),
                source == null ? null : source.dirty(),
                objective == null ? null : objective.value(),
                params,
                metrics,
                true);
    }

    /** What the ledger says of a run whose journal is lost. */
    static HistoryRow lost(
            String run, String experiment, String outcome, String reason, boolean chosen, boolean considered) {
        return new HistoryRow(
                run,
                null,
                experiment,
                null,
                null,
                outcome,
                reason,
                chosen,
                considered,
                null,
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(Map.of()),
                new TreeMap<>(Map.of()),
                false);
    }

    private static String kind(RunRecord run) {
        if (run.started().trial() != null) {
            return "trial";
        }
        if (run.started().parent() != null) {
            return "child";
        }
        return run.search().objective() == null ? "run" : "study";
    }

    private static String who(Author author) {
        return author == null || author.name() == null ? null : author.name() + " (" + author.source() + ")";
    }
}
