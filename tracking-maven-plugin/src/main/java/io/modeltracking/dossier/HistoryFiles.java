package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.report.Csv;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code history.csv} for a spreadsheet, where no cell is a formula, and {@code history.json}: every run of the history. */
final class HistoryFiles implements DossierPart {

    private static final List<String> COLUMNS = List.of(
            "run",
            "kind",
            "experiment",
            "study",
            "trial",
            "outcome",
            "reason",
            "chosen",
            "considered",
            "start",
            "end",
            "who",
            "commit",
            "dirty",
            "journal",
            "objective");

    private final TrackingRoot root;

    HistoryFiles(TrackingRoot root) {
        this.root = root;
    }

    @Override
    public void write(DossierSubject subject, Path folder) throws IOException {
        List<HistoryRow> rows = HistoryRows.of(subject, root);
        Files.writeString(folder.resolve("history.csv"), csv(rows));
        Files.writeString(folder.resolve("history.json"), json(subject, rows));
    }

    private static String csv(List<HistoryRow> rows) {
        SortedSet<String> params = new TreeSet<>();
        SortedSet<String> metrics = new TreeSet<>();
        rows.forEach(row -> {
            params.addAll(row.params().keySet());
            metrics.addAll(row.metrics().keySet());
        });
        Csv csv = new Csv();
        COLUMNS.forEach(csv::text);
        params.forEach(name -> csv.text("param." + name));
        metrics.forEach(name -> csv.text("metric." + name));
        csv.end();
        for (HistoryRow row : rows) {
            csv.text(row.run()).text(row.kind()).text(row.experiment()).text(row.study());
            csv.number(text(row.trial())).text(row.outcome()).text(row.reason());
            csv.text(text(row.chosen()))
                    .text(text(row.considered()))
                    .text(text(row.start()))
                    .text(text(row.end()));
            csv.text(row.who()).text(row.commit()).text(text(row.dirty())).text(row.kept() ? "kept" : "LOST");
            csv.number(number(row.objective()));
            params.forEach(name -> csv.text(row.params().get(name)));
            metrics.forEach(name -> csv.number(number(row.metrics().get(name))));
            csv.end();
        }
        return csv.toString();
    }

    private static String text(Object value) {
        return Objects.toString(value, null);
    }

    private static String number(Double value) {
        return value == null ? null : Reals.text(value);
    }

    private static String json(DossierSubject subject, List<HistoryRow> rows) {
        ObjectNode json = RunJson.mapper().createObjectNode();
        json.put("schemaVersion", "1");
        json.put("version", subject.version().toString());
        ArrayNode runs = json.putArray("runs");
        for (HistoryRow row : rows) {
            ObjectNode run = runs.addObject();
            run.put("run", row.run());
            run.put("kind", row.kind());
            run.put("experiment", row.experiment());
            run.put("study", row.study());
            run.put("trial", row.trial());
            run.put("outcome", row.outcome());
            run.put("reason", row.reason());
            run.put("chosen", row.chosen());
            run.put("considered", row.considered());
            run.put("start", text(row.start()));
            run.put("end", text(row.end()));
            run.put("who", row.who());
            run.put("commit", row.commit());
            run.put("dirty", row.dirty());
            run.put("journalKept", row.kept());
            real(run, "objective", row.objective());
            ObjectNode params = run.putObject("params");
            row.params().forEach(params::put);
            ObjectNode metrics = run.putObject("metrics");
            row.metrics().forEach((name, value) -> real(metrics, name, value));
        }
        return json.toPrettyString() + "\n";
    }

    /** What is no JSON number is text, as in a journal. */
    private static void real(ObjectNode json, String name, Double value) {
        if (value == null || Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.put(name, Reals.text(value));
        }
    }
}
