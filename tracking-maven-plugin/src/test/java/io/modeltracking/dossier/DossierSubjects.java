package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.Stage;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Versions out of a real ledger and of runs with real journals, and what else a dossier says of them. */
final class DossierSubjects {

    static final String MODEL = "motor-frequency";
    static final String COMMIT = "c".repeat(40);
    static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    static final Map<String, String> ABOUT =
            Map.of("purpose", "Claims per year, for the tariff", "limits", "Not for fleets", "owner", "Pricing");

    private static final Actor ADA = new Actor("Ada", "ada@pricing.example", "git");

    private final TrackingRoot root;
    private final Ledger ledger;

    DossierSubjects(Path base) throws IOException {
        root = TrackingRoot.find(base, base.toString());
        root.create();
        ledger = new Ledger(root, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Another model has an event between those of this one. */
    DossierSubject motor() {
        RunRecord run = run(MODEL + ".ubj", "max_depth", ABOUT.get("owner"));
        record(run);
        register("motor-severity", evidence(run, "severity.ubj", Map.of()));
        ModelVersion version = version(evidence(run, MODEL + ".ubj", ABOUT));
        return subject(
                version, run, source("https://example.org/pricing.git"), environment("tablesaw-core-0.44.4.jar"));
    }

    /** The motor version, had it been made with changes that were not committed. */
    static DossierSubject dirty(DossierSubject subject) {
        return new DossierSubject(
                subject.version(),
                subject.run(),
                subject.study(),
                dirty(subject.source()),
                subject.environment(),
                subject.build(),
                subject.history(),
                subject.ledger(),
                subject.head(),
                subject.tool(),
                subject.written(),
                subject.moved());
    }

    DossierSubject withLostJournal() {
        RunRecord run = run(MODEL + ".ubj", "max_depth", "x");
        return subject(version(evidence(run, MODEL + ".ubj", Map.of())), null, null, null);
    }

    /** Every text that a run or a person gave is this one. */
    DossierSubject saying(String text) {
        RunRecord run = run("model.ubj", "max_depth", text);
        Evidence evidence = new Evidence(
                run.id(),
                null,
                text,
                null,
                text,
                List.of(),
                List.of(new Evidence.File(text, sha256("model"), 10), new Evidence.File("b.ubj", text, 10)),
                List.of(new Evidence.Data(text, text, text)),
                text,
                text,
                true,
                text,
                text,
                List.of(new Evidence.Verdict(text, text, false)),
                List.of(new Actor(text, text, "git")),
                Map.of("purpose", text, text, text),
                List.of());
        ModelVersion real = version(evidence(run, "model.ubj", Map.of()));
        return subject(
                new ModelVersion(MODEL, 1, real.stage(), evidence, text, Map.of(text, text), real.history()),
                run,
                dirty(source(text)),
                environment(text));
    }

    /** The lines of the ledger that are about the model and its run. */
    List<String> ledgerLines() throws IOException {
        return Files.readAllLines(root.directory().resolve(Ledger.FILE)).stream()
                .filter(line -> !line.contains("\"model\":\"motor-severity\""))
                .toList();
    }

    Path journal(RunRecord run) {
        return root.run(run.id()).resolve(JournalReader.FILE);
    }

    private void record(RunRecord run) {
        ObjectNode body = DossierJson.object();
        try {
            body.putArray("runs")
                    .addObject()
                    .put("run", run.id())
                    .put("journal", "sha256:" + Sha256.of(journal(run)))
                    .put("bytes", Long.toString(Files.size(journal(run))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.append("RUN_RECORDED", () -> Optional.of(body), event -> event);
    }

    private RunRecord run(String artifact, String param, String text) {
        return RunFixture.run(root, 1)
                .event(new RunEvent.Data(dataset("train", "TRAIN")))
                .event(new RunEvent.Data(dataset("validation", "VALIDATION")))
                .event(new RunEvent.Seed("seed/v1", 42, List.of("shared", "split"), 7_046_029_254_386_353_131L))
                .event(new RunEvent.Param(param, ParamValue.of(5), Origin.SEARCH))
                .event(new RunEvent.Param("note", ParamValue.of(text), Origin.USER))
                .event(new RunEvent.Param("xgboost.objective", ParamValue.of("count:poisson"), Origin.AUTOLOG))
                .event(new RunEvent.Param("xgboost.2.objective", ParamValue.of("reg:gamma"), Origin.AUTOLOG))
                .event(new RunEvent.Param("xgboost.effective.booster", ParamValue.of("gbtree"), Origin.AUTOLOG))
                .metric("xgboost.train.poisson-nloglik", 0.31, 1)
                .metric("xgboost.train.poisson-nloglik", 0.29, 2)
                .metric("validation.gini.exposure", 0.1 + 0.2)
                .metric("validation.gini.exposure.lower", 0.25)
                .metric("validation.gini.exposure.upper", 0.35)
                .metric("validation.lift", Double.NaN)
                .event(new RunEvent.Model(
                        "model",
                        artifact,
                        "xgboost-ubj",
                        1234,
                        sha256("model"),
                        List.of(new RunEvent.Feature("VehPower", "float"), new RunEvent.Feature("Area", null)),
                        "xgboost4j",
                        "3.0.4"))
                .finished();
    }

    private static DatasetRecord dataset(String name, String role) {
        return new DatasetRecord(
                name,
                role,
                sha256("data.csv"),
                sha256(name),
                "table/v1",
                60_000L,
                List.of(new DatasetRecord.Column("Exposure", "real", sha256("e"), 0, "0.1", "1", 0.5, null)),
                new DatasetRecord.Source("file", "data/data.csv", 1_000L, null, List.of()),
                List.of("IDpol"),
                null);
    }

    private static Evidence evidence(RunRecord run, String file, Map<String, String> about) {
        return new Evidence(
                run.id(),
                null,
                run.experiment(),
                null,
                null,
                List.of(new Evidence.Considered(run.id(), "FINISHED", null, "0.31")),
                List.of(new Evidence.File(file, sha256(file.equals("severity.ubj") ? file : "model"), 1234)),
                List.of(new Evidence.Data("train", "TRAIN", sha256("train"))),
                COMMIT,
                "main",
                false,
                RunFixture.BUILD,
                RunFixture.MODULE,
                List.of(new Evidence.Verdict("validation.gini.exposure >= 0.2", "0.3", true)),
                List.of(ADA),
                about,
                List.of());
    }

    private ModelVersion version(Evidence evidence) {
        register(MODEL, evidence);
        registrar().promote(MODEL + "/1", Stage.STAGING, "lower deviance on the hold-out");
        return Registry.of(ledger.events()).version(MODEL + "/1");
    }

    private void register(String model, Evidence evidence) {
        registrar().register(model, evidence, "winner of the study", () -> {});
    }

    private Registrar registrar() {
        return new Registrar(ledger, Clock.fixed(NOW, ZoneOffset.UTC), new Registrar.Policy(ADA, 10, false, false));
    }

    private DossierSubject subject(
            ModelVersion version, RunRecord run, SourceState source, EnvironmentState environment) {
        List<LedgerEvent> events = ledger.events();
        return new DossierSubject(
                version,
                run,
                null,
                source,
                environment,
                new BuildState("3.9.16", List.of("verify"), List.of(), new TreeMap<>(Map.of("tracking.seed", "42"))),
                run == null ? List.of() : List.of(run),
                events.stream()
                        .filter(event -> event.body().path("model").asText().equals(MODEL))
                        .toList(),
                events.get(events.size() - 1).hash(),
                "0.1.0",
                NOW,
                List.of());
    }

    private static SourceState source(String remote) {
        return new SourceState("git", null, COMMIT, "main", "git", remote, false, false, "sha1", null, List.of(), true);
    }

    private static SourceState dirty(SourceState clean) {
        return new SourceState(
                clean.state(),
                null,
                clean.commit(),
                clean.branch(),
                clean.branchSource(),
                clean.remote(),
                true,
                false,
                clean.objectFormat(),
                sha256("diff"),
                List.of(
                        new SourceState.OverlayFile("src/Tariff.java", "100644", sha256("Tariff"), 412),
                        new SourceState.OverlayFile("src/Old.java", "000000", null, 0)),
                true);
    }

    private static EnvironmentState environment(String jar) {
        return new EnvironmentState(
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
                List.of("-Xmx4g"),
                Map.of("xgboost", "3.0.4"),
                List.of(
                        new EnvironmentState.Entry("target/classes", sha256("classes"), null),
                        new EnvironmentState.Entry(
                                "xgboost4j_2.12-3.0.4.jar",
                                sha256("xgboost"),
                                12_345_678L,
                                "ml.dmlc:xgboost4j_2.12:3.0.4"),
                        new EnvironmentState.Entry(jar, sha256("tablesaw"), 1_234_567L),
                        new EnvironmentState.Entry(jar, null, null)));
    }

    static String sha256(String text) {
        return Sha256.of(text);
    }
}
