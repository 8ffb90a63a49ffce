package io.modeltracking.packaging;

import io.modeltracking.registry.Evidence;
import io.modeltracking.report.MarkdownText;
import java.util.List;

/** A page on a version for people, as {@code model-card.md}. What only people know and nobody gave is NOT PROVIDED. */
final class ModelCard {

    private static final int LIMIT = 500;
    private static final List<String> ASKED = List.of("purpose", "owner", "tier", "limits");

    private final BundleSubject subject;
    private final StringBuilder out = new StringBuilder();

    private ModelCard(BundleSubject subject) {
        this.subject = subject;
    }

    static String of(BundleSubject subject) {
        return new ModelCard(subject).write();
    }

    private String write() {
        Evidence evidence = subject.version().evidence();
        out.append("# ").append(cell(subject.version().toString())).append("\n\n");
        row("project", subject.project());
        row("registered", subject.registration().time().toString());
        row("experiment", evidence.experiment());
        row("run", evidence.run());
        row("commit", evidence.commit() == null ? "none" : evidence.commit() + (evidence.dirty() ? " (dirty)" : ""));
        ASKED.forEach(name -> row(name, evidence.about().getOrDefault(name, "NOT PROVIDED")));
        subject.files().forEach(file -> row("file", file.name() + ", sha256 " + file.sha256()));
        section(
                "Data",
                "name | role | sha256",
                evidence.datasets().stream()
                        .map(data -> List.of(data.name(), text(data.role()), text(data.sha256())))
                        .toList());
        section(
                "Gates",
                "rule | observed | verdict",
                evidence.gates().stream()
                        .map(gate ->
                                List.of(gate.rule(), text(gate.observed()), gate.passed() ? "holds" : "does not hold"))
                        .toList());
        subject.booster()
                .filter(file -> file.logged() != null)
                .ifPresent(file -> section(
                        "Features",
                        "name | type",
                        file.logged().features().stream()
                                .map(feature -> List.of(feature.name(), text(feature.type())))
                                .toList()));
        return out.toString();
    }

    private void row(String name, String value) {
        out.append("- ").append(name).append(": ").append(cell(value)).append('\n');
    }

    private void section(String title, String head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.append("\n## ")
                .append(title)
                .append("\n\n| ")
                .append(head)
                .append(" |\n")
                .append("| --- ".repeat(rows.get(0).size()))
                .append("|\n");
        rows.forEach(row -> {
            row.forEach(value -> out.append("| ").append(cell(value)).append(' '));
            out.append("|\n");
        });
    }

    private static String text(String value) {
        return value == null ? "–" : value;
    }

    private static String cell(String value) {
        return MarkdownText.cell(value, LIMIT);
    }
}
