package io.modeltracking.report;

import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Studies of a motor pricing build, with the events that the extension writes. */
final class MotorStudy {

    static final String GRID = "Motor_2026_Frequency_Grid";
    static final String GAP = "gap train to validation <= 5 %";

    private static final double[][] FIGURES = {
        {.5953, .6112}, {.5714, .5944}, {.5859, .6030}, {.5668, .5896}, {.5790, .5975}, {.5526, .5867}
    };

    private MotorStudy() {}

    /** The worked example: three depths by two learning rates; the deepest and fastest is overfitted, and rejected. */
    static void grid(MotorProject project) throws IOException {
        MotorRun study = project.run(GRID);
        String parent = study.id();
        study.event(new SearchEvent.Objective(MotorProject.DEVIANCE, "MINIMIZE", null, null));
        describe(
                study,
                "grid/1",
                6,
                "{\"dimensions\":[{\"name\":\"max_depth\",\"type\":\"choice\",\"choices\":[3,5,7]},"
                        + "{\"name\":\"learning_rate\",\"type\":\"choice\",\"choices\":[0.01,0.1]}]}");
        study.note("""
                ## Why this grid
                Depth **5** is the deepest that the gap rule lets through. See [the notes](https://example.org/notes)
                and `reference/actuarial.md`.

                - three depths
                - two learning rates
                """)
                .tag("team", "pricing")
                .event(new SearchEvent.Winner(
                        3, trialId(project, 3), 0.5896, "smallest " + MotorProject.DEVIANCE + " of 5 accepted trials"))
                .event(new RunEvent.Warning(
                        "rejected-though-better", "trial 5 is REJECTED THOUGH BETTER: gap 6.2 % > 5 %"))
                .param("max_depth", 5, Origin.SEARCH)
                .param("learning_rate", 0.1, Origin.SEARCH)
                .metric(MotorProject.DEVIANCE, 0.5896)
                .metric("validation.actual_expected", 1.0037)
                .metric("validation.gini.exposure", 0.2836)
                .metric(MotorProject.DEVIANCE + ".difference", 0.5896 - 0.5946)
                .metric(MotorProject.DEVIANCE + ".difference.lower", -0.0063)
                .metric(MotorProject.DEVIANCE + ".difference.upper", -0.0037)
                .accept("a trial is accepted", null, 5.0, 1.0, null);
        project.add(study);
        for (int trial = 0; trial < FIGURES.length; trial++) {
            project.add(trial(project, parent, trial));
        }
    }

    /** The run that a project of this size, with its study behind it, will make of a trial. */
    private static String trialId(MotorProject project, int trial) throws IOException {
        return new MotorRun(project.root(), GRID, project.runs().size() + 1 + trial).id();
    }

    static void describe(MotorRun study, String sampler, int planned, String space) throws IOException {
        study.tag("search.sampler", sampler)
                .tag("search.trials", Integer.toString(planned))
                .artifact("search-space.json", "application/json", space.getBytes(StandardCharsets.UTF_8));
    }

    private static MotorRun trial(MotorProject project, String parent, int trial) throws IOException {
        double train = FIGURES[trial][0];
        double validation = FIGURES[trial][1];
        double gap = validation / train - 1;
        boolean accepted = gap <= 0.05;
        MotorRun run = project.run(GRID)
                .trial(parent, trial)
                .event(new SearchEvent.Trial(trial, "grid/1", List.of()))
                .param("max_depth", 3 + 2 * (trial / 2), Origin.SEARCH)
                .param("learning_rate", trial % 2 == 0 ? 0.01 : 0.1, Origin.SEARCH)
                .param("objective", "count:poisson", Origin.USER)
                .param("nthread", 2, Origin.AUTOLOG)
                .param("base_score", 1.0, Origin.AUTOLOG)
                .boosted(train, validation, 150)
                .metric("validation.gini.exposure", 0.25 + 0.0112 * trial)
                .metric("gap", gap)
                .event(new SearchEvent.Objective(
                        MotorProject.DEVIANCE, "MINIMIZE", validation, accepted ? 0.0 : gap / 0.05 - 1));
        if (trial == 3) {
            run.picture("lift_chart.png")
                    .artifact("model.ubj", "application/octet-stream", new byte[231_000])
                    .artifact(
                            "shap_summary.csv",
                            "text/csv",
                            "feature,mean\nBonusMalus,0.31\n".getBytes(StandardCharsets.UTF_8));
        }
        return accepted
                ? run.event(new RunEvent.Check(GAP, "gap", null, gap, null, 0.05, 0.0, Verdict.ACCEPTED, null))
                        .finish(Status.FINISHED, Verdict.ACCEPTED, null)
                : run.reject(GAP, gap, 0.05, "gap 6.2 % > 5 %")
                        .finish(Status.ABORTED, Verdict.REJECTED, "gap 6.2 % > 5 %");
    }
}
