package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownModelsTests {

    @TempDir
    Path base;

    private RegistryFixture models;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
    }

    @Test
    void knowsAModelWithAVersion() {
        models.versions(1);
        assertThatCode(() -> check(MODEL)).doesNotThrowAnyException();
        assertRefused("motor-severity", "there are " + MODEL);
        assertRefused("motor' or 'a'='a", "there are " + MODEL);
    }

    @Test
    void knowsAModelThatHasOnlyRunsYet() {
        RunFixture.run(models.root(), 1).experiment("Motor_2026_Severity").finished();
        new Recorder(models.root(), Clock.fixed(NOW, ZoneOffset.UTC), "0.1.0")
                .record(RunFixture.build(models.root()), false);
        assertThatCode(() -> check("Motor_2026_Severity")).doesNotThrowAnyException();
        assertRefused("Motor_2026", "none is registered yet");
    }

    @Test
    void wantsAName() {
        assertRefused(null, "No model is named");
        assertRefused(" ", "No model is named");
    }

    private void assertRefused(String model, String message) {
        assertThatThrownBy(() -> check(model))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(message);
    }

    private void check(String model) {
        new KnownModels(models.root(), "0.1.0").check(models.registry(), model);
    }
}
