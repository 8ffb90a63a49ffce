package io.modeltracking.report;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.RunRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Experiments, failures and runs in Markdown. */
final class MarkdownRuns {

    private static final int NAME = 120;
    private static final int MOST_RUNS = 50;
    private static final int MOST_METRICS = 4;
    private static final int STACK = 1500;

    private final ReportInput input;
    private final List<ReportRun> runs;
    private final List<ReportRun> listed;

    /** Trials are left out, unless somebody asks for them: they are told with their studies. */
    MarkdownRuns(ReportInput input) {
        this.input = input;
        Studies studies = Studies.of(input.runs());
        this.runs = input.runs().stream().filter(run -> !studies.isPart(run)).toList();
        this.listed = input.listing() == null ? runs : input.listed();
    }

    static String shortId(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    MarkdownSection experiments() {
        List<ExperimentChange> changes = ExperimentChange.of(input);
        if (!changes.isEmpty()) {
            return new MarkdownChanges(changes, ExperimentSummary.of(input)).section();
        }
        List<String> rows = new ArrayList<>();
        for (ExperimentSummary experiment : ExperimentSummary.of(input)) {
            rows.add("| " + MarkdownText.cell(experiment.name(), NAME) + " | " + experiment.runs() + " | "
                    + experiment.accepted() + " | " + experiment.rejected() + " | " + experiment.faults() + " | "
                    + experiment.trials() + " | " + judged(experiment) + " |\n");
        }
        return new MarkdownSection(
                "Experiments",
                "| experiment | runs | accepted | rejected | failed | trials | judged by gates |\n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n",
                rows);
    }

    static String judged(ExperimentSummary experiment) {
        return String.join(
                ", ",
                experiment.judged().stream()
                        .limit(MOST_METRICS)
                        .map(id -> MarkdownText.code(shortId(id), 8))
                        .toList());
    }

    MarkdownSection failures() {
        List<String> items = new ArrayList<>();
        for (ReportRun run : runs) {
            if (run.outcome().isFault()) {
                items.add(failure(run));
            }
        }
        return new MarkdownSection("Failures", "", items);
    }

    private static String failure(ReportRun run) {
        RunRecord record = run.record();
        String text = "- **" + run.outcome() + "** " + MarkdownText.code(record.shortId(), 8) + ' '
                + MarkdownText.cell(record.experiment(), NAME);
        if (record.reason() != null) {
            text += ": " + MarkdownText.cell(record.reason(), 2 * NAME);
        }
        if (record.failure() == null || record.failure().stack() == null) {
            return text + '\n';
        }
        String stack = MarkdownText.block(record.failure().stack(), STACK).indent(2);
        return text + "\n\n" + stack + '\n';
    }

    /** The latest runs, those that gates judged first; or as somebody asked for them. */
    MarkdownSection table() {
        Set<String> metrics = columns();
        StringBuilder head = new StringBuilder("| verdict | run | experiment | reason |");
        StringBuilder rule = new StringBuilder("| --- | --- | --- | --- |");
        for (String metric : metrics) {
            head.append(' ').append(MarkdownText.cell(metric, NAME)).append(" |");
            rule.append(" ---: |");
        }
        List<String> rows = new ArrayList<>();
        for (ReportRun run : ordered()) {
            rows.add(row(run, metrics));
        }
        return new MarkdownSection(
                "Runs", head.append('\n').append(rule).append('\n').toString(), rows, MOST_RUNS);
    }

    private static String row(ReportRun run, Set<String> metrics) {
        RunRecord record = run.record();
        StringBuilder row = new StringBuilder("| " + run.outcome() + " | " + MarkdownText.code(record.shortId(), 8)
                + " | " + MarkdownText.cell(record.experiment(), NAME) + " | "
                + MarkdownText.cell(record.reason() == null ? "" : record.reason(), NAME) + " |");
        for (String metric : metrics) {
            row.append(' ')
                    .append(record.metric(metric).map(Figures::text).orElse(""))
                    .append(" |");
        }
        return row.append('\n').toString();
    }

    /** What the gates read, then what the runs logged first. */
    private Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        for (GateLine gate : input.gates()) {
            if (gate.metric() != null && names.size() < MOST_METRICS && isSelector(gate.metric())) {
                names.add(gate.metric());
            }
        }
        for (ReportRun run : listed) {
            for (MetricSeries series : MetricSeries.of(run.record())) {
                if (names.size() >= MOST_METRICS) {
                    return names;
                }
                if (isSelector(series.name())) {
                    names.add(series.name());
                }
            }
        }
        return names;
    }

    private static boolean isSelector(String metric) {
        try {
            return MetricSelector.parse(metric) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<ReportRun> ordered() {
        if (input.listing() != null && input.listing().order() != null) {
            return listed;
        }
        Set<String> judged = new LinkedHashSet<>();
        ExperimentSummary.of(input).forEach(experiment -> judged.addAll(experiment.judged()));
        List<ReportRun> first = new ArrayList<>();
        List<ReportRun> rest = new ArrayList<>();
        for (ReportRun run : listed) {
            (judged.contains(run.record().id()) ? first : rest).add(run);
        }
        Collections.reverse(rest);
        first.addAll(rest);
        return first;
    }
}
