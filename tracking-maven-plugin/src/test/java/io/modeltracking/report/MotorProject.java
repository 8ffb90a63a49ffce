package io.modeltracking.report;

import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The runs of a motor pricing build, written as the extension writes them and read back from disk. */
final class MotorProject {

    static final Instant START = Instant.parse("2026-11-23T14:00:00Z");
    static final String MODULE = "org.example:motor-pricing";
    static final String DEVIANCE = "validation.poisson_deviance.per_exposure";

    private final TrackingRoot root;
    private final SourceState source;
    private final EnvironmentState environment;
    private final List<ReportRun> runs = new ArrayList<>();
    private Past past = Past.NONE;

    MotorProject(Path directory) throws IOException {
        root = TrackingRoot.find(directory, directory.toString());
        root.create();
        byte[] diff = ("diff --git a/src/Tariff.java b/src/Tariff.java\n--- a/src/Tariff.java\n+++ b/src/Tariff.java\n"
                        + "@@ -12,3 +12,3 @@ final class Tariff {\n   static double relativity(int age) {\n"
                        + "-    return age < 25 ? 1.8 : 1.0;\n+    return age < 25 && age > 0 ? 1.9 : 1.0;\n   }\n")
                .getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(root.facts().resolve("files"));
        Files.write(root.factFile(sha256(diff)), diff);
        source = new SourceState(
                "git",
                null,
                "9f3c2abd41e0b7f5a6c8d9e0f1a2b3c4d5e6f708",
                "main",
                "GITHUB_REF_NAME",
                "https://git.example.org/pricing/motor.git",
                true,
                false,
                "sha1",
                sha256(diff),
                List.of(new SourceState.OverlayFile("src/Tariff.java", "100644", sha256(diff), 412)),
                true);
        environment = new EnvironmentState(
                "17.0.15",
                "Eclipse Adoptium",
                "OpenJDK Runtime",
                "Linux",
                "6.1",
                "amd64",
                "x86-64 server",
                2,
                4L << 30,
                "en_GB",
                "UTC",
                "UTF-8",
                List.of("-Xmx4g", "-Duser.timezone=UTC"),
                Map.of("xgboost", "3.0.4"),
                List.of(
                        new EnvironmentState.Entry("xgboost4j_2.12-3.0.4.jar", hex64("xgboost"), 12_345_678L),
                        new EnvironmentState.Entry("tablesaw-core-0.44.4.jar", hex64("tablesaw"), 1_234_567L),
                        new EnvironmentState.Entry("target/classes", hex64("classes"), null)));
    }

    TrackingRoot root() {
        return root;
    }

    List<ReportRun> runs() {
        return List.copyOf(runs);
    }

    /** A baseline, a linear booster, a grid of six with its winner, an overfitted model, a broken and an interrupted run. */
    static MotorProject typical(Path directory) throws IOException {
        MotorProject project = new MotorProject(directory);
        project.add(project.run("Motor_2026_Frequency_Mean")
                .metric(DEVIANCE, 0.6251873)
                .metric("validation.actual_expected", 1.0021)
                .accept(
                        "validation.actual_expected in [0.95, 1.05]",
                        "validation.actual_expected",
                        1.0021,
                        0.95,
                        1.05));
        project.add(project.run("Motor_2026_Frequency_Linear")
                .param("booster", "gblinear", Origin.USER)
                .param("updater", "coord_descent", Origin.USER)
                .param("lambda", 0.001, Origin.USER)
                .boosted(0.6049, 0.6066, 60)
                .accept(
                        "validation.actual_expected in [0.95, 1.05]",
                        "validation.actual_expected",
                        1.0037,
                        0.95,
                        1.05));
        MotorStudy.grid(project);
        project.add(project.run("Motor_2026_Frequency_Overfitted")
                .param("max_depth", 12, Origin.USER)
                .param("eta", 0.5, Origin.USER)
                .boosted(0.4012, 0.7310, 150)
                .reject("gap train to validation <= 5 %", 0.822, 0.05, "gap 82.2 % > 5 %")
                .finish(Status.FINISHED, Verdict.REJECTED, "gap 82.2 % > 5 %, as expected"));
        project.add(
                project.run("Motor_2026_Severity_Gamma")
                        .param("objective", "reg:gamma", Origin.USER)
                        .broken(
                                "ml.dmlc.xgboost4j.java.XGBoostError",
                                "[14:02:11] src/objective/regression_obj.cu:88: Check failed: is_null_weight: label must be positive for gamma regression."));
        project.add(project.run("Motor_2026_Frequency_Bayes")
                .param("max_depth", 7, Origin.SEARCH)
                .metric(DEVIANCE, 0.5921)
                .interrupted());
        project.past =
                MotorPast.of(project, project.champion(), project.winner().record());
        return project;
    }

    /** A run of an earlier build, which no report of this one lists. */
    private ReportRun champion() throws IOException {
        RunRecord run = new MotorRun(root, MotorStudy.GRID, -2_000_000)
                .build("71")
                .param("max_depth", 5, Origin.SEARCH)
                .param("learning_rate", 0.05, Origin.SEARCH)
                .metric(DEVIANCE, 0.5946)
                .metric("validation.actual_expected", 1.0041)
                .metric("validation.gini.exposure", 0.2751)
                .close();
        return new ReportRun(run, source, environment, root.run(run.id()).resolve("artifacts"), true);
    }

    MotorRun run(String experiment) throws IOException {
        return new MotorRun(root, experiment, runs.size());
    }

    void add(MotorRun run) throws IOException {
        RunRecord record = run.close();
        Path artifacts = root.run(record.id()).resolve("artifacts");
        Map<String, Integer> looks = record.search().winner() == null ? Map.of() : Map.of("holdout", 3);
        runs.add(new ReportRun(record, source, environment, artifacts, false, looks, null));
    }

    ReportRun winner() {
        return runs.stream()
                .filter(run -> Integer.valueOf(3).equals(run.record().started().trial()))
                .findFirst()
                .orElse(runs.get(0));
    }

    /** The study, where there is one: it carries its winner's figures, and gates judge it. */
    private ReportRun judged() {
        return runs.stream()
                .filter(run -> run.record().search().winner() != null)
                .findFirst()
                .orElse(winner());
    }

    List<GateLine> gates() {
        String winner = judged().record().id();
        return List.of(
                new GateLine(
                        "Deviance",
                        DEVIANCE + " <= 0.60",
                        "Motor_2026_Frequency_Grid",
                        DEVIANCE,
                        0.5896,
                        null,
                        0.6,
                        true,
                        null,
                        winner),
                new GateLine(
                        "Actual against expected",
                        "validation.actual_expected in [0.95, 1.05]",
                        "Motor_2026_Frequency_Grid",
                        "validation.actual_expected",
                        1.0037,
                        0.95,
                        1.05,
                        true,
                        null,
                        winner),
                new GateLine(
                        "Gini",
                        "validation.gini.exposure >= 0.28",
                        "Motor_2026_Frequency_Grid",
                        "validation.gini.exposure",
                        0.2836,
                        0.28,
                        null,
                        true,
                        null,
                        winner));
    }

    ReportInput input() {
        return input(gates());
    }

    ReportInput input(List<GateLine> gates) {
        return input(gates, past);
    }

    ReportInput input(List<GateLine> gates, Past before) {
        return input(gates, before, null);
    }

    ReportInput listing(Listing listing) {
        return input(gates(), past, listing);
    }

    private ReportInput input(List<GateLine> gates, Past before, Listing listing) {
        return new ReportInput(
                "motor-pricing",
                MODULE,
                "1.4.0-SNAPSHOT",
                "118",
                START.plusSeconds(120),
                "https://ci.example.org/jobs/118",
                source,
                root,
                runs(),
                gates,
                BuildVerdict.of(gates, runs()),
                List.of(
                        "The work tree has uncommitted changes: what is released cannot be rebuilt from its commit alone"),
                42L,
                before.registry().head(),
                reproduce(),
                before,
                listing);
    }

    private String reproduce() {
        return runs.isEmpty()
                ? null
                : "mvn tracking:reproduce -Drun=" + winner().record().shortId();
    }

    static String hex64(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
