package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFoldTests {

    @Test
    void setsDescriptionsAndTags(@TempDir Path base) throws Exception {
        RegistryFixture models = new RegistryFixture(base).versions(1);
        write(
                models,
                new ModelEvent.Note(
                        MODEL, null, "Motor, private cars", Map.of("line", "motor"), List.of(), ADA, REASON));
        write(models, new ModelEvent.Note(MODEL, 1, "First", Map.of("reviewed", "no"), List.of(), ADA, REASON));
        write(models, new ModelEvent.Note(MODEL, 1, null, Map.of("reviewed", "yes"), List.of(), ADA, REASON));
        write(models, new ModelEvent.Note(MODEL, 1, null, Map.of("owner", "x"), List.of(), ADA, REASON));
        write(models, new ModelEvent.Note(MODEL, 1, null, Map.of(), List.of("owner"), ADA, REASON));
        RegisteredModel model = models.registry().model(MODEL);
        assertThat(model.description()).isEqualTo("Motor, private cars");
        assertThat(model.tags()).containsEntry("line", "motor");
        assertThat(model.version(1).description()).isEqualTo("First");
        assertThat(model.version(1).tags()).containsExactly(Map.entry("reviewed", "yes"));
        assertThat(model.version(1).history()).hasSize(5);
    }

    @Test
    void knowsOfWhichVersionARunWasMadeAgain(@TempDir Path base) throws Exception {
        RegistryFixture models = new RegistryFixture(base).versions(2);
        ModelVersion second = models.registry().model(MODEL).version(2);
        models.as(ADA).reproduced(MODEL, second.evidence().run(), "IDENTICAL", REASON);
        RegisteredModel model = models.registry().model(MODEL);
        assertThat(model.version(2).history())
                .extracting(change -> change.event().getClass().getSimpleName())
                .containsExactly("Register", "Reproduced");
        assertThat(model.version(1).history()).hasSize(1);
        assertThat(model.version(2).lastMove()).isEqualTo(second.lastMove());
    }

    @Test
    void leavesAloneWhatALaterPluginWrote(@TempDir Path base) throws Exception {
        RegistryFixture models = new RegistryFixture(base).versions(1);
        ObjectNode body =
                RunJson.mapper().createObjectNode().put("model", MODEL).put("what", "new");
        models.ledger().append("TELEPORT", () -> Optional.of(body), event -> null);
        assertThat(models.registry().model(MODEL).version(1).history()).hasSize(1);
        assertThat(models.ledger().lines().get(1)).contains("TELEPORT", "\"what\":\"new\"");
    }

    @Test
    void writesNumbersAsText(@TempDir Path base) throws Exception {
        RegistryFixture models = new RegistryFixture(base).versions(1);
        assertThat(models.ledger().lines().get(0)).contains("\"version\":\"1\"", "\"size\":\"1234\"");
    }

    private static void write(RegistryFixture models, ModelEvent event) {
        models.ledger()
                .append(EventCodec.type(event.getClass()), () -> Optional.of(EventCodec.body(event)), written -> null);
    }
}
