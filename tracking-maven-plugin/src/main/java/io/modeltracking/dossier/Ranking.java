package io.modeltracking.dossier;

import io.modeltracking.report.Figures;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Objective;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs that the version was chosen among, the best objective first; those without one behind them. */
final class Ranking {

    private static final int MOST = 100;

    private Ranking() {}

    static Block.Table of(DossierSubject subject, List<HistoryRow> history) {
        Optional<Objective> objective = Stream.of(
                        Optional.ofNullable(subject.study()), Optional.ofNullable(subject.run()))
                .flatMap(Optional::stream)
                .map(RunRecord::search)
                .flatMap(search -> Stream.ofNullable(search.objective()))
                .findFirst();
        boolean maximize =
                objective.isPresent() && "MAXIMIZE".equals(objective.get().direction());
        List<HistoryRow> considered = history.stream()
                .filter(row -> row.considered() || row.chosen())
                .filter(row -> !"study".equals(row.kind()))
                .sorted(Comparator.comparingDouble(row -> key(row, maximize)))
                .toList();
        String caption = "Runs that it was chosen among"
                + objective
                        .map(value ->
                                ", by " + value.metric() + (maximize ? ", the largest first" : ", the smallest first"))
                        .orElse("")
                + (considered.size() > MOST
                        ? ": the first " + MOST + " of " + considered.size() + ", all are in history.csv"
                        : "");
        return new Block.Table(
                caption,
                List.of("Run", "Trial", "Objective", "Outcome", "Params"),
                considered.stream()
                        .limit(MOST)
                        .map(row -> List.of(
                                Cell.brief(row.run()
                                                .substring(
                                                        0, Math.min(8, row.run().length()))
                                        + (row.chosen() ? ", chosen" : "")),
                                Cell.figure(
                                        row.trial() == null ? null : row.trial().toString()),
                                Cell.figure(row.objective()),
                                HistorySection.outcome(row),
                                Cell.of(params(subject, row))))
                        .toList());
    }

    private static double key(HistoryRow row, boolean maximize) {
        if (row.objective() == null || row.objective().isNaN()) {
            return Double.POSITIVE_INFINITY;
        }
        return maximize ? -row.objective() : row.objective();
    }

    /** What was searched, or set by hand; not what autologging adds. */
    private static String params(DossierSubject subject, HistoryRow row) {
        return subject.history().stream()
                .filter(run -> run.id().equals(row.run()))
                .flatMap(run -> run.params().values().stream())
                .filter(param -> !"autolog".equalsIgnoreCase(String.valueOf(param.origin())))
                .map(param -> param.name() + " " + figure(param.value()))
                .collect(Collectors.joining(", "));
    }

    private static String figure(ParamValue value) {
        return value instanceof ParamValue.RealValue real ? Figures.text(real.value()) : value.text();
    }
}
