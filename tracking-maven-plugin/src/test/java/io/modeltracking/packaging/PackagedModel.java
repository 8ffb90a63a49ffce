package io.modeltracking.packaging;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Registry;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A model that was trained, registered and packaged. */
final class PackagedModel {

    static final String[] FEATURES = {"age", "power \"kW\"", "density"};
    static final int ROWS = 200;

    private final Path base;
    private final TrackingRoot root;
    private final FolderBlobs blobs;

    PackagedModel(Path base) {
        this.base = base;
        this.root = TrackingRoot.find(base, base.toString());
        this.blobs = new FolderBlobs(root.directory().resolve("blobs"));
    }

    /** Rows with gaps, which a model of trees takes. */
    static float[] rows() {
        Random random = new Random(7);
        float[] rows = new float[ROWS * FEATURES.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % 17 == 0 ? Float.NaN : random.nextFloat();
        }
        return rows;
    }

    static DMatrix matrix() throws XGBoostError {
        return new DMatrix(rows(), ROWS, FEATURES.length, Float.NaN);
    }

    /** Claims per year by Poisson, in a few trees. */
    static byte[] trained(int seed) throws XGBoostError {
        DMatrix train = matrix();
        float[] claims = new float[ROWS];
        Random random = new Random(seed);
        for (int i = 0; i < ROWS; i++) {
            claims[i] = random.nextInt(3);
        }
        train.setLabel(claims);
        train.setFeatureNames(FEATURES);
        Booster booster = XGBoost.train(
                train, Map.of("objective", "count:poisson", "max_depth", 3, "nthread", 1), 5, Map.of(), null, null);
        return booster.toByteArray("ubj");
    }

    static float[][] predicted(Booster booster) throws XGBoostError {
        DMatrix rows = matrix();
        rows.setFeatureNames(FEATURES);
        return booster.predict(rows);
    }

    /** Registers files as version 1 of a model, and says what a bundle is made of. */
    BundleSubject registered(String model, Map<String, byte[]> files) throws IOException {
        List<Evidence.File> kept = new ArrayList<>();
        RunFixture run = RunFixture.run(root, 1);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path source = Files.createTempFile(base, "model", "");
            Files.write(source, file.getValue());
            String sha256 = blobs.put(source);
            kept.add(new Evidence.File(file.getKey(), sha256, file.getValue().length));
            boolean booster = file.getKey().endsWith(".ubj");
            run.event(new RunEvent.Model(
                    "model",
                    file.getKey(),
                    booster ? "xgboost-ubj" : "file",
                    file.getValue().length,
                    sha256,
                    booster ? features() : List.of(),
                    booster ? "xgboost4j" : null,
                    booster ? "3.0.4" : null));
        }
        RunRecord record = run.finished();
        Clock clock = Clock.fixed(RunFixture.START, ZoneOffset.UTC);
        Ledger ledger = new Ledger(root, clock);
        new Registrar(ledger, clock, new Registrar.Policy(new Actor("Ada", null, "git"), 10, false, false))
                .register(model, evidence(record, kept), "winner of the study", () -> {});
        List<LedgerEvent> events = ledger.events();
        return new BundleSubject(
                Registry.of(events).version(model + "/1"),
                events.get(events.size() - 1),
                record,
                "org.example:pricing:1.0",
                "0.1.0");
    }

    private static List<RunEvent.Feature> features() {
        return List.of(FEATURES).stream()
                .map(name -> new RunEvent.Feature(name, "float"))
                .toList();
    }

    private static Evidence evidence(RunRecord run, List<Evidence.File> files) {
        return new Evidence(
                run.id(),
                null,
                run.experiment(),
                null,
                null,
                List.of(),
                files,
                List.of(new Evidence.Data("train", "TRAIN", Sha256.of("rows"))),
                "c".repeat(40),
                "main",
                false,
                RunFixture.BUILD,
                RunFixture.MODULE,
                List.of(new Evidence.Verdict("test.rmse <= 0.6", "0.31", true)),
                List.of(),
                Map.of("owner", "Pricing | <b>Motor</b>"),
                List.of());
    }

    Path packaged(BundleSubject subject, String jar) throws IOException {
        Path file = base.resolve(jar);
        new BundleWriter(blobs).write(subject, file);
        return file;
    }
}
