package io.modeltracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.mlflow.MlflowApi.RemoteFile;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.Recorded;
import io.modeltracking.registry.Recorder;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that MLflow's own client made, in a history of ours. */
class ImporterTests {

    @TempDir
    static Path base;

    private static MlflowProcess mlflow;
    private static TrackingRoot root;
    private static Imported first;
    private static Imported second;
    private static RunRecord parent;
    private static RunRecord child;

    @BeforeAll
    static void take() throws Exception {
        mlflow = MlflowProcess.get();
        root = TrackingRoot.find(base, base.toString());
        JsonNode made = mlflow.ask("make_mlflow.py", "Theirs: 2026");
        first = new Importer(root, mlflow.server()).take("Theirs*");
        second = new Importer(root, mlflow.server()).take("Theirs*");
        parent = read(made.path("parent").asText());
        child = read(made.path("child").asText());
    }

    private static RunRecord read(String id) {
        return new JournalReader(root).read(root.run(id));
    }

    @Test
    void runsThatHaveEndedComeOnce() {
        assertThat(first.added()).isEqualTo(2);
        assertThat(first.running()).isEqualTo(1);
        assertThat(second.added()).isZero();
        assertThat(second.there()).isEqualTo(2);
        assertThat(root.directory().resolve("importing")).doesNotExist();
    }

    @Test
    void twoAtOnceTakeEachRunOnce(@TempDir Path other) throws Exception {
        TrackingRoot both = TrackingRoot.find(other, other.toString());
        List<CompletableFuture<Imported>> imports = Stream.of(1, 2)
                .map(number -> CompletableFuture.supplyAsync(() -> new Importer(both, mlflow.server()).take("Theirs*")))
                .toList();
        assertThat(imports.stream().map(one -> one.join().added())).containsExactlyInAnyOrder(2, 0);
        try (Stream<Path> runs = Files.list(both.runs())) {
            assertThat(runs)
                    .allSatisfy(
                            run -> assertThat(new JournalReader(both).read(run).problems())
                                    .isEmpty());
        }
    }

    @Test
    void aRunSaysWhereItCameFrom() {
        assertThat(parent.started().links().get("importedFrom"))
                .startsWith(mlflow.uri())
                .endsWith(parent.id());
        assertThat(parent.tags()).containsEntry("imported", "mlflow");
        assertThat(parent.status()).isEqualTo(Status.FINISHED);
        assertThat(child.started().parent()).isEqualTo(parent.id());
        assertThat(child.started().name()).isEqualTo("child");
        assertThat(parent.problems()).isEmpty();
        assertThat(child.problems()).isEmpty();
    }

    @Test
    void paramsGetTheTypeThatTheirTextIsExactly() {
        assertThat(parent.params().get("depth").value().type()).isEqualTo("integer");
        assertThat(parent.params().get("rate").value().type()).isEqualTo("real");
        assertThat(parent.params().get("on").value().type()).isEqualTo("boolean");
        assertThat(parent.params().get("kind").value().type()).isEqualTo("text");
        assertThat(parent.params().get("code").value().text()).isEqualTo("007");
    }

    @Test
    void metricsComeWithEveryStep() {
        assertThat(parent.metrics().stream().filter(metric -> metric.name().equals("loss")))
                .hasSize(30);
        assertThat(parent.metric("loss@min")).contains(1.0 / 30);
        assertThat(parent.metric("gap").orElseThrow()).isNaN();
        assertThat(parent.metric("top")).contains(Double.POSITIVE_INFINITY);
    }

    @Test
    void namesThatNoRunMayUseAreMappedAndNamed() {
        assertThat(parent.tags()).containsValue("mapped").doesNotContainKey("a:b");
        assertThat(first.problems()).anyMatch(problem -> problem.contains("\"a:b\""));
        assertThat(parent.experiment()).startsWith("Theirs_ 2026_");
    }

    @Test
    void dataSetNoteFileAndCommitComeToo() throws Exception {
        assertThat(parent.datasets()).singleElement().satisfies(data -> {
            assertThat(data.name()).isEqualTo("train");
            assertThat(data.role()).isEqualTo("TRAIN");
            assertThat(data.rows()).isEqualTo(3);
            assertThat(data.hash()).as("MLflow's digest is none of ours").isNull();
        });
        assertThat(parent.tags()).containsKey("mlflow.digest.train");
        assertThat(parent.notes()).containsExactly("# Why");
        assertThat(Files.readString(root.run(parent.id()).resolve("artifacts/notes/read me.txt")))
                .isEqualTo("hello");
        String source = Files.readString(root.fact(parent.facts().get("source")));
        assertThat(source).contains("d".repeat(40)).doesNotContain("secret");
        assertThat(Files.readString(root.run(parent.id()).resolve(JournalReader.FILE)))
                .as("credentials in a remote's address")
                .doesNotContain("secret");
    }

    @Test
    void aModelOpensHere() throws Exception {
        RunEvent.Model model = child.models().get(0);
        Path file = root.run(child.id()).resolve("artifacts").resolve(model.artifact());
        assertThat(XGBoost.loadModel(file.toString()).getNumFeature()).isEqualTo(2);
        assertThat(child.tags()).containsEntry("mlflow.registered.imported-motor", "1 (champion)");
    }

    @Test
    void theHistoryTakesThem() {
        Recorded recorded =
                new Recorder(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "0.1.0").record(null, false);
        assertThat(recorded.added()).isEqualTo(2);
        assertThat(recorded.problems()).isEmpty();
        assertThat(new Ledger(root, Clock.systemUTC()).events()).hasSize(1);
    }

    @Test
    void whatWasPublishedFromHereIsNotTakenBack(@TempDir Path folder) throws Exception {
        MotorHistory history = new MotorHistory(folder, "There_and_back").written();
        history.published(mlflow.server());
        Imported back = new Importer(history.root(), mlflow.server()).take(history.experiment());
        assertThat(back.added()).isZero();
        assertThat(back.there()).isEqualTo(5);
        TrackingRoot other = TrackingRoot.find(
                folder.resolve("other"), folder.resolve("other").toString());
        assertThat(new Importer(other, mlflow.server())
                        .take(history.experiment())
                        .added())
                .isEqualTo(5);
    }

    @Test
    void anUnknownExperimentIsNamedBesideThoseThatThereAre() {
        assertThatThrownBy(() -> new Importer(root, mlflow.server()).take("Nobodys"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("Nobodys")
                .hasMessageContaining("Theirs: 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/.", "a\\..\\b", "C:/x"})
    void noPathLeadsOutOfTheRun(String path) {
        assertThat(RemoteFile.isContained(path)).isFalse();
    }
}
