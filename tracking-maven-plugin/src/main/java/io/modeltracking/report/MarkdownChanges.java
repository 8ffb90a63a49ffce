package io.modeltracking.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The experiments of a build against earlier ones: changed, new, removed, unchanged. */
final class MarkdownChanges {

    private static final int NAME = 120;
    private static final int MOST_METRICS = 3;

    private final List<ExperimentChange> changes;
    private final List<ExperimentSummary> experiments;

    MarkdownChanges(List<ExperimentChange> changes, List<ExperimentSummary> experiments) {
        this.changes = changes;
        this.experiments = experiments;
    }

    MarkdownSection section() {
        List<String> rows = new ArrayList<>();
        for (ExperimentChange change : changes) {
            String counts = experiments.stream()
                    .filter(one -> one.name().equals(change.experiment()))
                    .findFirst()
                    .map(one -> one.runs() + " | " + one.accepted() + " | " + one.rejected() + " | " + one.faults()
                            + " | " + one.trials() + " | " + MarkdownRuns.judged(one))
                    .orElse("0 | 0 | 0 | 0 | 0 | ");
            rows.add("| " + (change.state() == ExperimentChange.State.UNCHANGED ? "" : "**")
                    + change.state().word()
                    + (change.state() == ExperimentChange.State.UNCHANGED ? "" : "**") + " | "
                    + MarkdownText.cell(change.experiment(), NAME) + " | " + metrics(change) + " | " + counts + " |\n");
        }
        return new MarkdownSection(
                "Experiments",
                "| since the last build | experiment | metrics, before → now | runs | accepted | rejected | failed | trials | judged by gates |\n"
                        + "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n",
                rows);
    }

    private static String metrics(ExperimentChange change) {
        String build = change.earlier() == null
                ? ""
                : "build " + MarkdownText.code(change.earlier().build(), 12);
        if (change.metrics().isEmpty()) {
            return build;
        }
        String rest = change.metrics().size() > MOST_METRICS
                ? "<br>" + (change.metrics().size() - MOST_METRICS) + " more"
                : "";
        return build
                + (change.sameData() ? "" : ", **other data**")
                + change.metrics().stream()
                        .limit(MOST_METRICS)
                        .map(MarkdownChanges::metric)
                        .collect(Collectors.joining())
                + rest;
    }

    private static String metric(ExperimentChange.Moved metric) {
        String sense =
                metric.sense() == null ? "" : " " + ("better".equals(metric.sense()) ? "✓ " : "✕ ") + metric.sense();
        return "<br>" + MarkdownText.cell(metric.name(), NAME) + " " + Figures.text(metric.before()) + " → "
                + Figures.text(metric.now()) + sense;
    }
}
