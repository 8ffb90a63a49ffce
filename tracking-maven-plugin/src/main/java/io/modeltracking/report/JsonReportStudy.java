package io.modeltracking.report;

import io.modeltracking.run.SearchEvent.Objective;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** A study in the report for programs: what was optimised, who won, and how each trial ended. */
final class JsonReportStudy {

    private final JsonFields json;

    JsonReportStudy(JsonFields json) {
        this.json = json;
    }

    void write(Study study) throws IOException {
        Map<String, String> tags = study.run().record().tags();
        json.object(() -> {
            json.text("run", study.run().record().id());
            json.text("experiment", study.run().record().experiment());
            json.text("metric", study.objective().metric());
            json.text("direction", study.objective().direction());
            json.text("sampler", tags.get("search.sampler"));
            json.text("planned", tags.get("search.trials"));
            json.object("counts", () -> {
                for (Map.Entry<Outcome, Integer> count : study.counts().entrySet()) {
                    json.whole(count.getKey().name().toLowerCase(Locale.ROOT), count.getValue());
                }
            });
            json.value("winner", study.winner());
            json.array("rejectedThoughBetter", study.rejectedThoughBetter(), trial -> json.whole(trial.number()));
            json.array("trials", study.trials(), this::trial);
        });
    }

    private void trial(StudyTrial trial) throws IOException {
        Objective objective = trial.objective();
        json.object(() -> {
            json.whole("trial", trial.number());
            json.text("run", trial.runId());
            json.flag("reused", trial.reused());
            json.text(
                    "outcome", trial.outcome() == null ? null : trial.outcome().name());
            json.text(
                    "reason", trial.run() == null ? null : trial.run().record().reason());
            if (objective != null) {
                json.real("objective", objective.value());
                json.real("violation", objective.violation());
                json.whole("parts", objective.parts());
                json.real("standardDeviation", objective.standardDeviation());
            }
            json.text("sampler", trial.sampler());
        });
    }
}
