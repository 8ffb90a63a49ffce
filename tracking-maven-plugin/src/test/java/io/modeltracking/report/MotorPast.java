package io.modeltracking.report;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.Stage;
import io.modeltracking.registry.Waivable;
import io.modeltracking.run.RunRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What was there before a motor pricing build: a version in Production, and the build's own winner registered behind it. */
final class MotorPast {

    static final String MODEL = "motor-frequency";
    static final Actor ADA = new Actor("Ada", "ada@example.org", "git");
    static final Actor EVE = new Actor("Eve", null, "ci:GitHub Actions");

    private static final Instant JUNE = Instant.parse("2026-06-30T09:12:00Z");

    private final MotorProject project;

    private MotorPast(MotorProject project) {
        this.project = project;
    }

    static Past of(MotorProject project, ReportRun production, RunRecord winner) {
        RunRecord champion = production.record();
        MotorPast past = new MotorPast(project);
        past.at(JUNE, ADA)
                .register(
                        MODEL,
                        evidence(champion, Map.of("owner", "Pricing", "purpose", "Frequency of motor claims")),
                        "first boosted tariff",
                        () -> {});
        past.at(JUNE.plus(Duration.ofHours(1)), ADA).promote(MODEL + "/1", Stage.STAGING, "all gates hold");
        past.at(JUNE.plus(Duration.ofDays(1)), EVE)
                .promote(MODEL + "/1", Stage.PRODUCTION, "peer review passed; better lift than the 2025 tariff");
        Instant build = MotorProject.START;
        past.at(build, ADA)
                .waive(
                        MODEL,
                        winner.id(),
                        Waivable.DIRTY_TREE,
                        build.plus(Duration.ofDays(7)),
                        "hot fix of the age relativity");
        past.at(build.plusSeconds(130), ADA)
                .register(MODEL, evidence(winner, Map.of()), "winner of the grid, all gates hold", () -> {});
        past.at(build.plusSeconds(131), EVE).promote(MODEL + "/2", Stage.STAGING, "winner of the grid, all gates hold");
        past.at(build.plusSeconds(900), ADA).request(MODEL + "/2", Stage.PRODUCTION, "lower deviance on the hold-out");
        return new Past(
                Registry.of(new Ledger(project.root(), Clock.systemUTC()).events()),
                Map.of(champion.id(), production),
                earlier());
    }

    /** Four builds of the grid, one of them on a branch of its own, and an experiment that is no more. */
    private static List<EarlierRun> earlier() {
        return List.of(
                earlier("101", "main", "Motor_2026_Frequency_Grid", 0.5970),
                earlier("105", "main", "Motor_2026_Frequency_Grid", 0.5946),
                earlier("110", "deeper-trees", "Motor_2026_Frequency_Grid", 0.5921),
                earlier("117", "main", "Motor_2026_Frequency_Mean", 0.6251873),
                earlier("117", "main", "Motor_2026_Frequency_Spline", 0.6002),
                earlier("117", "main", "Motor_2026_Frequency_Grid", 0.5911));
    }

    private static EarlierRun earlier(String build, String branch, String experiment, double deviance) {
        return new EarlierRun(
                MotorProject.hex64(build + experiment).substring(0, 32),
                experiment,
                build,
                branch,
                MotorProject.START.minus(Duration.ofHours(200 - Long.parseLong(build))),
                MotorProject.hex64("TRAIN") + ", " + MotorProject.hex64("VALIDATION"),
                Map.of(MotorProject.DEVIANCE, deviance));
    }

    private Registrar at(Instant time, Actor actor) {
        Clock clock = Clock.fixed(time, ZoneOffset.UTC);
        return new Registrar(new Ledger(project.root(), clock), clock, new Registrar.Policy(actor, 10, false, false));
    }

    private static Evidence evidence(RunRecord run, Map<String, String> about) {
        return new Evidence(
                run.id(),
                run.started().parent(),
                run.experiment(),
                1,
                null,
                List.of(new Evidence.Considered(run.id(), "FINISHED", null, "0.59")),
                List.of(new Evidence.File("model.ubj", MotorProject.hex64(run.id()), 231_000)),
                List.of(new Evidence.Data("validation", "VALIDATION", MotorProject.hex64("VALIDATION"))),
                "9f3c2abd41e0b7f5a6c8d9e0f1a2b3c4d5e6f708",
                "main",
                run.started().parent() != null,
                run.started().build(),
                MotorProject.MODULE,
                List.of(new Evidence.Verdict(MotorProject.DEVIANCE + " <= 0.60", "0.59", true)),
                List.of(ADA),
                about,
                List.of());
    }
}
