package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static io.modeltracking.registry.RegistryFixture.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.ChampionRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunEvent.Feature;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChampionsTests {

    @TempDir
    Path base;

    private RegistryFixture models;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
    }

    @Test
    void thereIsNoneBeforeAVersionIsInProduction() {
        models.versions(1);
        assertThat(champions()).isEmpty();
    }

    @Test
    void isHandedOverByPathAndHash() throws IOException {
        String sha256 = new FolderBlobs(models.root().directory().resolve("blobs"))
                .put(Files.writeString(base.resolve("booster.ubj"), "the model"));
        String run = RunFixture.run(models.root(), 1)
                .experiment(MODEL)
                .param("max_depth", 5)
                .event(new RunEvent.Model(
                        "booster",
                        "booster.ubj",
                        "xgboost-ubj",
                        9,
                        sha256,
                        List.of(new Feature("age", "q")),
                        "XGBoost4J",
                        "3"))
                .event(new RunEvent.Artifact("train.keys.csv.gz", "application/gzip", 9, sha256(5), List.of()))
                .event(new RunEvent.Artifact("../../train.keys.csv.gz", "application/gzip", 9, sha256(6), List.of()))
                .finished()
                .id();
        inProduction(run, sha256);

        assertThat(champions()).singleElement().satisfies(champion -> {
            assertThat(champion.label()).isEqualTo(MODEL + "/1 (Production)");
            assertThat(champion.run()).isEqualTo(run);
            assertThat(champion.params()).containsOnlyKeys("max_depth");
            assertThat(champion.files()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("booster");
                assertThat(Path.of(file.path())).isAbsolute().hasContent("the model");
                assertThat(file.sha256()).isEqualTo(sha256);
                assertThat(file.features()).containsExactly(new Feature("age", "q"));
            });
            assertThat(champion.keys()).containsExactly(new ChampionRecord.File("train", null, sha256(5), List.of()));
        });
    }

    @Test
    void whatIsLostHasNoPath() {
        inProduction(RunFixture.id(7), sha256(1));
        assertThat(champions())
                .singleElement()
                .satisfies(champion -> assertThat(champion.files())
                        .containsExactly(new ChampionRecord.File("booster.ubj", null, sha256(1), List.of())));
    }

    private void inProduction(String run, String sha256) {
        Evidence evidence = new Evidence(
                run,
                null,
                MODEL,
                null,
                null,
                List.of(),
                List.of(new Evidence.File("booster.ubj", sha256, 9)),
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
        models.as(ADA).promote(MODEL + "/1", Stage.STAGING, REASON);
        models.as(ADA).promote(MODEL + "/1", Stage.PRODUCTION, REASON);
    }

    private List<ChampionRecord> champions() {
        return new Champions(models.root(), Clock.fixed(NOW, ZoneOffset.UTC)).all();
    }
}
