package io.modeltracking.report;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.DatasetRecord.Column;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.Journal;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.io.InputStream;
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
        grid(project);
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
        return project;
    }

    private static void grid(MotorProject project) throws IOException {
        RunBuilder study = project.run("Motor_2026_Frequency_Grid");
        String parent = study.id();
        study.metric("study.best", 0.5896)
                .note("""
                ## Why this grid
                Depth **5** is the deepest that the gap rule lets through. See [the notes](https://example.org/notes)
                and `reference/actuarial.md`.

                - three depths
                - two learning rates
                """)
                .tag("team", "pricing")
                .accept("a trial is accepted", null, 5.0, 1.0, null);
        project.add(study);
        double[][] figures = {
            {.5953, .6112}, {.5714, .5944}, {.5859, .6030}, {.5668, .5896}, {.5790, .5975}, {.5526, .5867}
        };
        for (int trial = 0; trial < 6; trial++) {
            double train = figures[trial][0];
            double validation = figures[trial][1];
            double gap = validation / train - 1;
            RunBuilder run = project.run("Motor_2026_Frequency_Grid")
                    .trial(parent, trial)
                    .param("max_depth", 3 + 2 * (trial / 2), Origin.SEARCH)
                    .param("learning_rate", trial % 2 == 0 ? 0.01 : 0.1, Origin.SEARCH)
                    .param("objective", "count:poisson", Origin.USER)
                    .param("nthread", 2, Origin.AUTOLOG)
                    .param("base_score", 1.0, Origin.AUTOLOG)
                    .boosted(train, validation, 150)
                    .metric("validation.gini.exposure", 0.25 + 0.0112 * trial)
                    .metric("gap", gap);
            if (trial == 5) {
                run.reject("gap train to validation <= 5 %", gap, 0.05, "gap 6.2 % > 5 %")
                        .finish(Status.ABORTED, Verdict.REJECTED, "gap 6.2 % > 5 %");
            } else {
                run.accept("gap train to validation <= 5 %", "gap", gap, null, 0.05);
            }
            if (trial == 3) {
                run.picture("lift_chart.png")
                        .artifact("model.ubj", "application/octet-stream", new byte[231_000])
                        .artifact(
                                "shap_summary.csv",
                                "text/csv",
                                "feature,mean\nBonusMalus,0.31\n".getBytes(StandardCharsets.UTF_8));
            }
            project.add(run);
        }
    }

    RunBuilder run(String experiment) throws IOException {
        return new RunBuilder(experiment, runs.size());
    }

    void add(RunBuilder run) throws IOException {
        RunRecord record = run.close();
        runs.add(
                new ReportRun(record, source, environment, root.run(record.id()).resolve("artifacts"), false));
    }

    ReportRun winner() {
        return runs.stream()
                .filter(run -> Integer.valueOf(3).equals(run.record().started().trial()))
                .findFirst()
                .orElse(runs.get(0));
    }

    List<GateLine> gates() {
        String winner = winner().record().id();
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
                hex64("ledger"),
                reproduce());
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

    /** Writes one run's journal. */
    final class RunBuilder {
        private final String id;
        private final String experiment;
        private final Instant start;
        private final List<RunEvent> events = new ArrayList<>();
        private String parent;
        private Integer trial;
        private boolean ended;

        private RunBuilder(String experiment, int number) {
            this.experiment = experiment;
            this.id = hex64(experiment + number).substring(0, 32);
            this.start = START.plusSeconds(number * 7L);
            for (String kind : new String[] {"TRAIN", "VALIDATION"}) {
                events.add(new RunEvent.Data(dataset(kind)));
            }
            events.add(new RunEvent.Seed("seed/v1", 42, List.of("shared", "split"), 7_046_029_254_386_353_131L));
        }

        String id() {
            return id;
        }

        RunBuilder trial(String study, int number) {
            parent = study;
            trial = number;
            return this;
        }

        RunBuilder param(String name, Object value, Origin origin) {
            events.add(new RunEvent.Param(name, ParamValue.of(value), origin));
            return this;
        }

        RunBuilder metric(String name, double value) {
            String direction = name.contains("deviance") ? "MINIMIZE" : name.contains("gini") ? "MAXIMIZE" : null;
            events.add(new RunEvent.Metric(name, value, null, start.toEpochMilli(), direction));
            return this;
        }

        RunBuilder boosted(double train, double validation, int rounds) {
            for (int round = 1; round <= rounds; round++) {
                double left = Math.exp(-round / 30.0);
                curve("xgboost.train.poisson-nloglik", round, 0.35 * train + 0.02 * left);
                curve("xgboost.validation.poisson-nloglik", round, 0.35 * validation + 0.018 * left);
            }
            metric("train.poisson_deviance.per_exposure", train);
            metric(DEVIANCE, validation);
            return metric("validation.actual_expected", 1.0037);
        }

        private void curve(String name, int step, double value) {
            events.add(new RunEvent.Metric(name, value, (long) step, start.toEpochMilli() + step, "MINIMIZE"));
        }

        RunBuilder note(String markdown) {
            events.add(new RunEvent.Note(markdown));
            return this;
        }

        RunBuilder tag(String name, String value) {
            events.add(new RunEvent.Tag(name, value));
            return this;
        }

        RunBuilder event(RunEvent event) {
            events.add(event);
            return this;
        }

        RunBuilder accept(String rule, String metric, Double observed, Double min, Double max) throws IOException {
            events.add(new RunEvent.Check(rule, "metric", metric, observed, min, max, 0.0, Verdict.ACCEPTED, null));
            return finish(Status.FINISHED, Verdict.ACCEPTED, null);
        }

        RunBuilder reject(String rule, double observed, double max, String message) {
            events.add(new RunEvent.Check(
                    rule, "gap", null, observed, null, max, observed / max - 1, Verdict.REJECTED, message));
            return this;
        }

        RunBuilder finish(Status status, Verdict verdict, String reason) {
            events.removeIf(event -> event instanceof RunEvent.Finished);
            events.add(new RunEvent.Finished(start.plusMillis(5_513), status, verdict, reason, null));
            ended = true;
            return this;
        }

        RunBuilder broken(String type, String message) {
            String stack = type + ": " + message + "\n\tat org.example.SeverityIT.gamma(SeverityIT.java:41)\n"
                    + "\tat java.base/java.lang.reflect.Method.invoke(Method.java:569)\n";
            events.add(new RunEvent.Finished(
                    start.plusMillis(801), Status.BROKEN, null, message, new RunEvent.Failure(type, message, stack)));
            ended = true;
            return this;
        }

        RunBuilder interrupted() {
            events.add(new RunEvent.Warning("autolog-off", "Autolog was off: the JVM does not allow agents to attach"));
            ended = true;
            return this;
        }

        RunBuilder artifact(String name, String mediaType, byte[] content) throws IOException {
            Path file = root.run(id).resolveSibling("pending-" + id).resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            events.add(new RunEvent.Artifact(name, mediaType, content.length, sha256(content), List.of()));
            return this;
        }

        RunBuilder picture(String name) throws IOException {
            try (InputStream in = MotorProject.class.getResourceAsStream("lift_chart.png")) {
                return artifact(name, "image/png", in.readAllBytes());
            }
        }

        private RunRecord close() throws IOException {
            if (!ended) {
                finish(Status.FINISHED, null, null);
            }
            Path folder = root.run(id);
            RunEvent.Started started = new RunEvent.Started(
                    RunEvent.SCHEMA_VERSION,
                    start,
                    id,
                    experiment,
                    "motor-frequency",
                    null,
                    parent,
                    trial,
                    null,
                    1,
                    MODULE,
                    "org.example.FrequencyExperimentsIT",
                    "frequency",
                    "[engine:junit-jupiter]/[class:org.example.FrequencyExperimentsIT]/[method:" + id + "]",
                    "118",
                    "https://ci.example.org/jobs/118",
                    new RunEvent.Author("A. Actuary", "actuary@example.org", "git"),
                    null,
                    Map.of());
            try (Journal journal = Journal.open(folder, started)) {
                // The end stands last, whatever came after it here.
                events.stream()
                        .filter(event -> !(event instanceof RunEvent.Finished))
                        .forEach(journal::append);
                events.stream().filter(RunEvent.Finished.class::isInstance).forEach(journal::append);
            }
            Path pending = folder.resolveSibling("pending-" + id);
            if (Files.exists(pending)) {
                Files.move(pending, folder.resolve("artifacts"));
            }
            return new JournalReader(root).read(folder);
        }

        private static DatasetRecord dataset(String role) {
            long rows = role.equals("TRAIN") ? 610_212 : 67_801;
            return new DatasetRecord(
                    role.toLowerCase(java.util.Locale.ROOT),
                    role,
                    hex64("freMTPL2freq"),
                    hex64(role),
                    "table/v1",
                    rows,
                    List.of(
                            new Column("IDpol", "integer", hex64("IDpol" + role), 0, "1", "6114330", 2621856.9, null),
                            new Column("ClaimNb", "integer", hex64("ClaimNb" + role), 0, "0", "4", 0.0532, 5L),
                            new Column("Exposure", "real", hex64("Exposure" + role), 0, "0.0027397", "1", 0.5287, 187L),
                            new Column("VehBrand", "text", hex64("VehBrand" + role), 12, "B1", "B6", null, 11L)),
                    new DatasetRecord.Source("file", "data/portfolio.csv.gz", 4_812_331L, null, List.of()),
                    List.of("IDpol"),
                    null);
        }
    }
}
