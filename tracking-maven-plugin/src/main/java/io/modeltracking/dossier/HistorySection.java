package io.modeltracking.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every run of the model's history, in a table. */
final class HistorySection {

    private static final int MOST = 1000;
    private static final Set<String> BAD = Set.of("rejected", "failed", "broken", "interrupted");

    private HistorySection() {}

    static Section of(List<HistoryRow> history) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                history.size() + " runs were considered or belong to the model's experiments, failed"
                        + " ones too." + (history.size() > MOST ? " The first " + MOST + " are shown." : "")
                        + " All of them, with every param and metric, are in history.csv and history.json."));
        Map<String, List<HistoryRow>> experiments = history.stream()
                .limit(MOST)
                .collect(Collectors.groupingBy(HistoryRow::experiment, LinkedHashMap::new, Collectors.toList()));
        experiments.forEach((experiment, rows) -> blocks.add(new Block.Table(
                experiment,
                List.of("Run", "What", "Outcome", "Objective", "Reason", "Start (UTC)", "Who", "Commit"),
                rows.stream().map(HistorySection::row).toList())));
        return new Section("history", "Everything that was tried", blocks);
    }

    private static List<Cell> row(HistoryRow row) {
        return List.of(
                Cell.brief(start(row.run(), 8)),
                Cell.brief(what(row)),
                outcome(row),
                Cell.figure(row.objective()),
                Cell.of(row.reason()),
                Cell.time(row.start()),
                Cell.of(row.who()),
                Cell.brief(
                        row.commit() == null
                                ? null
                                : start(row.commit(), 8) + (Boolean.TRUE.equals(row.dirty()) ? " DIRTY" : "")));
    }

    static Cell outcome(HistoryRow row) {
        return BAD.contains(row.outcome()) ? Cell.verdict(false, row.outcome()) : Cell.brief(row.outcome());
    }

    private static String what(HistoryRow row) {
        if (!row.kept()) {
            return "journal LOST" + (row.chosen() ? ", chosen" : "");
        }
        return row.kind() + (row.trial() == null ? "" : " " + row.trial()) + (row.chosen() ? ", chosen" : "");
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
