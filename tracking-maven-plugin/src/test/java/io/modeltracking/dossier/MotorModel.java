package io.modeltracking.dossier;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.PublicKeys;
import io.modeltracking.registry.Recorder;
import io.modeltracking.registry.Registrar;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A registered model with its study of four trials: accepted twice, rejected, failed. Some of its names are hostile. */
final class MotorModel {

    static final String MODEL = "motor-frequency";
    static final String EXPERIMENT = "Motor_2026_Frequency";
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String COMMIT = "c".repeat(40);
    static final int WINNER = 1;
    static final int STUDY = 9;

    private static final String OBJECTIVE = "validation.poisson_deviance.per_exposure";

    /** A picture of one pixel. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    final TrackingRoot root;
    final Ledger ledger;
    private final Map<Path, byte[]> files = new LinkedHashMap<>();

    private MotorModel(Path base) throws IOException {
        root = TrackingRoot.find(base, base.toString());
        root.create();
        ledger = new Ledger(root, CLOCK);
    }

    /** The first version, in Staging. */
    static MotorModel in(Path base) throws IOException {
        MotorModel model = new MotorModel(base);
        model.runs();
        new Recorder(model.root, model.ledger, CLOCK, "1.0").record(null, false);
        model.register();
        return model;
    }

    DossierReader.Reading read() {
        return new DossierReader(root, PublicKeys.NONE, CLOCK, "1.0").read(ledger.events(), MODEL + "/1");
    }

    DossierSubject subject() {
        return read().subject();
    }

    Registrar as(String name) {
        return new Registrar(ledger, CLOCK, new Registrar.Policy(new Actor(name, null, "property"), 0, false, false));
    }

    private void runs() throws IOException {
        RunFixture study = run(STUDY)
                .event(new SearchEvent.Objective(OBJECTIVE, "MINIMIZE", null, null))
                .event(new SearchEvent.Winner(
                        0, RunFixture.id(WINNER), 0.55, "smallest " + OBJECTIVE + " of 2 accepted trials"))
                .metric("holdout.poisson_deviance.per_exposure", 0.554)
                .metric("holdout.poisson_deviance.per_exposure.lower", 0.53)
                .metric("holdout.poisson_deviance.per_exposure.upper", 0.58);
        artifact(study, STUDY, "holdout/lift.png", PNG);
        study.finished();
        FactStore facts = new FactStore(root);
        String source = facts.put(new SourceState(
                "git",
                null,
                COMMIT,
                "main",
                "git",
                "https://example.org/pricing.git",
                false,
                false,
                "sha1",
                null,
                List.of(),
                true));
        String environment = facts.put(new EnvironmentState(
                "17.0.2",
                "Eclipse Adoptium",
                "17.0.2+8",
                "Linux",
                "6.1",
                "amd64",
                "x86",
                4,
                1L << 30,
                "en",
                "UTC",
                "UTF-8",
                List.of("-Xmx1g"),
                Map.of("xgboost4j", "3.1.1"),
                List.of(new EnvironmentState.Entry("xgboost4j.jar", "d".repeat(64), 1234L))));
        RunFixture winner = trial(WINNER, 0, 0.55)
                .event(new RunEvent.Fact("source", source))
                .event(new RunEvent.Fact("environment", environment))
                .event(new RunEvent.Data(data("train", "TRAIN")))
                .event(new RunEvent.Data(data("holdout", "HOLDOUT")))
                .event(new RunEvent.Note("Chosen <script>alert(1)</script> by **judgement**"))
                .event(new RunEvent.Model(
                        "model",
                        "model.ubj",
                        "xgboost-ubj",
                        5,
                        Sha256.of("model"),
                        List.of(new RunEvent.Feature("driv_age", "float")),
                        "xgboost4j",
                        "3.1.1"));
        artifact(winner, WINNER, "model.ubj", bytes("model"));
        artifact(winner, WINNER, "train/lift.csv", bytes("decile,actual\n1,0.1\n"));
        artifact(winner, WINNER, "train.sample.csv", bytes("IDpol\n1\n"));
        artifact(winner, WINNER, "shap_waterfall_17.png", PNG);
        artifact(winner, WINNER, "changed.csv", bytes("as recorded"));
        files.put(root.run(RunFixture.id(WINNER)).resolve("artifacts/changed.csv"), bytes("not as recorded"));
        winner.event(new RunEvent.Artifact("../../../secret.txt", "text/plain", 6, Sha256.of("secret"), List.of()));
        Files.writeString(root.base().resolve("secret.txt"), "secret");
        winner.finished();
        trial(2, 1, 0.56).finished();
        trial(3, 2, 0.54).ended(Status.FINISHED, Verdict.REJECTED);
        trial(4, 3, Double.NaN)
                .event(new RunEvent.Finished(
                        RunFixture.START.plusSeconds(9), Status.BROKEN, null, "=cmd|' /C calc'!A0 <b>broken</b>", null))
                .unfinished();
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.write(file.getKey(), file.getValue());
        }
    }

    private RunFixture run(int number) {
        return RunFixture.run(root, number).experiment(EXPERIMENT);
    }

    private RunFixture trial(int number, int trial, double objective) {
        return run(number)
                .parent(RunFixture.id(STUDY))
                .trial(trial)
                .startedAt(RunFixture.START.plusSeconds(number))
                .param("max_depth", number + 2)
                .metric(OBJECTIVE, objective)
                .event(new SearchEvent.Objective(OBJECTIVE, "MINIMIZE", objective, 0.0));
    }

    private static DatasetRecord data(String name, String role) {
        return new DatasetRecord(
                name,
                role,
                "a".repeat(64),
                Sha256.of(name),
                "table/v1",
                100L,
                List.of(new DatasetRecord.Column("driv_age", "integer", "e".repeat(64), 3, "18", "99", 45.5, 82L)),
                new DatasetRecord.Source("file", "data/portfolio.csv.gz", 1234L, null, List.of()),
                List.of("IDpol"),
                name.equals("train") ? "train.sample.csv" : null);
    }

    private void artifact(RunFixture run, int number, String name, byte[] content) {
        Path file = root.run(RunFixture.id(number)).resolve("artifacts").resolve(name);
        files.put(file, content);
        run.event(new RunEvent.Artifact(name, "text/csv", content.length, Sha256.of(content), List.of()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void register() {
        new FolderBlobs(root.directory().resolve("blobs"))
                .put(root.run(RunFixture.id(WINNER)).resolve("artifacts/model.ubj"));
        as("Ada").register(MODEL, evidence(), "winner of the study", () -> {});
    }

    private static Evidence evidence() {
        return new Evidence(
                RunFixture.id(WINNER),
                RunFixture.id(STUDY),
                EXPERIMENT,
                1,
                null,
                List.of(
                        new Evidence.Considered(RunFixture.id(WINNER), "FINISHED", null, "0.55"),
                        new Evidence.Considered(RunFixture.id(3), "REJECTED", "gap 5.5 % > 5 %", "0.54"),
                        new Evidence.Considered(RunFixture.id(4), "BROKEN", "=cmd", null)),
                List.of(new Evidence.File("model.ubj", Sha256.of("model"), 5)),
                List.of(new Evidence.Data("train", "TRAIN", Sha256.of("train"))),
                COMMIT,
                "main",
                false,
                RunFixture.BUILD,
                RunFixture.MODULE,
                List.of(new Evidence.Verdict("holdout.poisson_deviance.per_exposure <= 0.58", "0.554", true)),
                List.of(new Actor("Ada", null, "git")),
                Map.of("owner", "Pricing", "purpose", "Claims <i>per</i> year"),
                List.of());
    }
}
