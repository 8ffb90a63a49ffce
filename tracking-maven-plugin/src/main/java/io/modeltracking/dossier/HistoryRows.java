package io.modeltracking.dossier;

import io.modeltracking.registry.Evidence;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every run of a model's history, by start; behind them those of which only the ledger knows. */
final class HistoryRows {

    private final DossierSubject subject;
    private final Evidence evidence;
    private final Facts facts;
    private final Scope scope;

    private HistoryRows(DossierSubject subject, TrackingRoot root) {
        this.subject = subject;
        this.evidence = subject.version().evidence();
        this.facts = new Facts(root);
        this.scope = Scope.of(subject.version(), subject.ledger());
    }

    static List<HistoryRow> of(DossierSubject subject, TrackingRoot root) {
        return new HistoryRows(subject, root).rows();
    }

    private List<HistoryRow> rows() {
        List<HistoryRow> rows = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (RunRecord run : subject.history()) {
            kept.add(run.id());
            rows.add(HistoryRow.of(
                    run,
                    facts.of(run, "source", SourceState.class).orElse(null),
                    isChosen(run.id()),
                    scope.considered().contains(run.id())));
        }
        Map<String, HistoryRow> lost = lost();
        lost.keySet().removeAll(kept);
        rows.addAll(lost.values());
        return List.copyOf(rows);
    }

    private Map<String, HistoryRow> lost() {
        Map<String, HistoryRow> rows = new LinkedHashMap<>();
        for (Evidence.Considered run : evidence.considered()) {
            rows.put(
                    run.run(),
                    HistoryRow.lost(
                            run.run(),
                            evidence.experiment(),
                            run.outcome().toLowerCase(Locale.ROOT),
                            run.reason(),
                            isChosen(run.run()),
                            true));
        }
        subject.ledger().stream()
                .flatMap(event -> ListedRun.of(event).stream())
                .filter(scope::holds)
                .forEach(run -> rows.putIfAbsent(
                        run.id(),
                        HistoryRow.lost(run.id(), run.experiment(), run.status(), null, isChosen(run.id()), false)));
        return rows;
    }

    private boolean isChosen(String run) {
        return run.equals(evidence.run());
    }
}
