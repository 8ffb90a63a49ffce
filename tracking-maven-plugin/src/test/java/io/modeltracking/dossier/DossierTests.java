package io.modeltracking.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierTests {

    @TempDir
    Path base;

    private MotorModel model;
    private Path folder;

    @BeforeEach
    void register() throws IOException {
        model = MotorModel.in(base);
        folder = base.resolve("out/motor-1");
    }

    @Test
    void collectsTheVersionWithEveryRunOfItsExperiments() {
        DossierSubject subject = model.subject();
        assertThat(subject.run().id()).isEqualTo(RunFixture.id(MotorModel.WINNER));
        assertThat(subject.study().id()).isEqualTo(RunFixture.id(MotorModel.STUDY));
        assertThat(subject.history()).extracting(RunRecord::id).hasSize(5).contains(RunFixture.id(4));
        assertThat(subject.source().commit()).isEqualTo(MotorModel.COMMIT);
        assertThat(subject.environment().osName()).isEqualTo("Linux");
        assertThat(subject.ledger()).extracting(event -> event.type()).containsExactly("RUN_RECORDED", "REGISTER");
        assertThat(subject.head()).isEqualTo(model.ledger.head().orElseThrow());
        assertThat(model.read().problems()).hasSize(1).allMatch(problem -> problem.contains("path out of its folder"));
    }

    @Test
    void namesWhatIsLostOrChanged() throws IOException {
        Files.delete(model.root.run(RunFixture.id(MotorModel.WINNER)).resolve("run.jsonl"));
        Path other = model.root.run(RunFixture.id(2)).resolve("run.jsonl");
        Files.writeString(other, Files.readString(other).replace("0.56", "0.50"));
        DossierReader.Reading reading = model.read();
        assertThat(reading.subject().run()).isNull();
        assertThat(reading.subject().source()).isNull();
        assertThat(reading.problems())
                .anyMatch(problem -> problem.contains("which the version was made by, is lost"))
                .anyMatch(problem -> problem.contains(RunFixture.id(2)) && problem.contains("is not what event 1"));
        assertThat(write().problems()).containsAll(reading.problems());
        assertThat(folder.resolve("model/model.ubj")).hasContent("model");
    }

    @Test
    void aLostFactIsNamed() throws IOException {
        try (var facts = Files.list(model.root.facts())) {
            for (Path fact : facts.filter(Files::isRegularFile).toList()) {
                Files.delete(fact);
            }
        }
        DossierReader.Reading reading = model.read();
        assertThat(reading.subject().environment()).isNull();
        assertThat(reading.problems())
                .filteredOn(problem -> problem.contains("(fact "))
                .hasSize(2);
    }

    @Test
    void copiesWhatTheRunsRecordedButNoRowsAndNothingFromElsewhere() throws IOException {
        Dossier.Written written = write();
        assertThat(folder.resolve("evidence/study/holdout/lift.png")).exists();
        assertThat(folder.resolve("evidence/run/train/lift.csv")).hasContent("decile,actual\n1,0.1\n");
        assertThat(folder.resolve("evidence/run.jsonl"))
                .hasSameBinaryContentAs(model.root.run(RunFixture.id(1)).resolve("run.jsonl"));
        assertThat(folder.resolve("evidence/run/train.sample.csv")).doesNotExist();
        assertThat(folder.resolve("evidence/run/shap_waterfall_17.png")).doesNotExist();
        assertThat(folder.resolve("evidence/run/model.ubj")).doesNotExist();
        assertThat(folder.resolve("evidence/run/changed.csv")).doesNotExist();
        assertThat(Manifest.of(folder)).noneMatch(entry -> entry.sha256().equals(Sha256.of("secret")));
        assertThat(written.problems())
                .anyMatch(problem -> problem.contains("secret.txt"))
                .anyMatch(problem -> problem.startsWith("changed.csv is not copied"));
    }

    @Test
    void theManifestIsWhatSha256sumChecks() throws IOException, InterruptedException {
        write();
        List<String> lines = Files.readAllLines(folder.resolve("MANIFEST.sha256"));
        assertThat(lines)
                .contains(Sha256.of("model") + "  model/model.ubj")
                .noneMatch(line -> line.endsWith("MANIFEST.sha256"))
                .hasSize(Manifest.files(folder).size() - 1);
        assertThat(lines.stream().map(line -> line.substring(66)).toList()).isSorted();
    }

    @Test
    void theSameInputsGiveTheSameZip() throws IOException {
        String first = Sha256.of(write().zip());
        assertThat(Sha256.of(write().zip())).isEqualTo(first);
        try (ZipFile zip = new ZipFile(folder.resolveSibling("motor-1.zip").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .isSorted()
                    .contains("motor-1/MANIFEST.sha256", "motor-1/model/model.ubj");
        }
    }

    @Test
    void theExtractOfTheLedgerKeepsItsLines() throws IOException {
        write();
        assertThat(Files.readAllLines(folder.resolve("ledger.jsonl")))
                .isEqualTo(Files.readAllLines(model.root.directory().resolve(Ledger.FILE)));
    }

    @Test
    void replacesAnEarlierDossierAndNothingElse() throws IOException {
        write();
        Path mine = folder.resolve("evidence/my-notes.txt");
        Files.writeString(mine, "mine");
        assertThatThrownBy(this::write)
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("my-notes.txt")
                .hasMessageContaining("-Doutput=");
        assertThat(mine).exists();
    }

    @Test
    void anotherManifestTakesNothingOutsideAway() throws IOException {
        Files.createDirectories(folder);
        Path outside = Files.writeString(base.resolve("outside.txt"), "kept");
        Files.writeString(folder.resolve("MANIFEST.sha256"), "0".repeat(64) + "  ../../outside.txt\nbroken\n");
        write();
        assertThat(outside).exists();
    }

    private Dossier.Written write() throws IOException {
        return new Dossier(new TrackingRoot(model.root.directory()), null).write(model.read(), folder);
    }
}
