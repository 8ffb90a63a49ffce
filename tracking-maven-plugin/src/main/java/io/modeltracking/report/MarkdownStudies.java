package io.modeltracking.report;

import io.modeltracking.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Studies in Markdown: each with its winner and what was rejected though better; its trials are counted, not listed. */
final class MarkdownStudies {

    private static final int NAME = 120;
    private static final int MESSAGE = 300;
    private static final int MOST_BETTER = 3;

    private final Studies studies;

    MarkdownStudies(Studies studies) {
        this.studies = studies;
    }

    MarkdownSection section() {
        return new MarkdownSection(
                "Studies",
                "",
                studies.all().stream().map(MarkdownStudies::study).toList());
    }

    private static String study(Study study) {
        RunRecord run = study.run().record();
        String direction = "MAXIMIZE".equals(study.objective().direction()) ? "maximise " : "minimise ";
        StringBuilder text = new StringBuilder("- **" + study.run().outcome() + "** "
                + MarkdownText.code(run.shortId(), 8) + ' ' + MarkdownText.cell(run.experiment(), NAME) + ": "
                + counts(study) + ", to " + direction
                + MarkdownText.code(study.objective().metric(), NAME) + '\n');
        if (study.winner() == null) {
            text.append("  - no winner")
                    .append(run.reason() == null ? "" : ": " + MarkdownText.cell(run.reason(), MESSAGE))
                    .append('\n');
            study.nearestMisses()
                    .forEach(miss -> text.append("  - nearest miss: ").append(trial(miss)));
        } else {
            text.append("  - winner: ").append(winner(study)).append('\n');
            better(study, text);
        }
        study.remarks()
                .forEach(remark -> text.append("  - ")
                        .append(MarkdownText.cell(remark, MESSAGE))
                        .append('\n'));
        return text.toString();
    }

    /** {@code 6 trials: 5 accepted, 1 rejected}. */
    static String counts(Study study) {
        int trials = study.trials().size();
        Map<Outcome, Integer> counts = study.counts();
        List<String> words = new ArrayList<>();
        counts.forEach((outcome, count) -> words.add(count + " " + outcome.word()));
        int unknown =
                trials - counts.values().stream().mapToInt(Integer::intValue).sum();
        if (unknown > 0) {
            words.add(unknown + " not in this report");
        }
        return (trials == 1 ? "1 trial" : trials + " trials")
                + (words.isEmpty() ? "" : ": " + String.join(", ", words));
    }

    private static String winner(Study study) {
        StudyTrial trial = study.winningTrial();
        String text = "trial " + study.winner().trial() + " ("
                + MarkdownText.code(MarkdownRuns.shortId(study.winner().run()), 8) + ")";
        if (study.winner().objective() != null) {
            text += ", " + Figures.text(study.winner().objective()) + (trial == null ? "" : spread(trial));
        }
        text += trial == null ? "" : params(trial);
        return study.winner().rule() == null
                ? text
                : text + "; the " + MarkdownText.cell(study.winner().rule(), MESSAGE);
    }

    /** {@code  ± 0.0031 (5 parts)}; empty of a trial that was run once. */
    private static String spread(StudyTrial trial) {
        return trial.objective() == null || trial.objective().standardDeviation() == null
                ? ""
                : " ± " + Figures.text(trial.objective().standardDeviation()) + " ("
                        + trial.objective().parts() + " parts)";
    }

    private static String params(StudyTrial trial) {
        String params = trial.run() == null
                ? ""
                : trial.run().record().params().values().stream()
                        .filter(StudySpace::isSearched)
                        .map(param ->
                                param.name() + " = " + Texts.line(param.value().text(), NAME))
                        .collect(Collectors.joining(", "));
        return params.isEmpty() ? "" : ", with " + MarkdownText.cell(params, MESSAGE);
    }

    private static void better(Study study, StringBuilder text) {
        List<StudyTrial> better = study.rejectedThoughBetter();
        better.stream()
                .limit(MOST_BETTER)
                .forEach(
                        trial -> text.append("  - **REJECTED THOUGH BETTER**: ").append(trial(trial)));
        if (better.size() > MOST_BETTER) {
            text.append("  - **REJECTED THOUGH BETTER**: ")
                    .append(better.size() - MOST_BETTER)
                    .append(" more in `index.html`\n");
        }
    }

    private static String trial(StudyTrial trial) {
        String reason = trial.run() == null ? null : trial.run().record().reason();
        return "trial " + trial.number() + " (" + MarkdownText.code(MarkdownRuns.shortId(trial.runId()), 8) + ")"
                + (trial.value() == null ? "" : ", " + Figures.text(trial.value())) + params(trial)
                + (reason == null ? "" : ": " + MarkdownText.cell(reason, MESSAGE)) + '\n';
    }
}
