package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static io.modeltracking.registry.RegistryFixture.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.gate.Baseline;
import io.modeltracking.gate.Baselines;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionBaselinesTests {

    /** The fixture's runs have the experiment's name as their model's. */
    private static final String MODEL = "Motor_2026_Frequency";

    @TempDir
    Path base;

    private RegistryFixture models;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
    }

    @Test
    void thereIsNoneBeforeAVersionIsInProduction() {
        RunRecord champion = run(1);
        register(champion.id(), null);
        assertThat(baselines().of("production", run(2))).isEmpty();
    }

    @Test
    void isTheRunOfTheVersionInProduction() {
        RunRecord champion = run(1);
        register(champion.id(), null);
        promote();
        assertThat(baselines().of("production", run(2))).hasValueSatisfying(baseline -> {
            assertThat(baseline.run()).map(RunRecord::id).contains(champion.id());
            assertThat(baseline.label()).isEqualTo(MODEL + "/1 (Production)");
        });
    }

    @Test
    void isTheStudyWhereTheWinnerWasATrial() {
        RunRecord study = run(1);
        register(RunFixture.id(7), study.id());
        promote();
        assertThat(baselines().of("production", run(2)))
                .hasValueSatisfying(baseline ->
                        assertThat(baseline.run()).map(RunRecord::id).contains(study.id()));
    }

    @Test
    void hasNoRunWhereItIsLost() {
        register(RunFixture.id(7), null);
        promote();
        assertThat(baselines().of("production", run(2)))
                .hasValueSatisfying(baseline -> assertThat(baseline.run()).isEmpty());
    }

    @Test
    void tellsTheTestJvmOfFiguresWithTheirDirectionsAndOfData() {
        RunRecord champion = RunFixture.run(models.root(), 1)
                .experiment(MODEL)
                .event(new RunEvent.Metric("test.profit", 0.5, null, 0, "MAXIMIZE"))
                .event(new RunEvent.Metric("test.loss", 0.2, 0L, 0, null))
                .event(new RunEvent.Metric("test.loss", 0.3, 1L, 0, null))
                .finished();
        register(champion.id(), null);
        promote();
        assertThat(new ProductionBaselines(models.root(), Clock.fixed(NOW, ZoneOffset.UTC)).all())
                .singleElement()
                .satisfies(baseline -> {
                    assertThat(baseline.label()).isEqualTo(MODEL + "/1 (Production)");
                    assertThat(baseline.run()).isEqualTo(champion.id());
                    assertThat(baseline.metrics())
                            .containsEntry("test.profit", new BaselineRecord.Figure(0.5, "MAXIMIZE"))
                            .containsEntry("test.loss", new BaselineRecord.Figure(0.3, null))
                            .containsEntry("test.loss@min", new BaselineRecord.Figure(0.2, null))
                            .doesNotContainKey("test.profit@min");
                    assertThat(baseline.data()).containsExactly(Map.entry("train", sha256(99)));
                });
    }

    @Test
    void hasNoRunWhereItsJournalIsNotWhatTheLedgerRecorded() throws IOException {
        RunRecord champion = run(1);
        RunRecord challenger = run(2);
        new Recorder(models.root(), Clock.fixed(NOW, ZoneOffset.UTC), "0.1.0")
                .record(RunFixture.build(models.root()), false);
        register(champion.id(), null);
        promote();
        assertThat(baselines().of("production", challenger))
                .map(Baseline::run)
                .isEqualTo(Optional.of(Optional.of(champion)));
        Path journal = models.root().run(champion.id()).resolve("run.jsonl");
        String text = Files.readString(journal);
        Files.writeString(journal, text.replace("\"value\":1", "\"value\":9"));
        assertThat(Files.readString(journal)).isNotEqualTo(text);
        assertDistrusts(challenger, "was changed after it was recorded (event 1 of the ledger");
        Files.writeString(journal, text.substring(0, text.length() / 2));
        assertDistrusts(challenger, "shorter");
    }

    private void assertDistrusts(RunRecord challenger, String why) {
        assertThat(baselines().of("production", challenger)).hasValueSatisfying(baseline -> {
            assertThat(baseline.run()).isEmpty();
            assertThat(baseline.problem()).contains(MODEL + "/1 (Production)", why, "Restore it");
        });
    }

    private RunRecord run(int number) {
        return RunFixture.run(models.root(), number)
                .experiment(MODEL)
                .metric("rmse", number)
                .finished();
    }

    private Baselines baselines() {
        return new ProductionBaselines(models.root(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void register(String run, String study) {
        Evidence evidence = new Evidence(
                run,
                study,
                MODEL,
                null,
                null,
                List.of(),
                List.of(new Evidence.File("model.ubj", sha256(1), 1234)),
                List.of(new Evidence.Data("train", "TRAIN", sha256(99))),
                "c".repeat(40),
                "main",
                false,
                null,
                null,
                List.of(),
                List.of(ADA),
                Map.of(),
                List.of());
        models.as(ADA).register(MODEL, evidence, "winner of the study", () -> {});
    }

    private void promote() {
        models.as(ADA).promote(MODEL + "/1", Stage.STAGING, REASON);
        models.as(ADA).promote(MODEL + "/1", Stage.PRODUCTION, REASON);
    }
}
