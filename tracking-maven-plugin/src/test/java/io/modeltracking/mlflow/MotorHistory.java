package io.modeltracking.mlflow;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.Recorder;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.Stage;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.History;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.RunSource;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A study of two trials, the second with repeats and a registered model, and a lone run of everything that is awkward. */
final class MotorHistory {

    static final String STUDY = RunFixture.id(1);
    static final String TRIAL = RunFixture.id(2);
    static final String WINNER = RunFixture.id(3);
    static final String REPEAT = RunFixture.id(4);
    static final String AWKWARD = RunFixture.id(5);
    static final String LONG = "0123456789".repeat(700);
    static final float[][] ROWS = {{0.1f, 0.9f}, {0.5f, 0.2f}, {0.8f, 0.7f}};

    private final TrackingRoot root;
    private final String experiment;
    private final String model;
    private byte[] booster;

    MotorHistory(Path base, String name) throws IOException {
        root = TrackingRoot.find(base, base.toString());
        experiment = "Motor_2026_" + name;
        model = "motor-" + name;
        root.create();
    }

    TrackingRoot root() {
        return root;
    }

    String experiment() {
        return experiment;
    }

    String model() {
        return model;
    }

    byte[] booster() {
        return booster;
    }

    /** Writes all of it, and takes it into the history. */
    MotorHistory written() throws IOException, XGBoostError {
        booster = trained();
        run(1).param("rows", 3).event(source()).finished();
        run(2).parent(STUDY)
                .trial(0)
                .param("max_depth", 3)
                .metric("validation.loss", 0.5)
                .finished();
        RunFixture winner = run(3).parent(STUDY).trial(1).param("max_depth", 5);
        for (int step = 0; step < 1200; step++) {
            winner.metric("validation.loss", 1.0 / (step + 1), step);
        }
        register(winner.event(data())
                .event(source())
                .event(artifact("model/model.ubj", booster))
                .event(new RunEvent.Model(
                        "model",
                        "model/model.ubj",
                        "xgboost-ubj",
                        booster.length,
                        Sha256.of(booster),
                        List.of(new RunEvent.Feature("age", "float"), new RunEvent.Feature("power", "float")),
                        "xgboost4j",
                        "3.0.4"))
                .finished());
        run(4).parent(WINNER).metric("validation.loss", 0.25).finished();
        run(5).param("text", LONG)
                .param("größe (kW)", 1.5)
                .metric("nan", Double.NaN)
                .metric("rise", Double.POSITIVE_INFINITY)
                .metric("fall", Double.NEGATIVE_INFINITY, 7)
                .event(new RunEvent.Tag("team", "pricing"))
                .event(new RunEvent.Note("# A note"))
                .event(artifact("charts/lift 100 %.txt", "lift".getBytes()))
                .finished();
        new Recorder(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "0.1.0").record(null, false);
        return this;
    }

    /** With the files in the folders of their runs, as a test JVM leaves them. */
    MotorHistory writtenInFolders() throws IOException, XGBoostError {
        written();
        for (String id : List.of(WINNER, AWKWARD)) {
            LocalRun run = LocalRun.read(root, id);
            for (RunEvent.Artifact artifact : run.run().artifacts()) {
                Path file = root.run(id).resolve("artifacts").resolve(artifact.name());
                Files.createDirectories(file.getParent());
                Files.move(new FolderBlobs(root.blobs()).path(artifact.sha256()), file);
            }
        }
        return this;
    }

    private RunFixture run(int number) {
        return RunFixture.run(root, number).experiment(experiment);
    }

    /** Kept among the blobs, as a shared store leaves it. */
    private RunEvent artifact(String name, byte[] content) throws IOException {
        Path staged = root.directory().resolve("blob.tmp");
        Files.write(staged, content);
        new FolderBlobs(root.blobs()).put(staged);
        Files.delete(staged);
        return new RunEvent.Artifact(name, "application/octet-stream", content.length, Sha256.of(content), List.of());
    }

    private RunEvent source() throws IOException {
        SourceState state = new SourceState(
                "git",
                null,
                "c".repeat(40),
                "main",
                "git",
                "https://example.org/motor.git",
                false,
                false,
                "sha1",
                null,
                List.of(),
                true);
        byte[] json = RunJson.mapper().writeValueAsBytes(state);
        Files.write(root.fact(Sha256.of(json)), json);
        return new RunEvent.Fact("source", Sha256.of(json));
    }

    private static RunEvent data() {
        return new RunEvent.Data(new DatasetRecord(
                "train",
                "TRAIN",
                null,
                Sha256.of("rows"),
                "table/v1",
                3L,
                List.of(new DatasetRecord.Column("age", "real", null, 0, null, null, null, null)),
                new DatasetRecord.Source("file", "data/train.csv", 7L, null, null),
                null,
                null));
    }

    private static byte[] trained() throws XGBoostError {
        float[] rows = new float[200];
        float[] label = new float[100];
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            rows[2 * i] = random.nextFloat();
            rows[2 * i + 1] = random.nextFloat();
            label[i] = random.nextInt(3);
        }
        DMatrix train = new DMatrix(rows, 100, 2, Float.NaN);
        train.setLabel(label);
        train.setFeatureNames(new String[] {"age", "power"});
        return XGBoost.train(
                        train,
                        Map.of("objective", "count:poisson", "max_depth", 3, "nthread", 1),
                        5,
                        Map.of(),
                        null,
                        null)
                .toByteArray("ubj");
    }

    private void register(RunRecord run) {
        Evidence evidence = new Evidence(
                run.id(),
                STUDY,
                experiment,
                1,
                null,
                List.of(),
                List.of(new Evidence.File("model/model.ubj", Sha256.of(booster), booster.length)),
                List.of(new Evidence.Data("train", "TRAIN", Sha256.of("rows"))),
                "c".repeat(40),
                "main",
                false,
                RunFixture.BUILD,
                RunFixture.MODULE,
                List.of(new Evidence.Verdict("validation.loss <= 0.6", "0.1", true)),
                List.of(),
                Map.of(),
                List.of());
        Clock clock = Clock.fixed(RunFixture.START, ZoneOffset.UTC);
        Registrar registrar = new Registrar(
                new Ledger(root, clock), clock, new Registrar.Policy(new Actor("Ada", null, "git"), 3, false, false));
        registrar.register(model, evidence, "winner of the study", () -> {});
        registrar.promote(model + "/1", Stage.STAGING, "lower loss on the hold-out");
        registrar.promote(model + "/1", Stage.PRODUCTION, "lower loss on the hold-out");
    }

    /** All of it to a server. */
    Published published(MlflowServer server) {
        try (History history = History.open(root, "0.1.0", false)) {
            List<RunEntry> runs = history.store().runs(new RunQuery.All());
            return new Publisher(root, RunSource.local(root), server).publish(runs, registry());
        }
    }

    Registry registry() {
        return Registry.of(new Ledger(root, Clock.systemUTC()).events());
    }
}
