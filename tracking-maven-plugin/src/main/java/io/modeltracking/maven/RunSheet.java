package io.modeltracking.maven;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.Actor;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.RunChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * Everything about one run.
 *
 * @param versions that it became
 * @param changes to it after its end; its tags and notes are those of now
 * @param journal the file
 * @param journalSha256 of its content when the history took it
 */
record RunSheet(
        RunRecord run,
        RunFacts facts,
        List<ModelVersion> versions,
        RunChanges changes,
        Path journal,
        String journalSha256) {

    private static final String INDENT = "  ";
    private static final int SHORT_HASH = 16;

    /** @param shown which metrics */
    List<String> lines(MetricPatterns shown) {
        List<String> lines = new ArrayList<>();
        identity(lines);
        List<Param> params = List.copyOf(run.params().values());
        new Section<>(lines, "params", params)
                .column("NAME", false, Param::name)
                .column("VALUE", false, param -> param.value().text())
                .column("ORIGIN", false, param -> origin(param).name().toLowerCase(Locale.ROOT))
                .end();
        List<String> metrics =
                shown.of(run.metrics().stream().map(Metric::name).distinct().toList());
        new Section<>(lines, "metrics", metrics)
                .column("NAME", false, name -> name)
                .column("LAST", true, name -> figure(name))
                .column("MIN", true, name -> figure(name + "@min"))
                .column("MAX", true, name -> figure(name + "@max"))
                .end();
        new Section<>(lines, "requirements", run.checks())
                .column("VERDICT", false, check -> check.verdict().name())
                .column("RULE", false, Check::rule)
                .column(
                        "OBSERVED",
                        true,
                        check -> check.observed() == null ? "missing" : ConsoleFigure.of(check.observed()))
                .end();
        new Section<>(lines, "data", run.datasets())
                .column("NAME", false, DatasetRecord::name)
                .column("ROLE", false, DatasetRecord::role)
                .column(
                        "ROWS",
                        true,
                        data -> data.rows() == null ? null : data.rows().toString())
                .column("SHA-256", false, data -> hash(data))
                .end();
        run.models()
                .forEach(model ->
                        field(lines, "model", model.artifact() + ", " + model.format() + ", sha256:" + model.sha256()));
        run.tags().forEach((name, value) -> field(lines, "tag " + name, value));
        run.notes().forEach(note -> field(lines, "note", note));
        changes.all()
                .forEach(change -> field(
                        lines, "changed", ConsoleFigure.minute(change.time()) + ", " + RunTagging.sentence(change)));
        run.warnings().forEach(warning -> field(lines, "warning", warning.code() + ": " + warning.message()));
        run.problems().forEach(problem -> field(lines, "problem", problem));
        facts.problems().forEach(problem -> field(lines, "problem", problem));
        return lines;
    }

    private void identity(List<String> lines) {
        Started started = run.started();
        field(lines, "run", run.id());
        field(
                lines,
                "experiment",
                run.experiment()
                        + (started.model() == null ? "" : ", model " + started.model())
                        + (started.name() == null ? "" : ", " + started.name()));
        field(lines, "name", changes.name());
        field(
                lines,
                "status",
                run.status()
                        + (run.verdict() == null ? "" : ", " + run.verdict())
                        + (changes.archived() ? ", ARCHIVED" : ""));
        field(lines, "reason", run.reason());
        if (run.failure() != null) {
            field(lines, "failure", run.failure().type() + ": " + run.failure().message());
        }
        field(lines, "started", ConsoleFigure.minute(started.time()) + " UTC" + duration() + author(started));
        field(lines, "test", started.testClass() == null ? null : started.testClass() + "#" + started.method());
        field(
                lines,
                "parent",
                started.parent() == null
                        ? null
                        : started.parent() + (started.trial() == null ? "" : ", trial " + started.trial()));
        if (run.search().winner() != null) {
            field(
                    lines,
                    "winner",
                    "trial " + run.search().winner().trial() + ", run "
                            + run.search().winner().run());
        }
        field(lines, "build", started.build() == null ? "none" : started.build() + " of " + started.module());
        field(lines, "ci", started.ciUrl());
        field(lines, "commit", facts.commit());
        if (facts.environment() != null) {
            field(
                    lines,
                    "environment",
                    "Java " + facts.environment().javaVersion() + ", "
                            + facts.environment().osName() + " "
                            + facts.environment().osArch());
        }
        versions.forEach(version -> field(lines, "version", version + ", " + version.stage()));
        field(lines, "journal", journal.toString());
        field(lines, "journal sha256", journalSha256);
    }

    private String duration() {
        return run.end() == null
                ? ""
                : ", "
                        + ConsoleFigure.of(Duration.between(run.started().time(), run.end())
                                        .toMillis()
                                / 1000.0)
                        + " s";
    }

    private static String author(Started started) {
        return started.author() == null || started.author().name() == null
                ? ""
                : ", by "
                        + new Actor(
                                started.author().name(),
                                null,
                                Objects.toString(started.author().source(), "unknown"));
    }

    private static Origin origin(Param param) {
        return param.origin() == null ? Origin.USER : param.origin();
    }

    private static String hash(DatasetRecord data) {
        String hash = data.hash();
        return hash == null ? "none" : hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }

    private String figure(String selector) {
        return run.metric(selector).map(ConsoleFigure::of).orElse(null);
    }

    private static void field(List<String> lines, String name, String value) {
        if (value != null) {
            List<String> text = ConsoleText.lines(ConsoleTable.visible(name) + ": " + value);
            lines.add(text.get(0));
            // No line of a note looks like another field.
            text.stream()
                    .skip(1)
                    .map(line -> line.startsWith(INDENT) ? line : INDENT + line)
                    .forEach(lines::add);
        }
    }

    /** The whole record, with every value of every metric. */
    String json() {
        ObjectNode json = RunJson.mapper().createObjectNode();
        json.put("schemaVersion", "1");
        json.set("run", RunJson.mapper().valueToTree(run));
        json.set("source", RunJson.mapper().valueToTree(facts.source()));
        json.set("environment", RunJson.mapper().valueToTree(facts.environment()));
        versions.forEach(version -> json.withArray("versions").add(version.toString()));
        json.set("changes", RunJson.mapper().valueToTree(changes.all()));
        json.put("journalSha256", journalSha256);
        return json.toPrettyString() + "\n";
    }

    /** A table with its title, where there is something to show. */
    private static final class Section<T> {

        private final List<String> lines;
        private final String title;
        private final List<T> rows;
        private final ConsoleTable table;

        Section(List<String> lines, String title, List<T> rows) {
            this.lines = lines;
            this.title = title;
            this.rows = rows;
            this.table = new ConsoleTable(rows.size());
        }

        Section<T> column(String head, boolean figures, Function<T, String> cell) {
            table.column(head, rows.stream().map(cell).toList(), figures);
            return this;
        }

        void end() {
            if (!rows.isEmpty()) {
                lines.add(title + " (" + rows.size() + "):");
                table.lines().forEach(line -> lines.add(INDENT + line));
            }
        }
    }
}
