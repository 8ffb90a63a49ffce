package io.modeltracking.report;

import io.modeltracking.run.Reals;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The last value of every metric as OpenMetrics text, of runs by themselves, studies and winners: other trials are thousands. A
 * family a metric, {@code model_} and its name; gates and counts
 * besides, whose labels stay the same from build to build, so that a tool that compares two files finds the pairs.
 */
final class OpenMetricsReport {

    private static final int LONGEST_LABEL = 300;

    private final ReportInput input;

    OpenMetricsReport(ReportInput input) {
        this.input = input;
    }

    void write(Writer out) throws IOException {
        Map<String, List<String>> families = new TreeMap<>();
        if (input.ledgerHead() != null) {
            add(families, "tracking_ledger_head", 1, "head", input.ledgerHead(), "module", input.module());
        }
        gates(families);
        challenges(families);
        studies(families);
        runs(families);
        for (Map.Entry<String, List<String>> family : families.entrySet()) {
            out.append("# TYPE ").append(family.getKey()).append(" gauge\n");
            for (String sample : family.getValue()) {
                out.append(sample);
            }
        }
        out.append("# EOF\n");
    }

    private void gates(Map<String, List<String>> families) {
        int number = 0;
        for (GateLine gate : input.gates()) {
            number++;
            String[] labels = {
                "experiment",
                gate.experiment(),
                "gate",
                gate.name(),
                "metric",
                gate.metric(),
                "module",
                input.module(),
                "number",
                Integer.toString(number)
            };
            add(families, "tracking_gate_passed", gate.passed() ? 1 : 0, labels);
            if (gate.observed() != null) {
                add(families, "tracking_gate_observed", gate.observed(), labels);
            }
        }
        for (ExperimentSummary experiment : ExperimentSummary.of(input)) {
            String[] labels = {"experiment", experiment.name(), "module", input.module()};
            add(families, "tracking_runs", experiment.runs(), labels);
            add(families, "tracking_runs_accepted", experiment.accepted(), labels);
            add(families, "tracking_runs_rejected", experiment.rejected(), labels);
            add(families, "tracking_runs_failed", experiment.faults(), labels);
        }
    }

    private void challenges(Map<String, List<String>> families) {
        int number = 0;
        for (Challenge challenge : Challenge.of(input)) {
            number++;
            for (ChallengeMetric metric : challenge.metrics()) {
                String[] labels = {
                    "experiment",
                    challenge.challenger().record().experiment(),
                    "metric",
                    metric.name(),
                    "model",
                    challenge.model(),
                    "module",
                    input.module(),
                    "number",
                    Integer.toString(number)
                };
                add(families, "tracking_champion", metric.champion(), labels);
                add(families, "tracking_champion_difference", metric.difference(), labels);
            }
        }
    }

    private void studies(Map<String, List<String>> families) {
        int number = 0;
        for (Study study : Studies.of(input.runs()).all()) {
            number++;
            String[] labels = {
                "direction",
                study.objective().direction(),
                "experiment",
                study.run().record().experiment(),
                "metric",
                study.objective().metric(),
                "module",
                input.module(),
                "number",
                Integer.toString(number)
            };
            add(families, "tracking_study_trials", study.trials().size(), labels);
            add(
                    families,
                    "tracking_study_rejected_though_better",
                    study.rejectedThoughBetter().size(),
                    labels);
            if (study.winner() != null && study.winner().objective() != null) {
                add(families, "tracking_study_winner", study.winner().trial(), labels);
                add(families, "tracking_study_winner_objective", study.winner().objective(), labels);
            }
        }
    }

    private void runs(Map<String, List<String>> families) {
        Set<String> winners = Studies.of(input.runs()).winners();
        for (ReportRun run : input.runs()) {
            if (run.record().started().parent() != null
                    && !winners.contains(run.record().id())) {
                continue;
            }
            String module = run.record().started().module();
            for (MetricSeries series : MetricSeries.of(run.record())) {
                add(
                        families,
                        "model_" + series.name().replaceAll("[^a-zA-Z0-9_]", "_"),
                        series.last(),
                        "experiment",
                        run.record().experiment(),
                        "metric",
                        series.name(),
                        "module",
                        module == null ? input.module() : module,
                        "run",
                        run.record().id());
            }
        }
    }

    private static void add(Map<String, List<String>> families, String family, double value, String... labels) {
        StringBuilder line = new StringBuilder(family).append('{');
        for (int i = 0; i < labels.length; i += 2) {
            line.append(i == 0 ? "" : ",").append(labels[i]).append("=\"");
            escape(labels[i + 1] == null ? "" : Texts.visible(labels[i + 1], LONGEST_LABEL), line);
            line.append('"');
        }
        line.append("} ").append(number(value)).append('\n');
        families.computeIfAbsent(family, name -> new ArrayList<>()).add(line.toString());
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append(' ');
                default -> out.append(c);
            }
        }
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Reals.text(value);
    }
}
