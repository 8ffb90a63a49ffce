package io.modeltracking.report;

import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A study of any kind, journal by journal: its trials first, for they have ended when the study names its winner. */
final class StudyFixture {

    static final String METRIC = "validation.rmse";
    static final String GAP = "gap train.rmse → validation.rmse <= 5 %";

    private final MotorProject project;
    private final String experiment;
    private final MotorRun study;
    private final String direction;
    private int trials;

    private StudyFixture(MotorProject project, String experiment, String direction) throws IOException {
        this.project = project;
        this.experiment = experiment;
        this.direction = direction;
        // A number of its own: the others are those of the runs that are added.
        this.study = new MotorRun(
                project.root(), experiment, 100_000 + project.runs().size());
    }

    static StudyFixture of(MotorProject project, String experiment, String space) throws IOException {
        return of(project, experiment, "MINIMIZE", space);
    }

    static StudyFixture of(MotorProject project, String experiment, String direction, String space) throws IOException {
        StudyFixture fixture = new StudyFixture(project, experiment, direction);
        fixture.study.event(new Objective(METRIC, direction, null, null));
        MotorStudy.describe(fixture.study, "tpe/optuna-5.0", 40, space);
        return fixture;
    }

    /** One param of a range. */
    static String range(String name, double min, double max, boolean log) {
        return "{\"name\":\"" + name + "\",\"type\":\"real\",\"min\":" + min + ",\"max\":" + max
                + ",\"step\":0.0,\"log\":" + log + "}";
    }

    static String space(String... params) {
        return "{\"dimensions\":[" + String.join(",", params) + "]}";
    }

    /** A trial that is to be ended; its objective is null when it never came to one. */
    String trial(Map<String, ?> params, Objective objective, UnaryOperator<MotorRun> end) throws IOException {
        int number = trials++;
        MotorRun run = project.run(experiment)
                .trial(study.id(), number)
                .event(new SearchEvent.Trial(number, "tpe/optuna-5.0", List.of()));
        params.forEach((name, value) -> run.param(name, value, Origin.SEARCH));
        if (objective != null) {
            run.event(objective);
            if (objective.value() != null) {
                run.metric(METRIC, objective.value());
            }
        }
        project.add(end.apply(run));
        return run.id();
    }

    Objective objective(Double value, Double violation) {
        return new Objective(METRIC, direction, value, violation);
    }

    String accepted(Map<String, ?> params, double value) throws IOException {
        return trial(
                params,
                objective(value, 0.0),
                run -> run.event(check(0.03, null)).finish(Status.FINISHED, Verdict.ACCEPTED, null));
    }

    String rejected(Map<String, ?> params, double value, double gap) throws IOException {
        String reason = "gap " + 100 * gap + " % > 5 %";
        return trial(
                params,
                objective(value, gap / 0.05 - 1),
                run -> run.event(check(gap, reason)).finish(Status.ABORTED, Verdict.REJECTED, reason));
    }

    private static RunEvent.Check check(double gap, String message) {
        return new RunEvent.Check(
                GAP,
                "gap",
                METRIC,
                gap,
                null,
                0.05,
                Math.max(0, gap / 0.05 - 1),
                message == null ? Verdict.ACCEPTED : Verdict.REJECTED,
                message);
    }

    String pruned(Map<String, ?> params, int steps) throws IOException {
        Objective watched = new Objective(METRIC, direction, null, null, null, null, METRIC);
        return trial(params, watched, run -> {
            for (int step = 0; step < steps; step++) {
                run.event(new RunEvent.Metric(METRIC, 0.7 - 0.01 * step, (long) step, 0, direction));
            }
            return run.finish(Status.PRUNED, null, "pruned at step " + (steps - 1));
        });
    }

    String broken(Map<String, ?> params, String message) throws IOException {
        return trial(params, objective(null, null), run -> run.broken("java.lang.IllegalStateException", message));
    }

    MotorRun study() {
        return study;
    }

    /** Ends the study. */
    String ends(Status status, Verdict verdict, String reason) throws IOException {
        project.add(study.finish(status, verdict, reason));
        return study.id();
    }

    String wonBy(int trial, String run, double objective) throws IOException {
        study.event(new SearchEvent.Winner(trial, run, objective, "smallest " + METRIC + " of the accepted trials"))
                .metric(METRIC, objective);
        return ends(Status.FINISHED, Verdict.ACCEPTED, null);
    }
}
