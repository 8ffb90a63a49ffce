package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelNoteTests {

    private static final ModelNote CARS = new ModelNote("Private cars", Map.of("line", "motor"), List.of());

    @TempDir
    Path base;

    private RegistryFixture models;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
    }

    @Test
    void isOfAModelOrOfAVersionByNumberOrStage() {
        models.versions(2);
        models.as(ADA).promote(MODEL + "/2", Stage.STAGING, REASON);
        models.as(ADA).note(MODEL, CARS, REASON);
        models.as(ADA).note(MODEL + "/1", new ModelNote("First", Map.of(), List.of()), REASON);
        models.as(ADA).note(MODEL + "@challenger", new ModelNote("Second", Map.of(), List.of()), REASON);
        RegisteredModel model = models.registry().model(MODEL);
        assertThat(model.description()).isEqualTo("Private cars");
        assertThat(model.tags()).isEqualTo(Map.of("line", "motor"));
        assertThat(model.notes())
                .singleElement()
                .satisfies(change -> assertThat(change.event().reason()).isEqualTo(REASON));
        assertThat(model.versions()).extracting(ModelVersion::description).containsExactly("First", "Second");
        assertThat(model.version(2).lastMove().event()).isInstanceOf(ModelEvent.Promote.class);
    }

    @Test
    void takesTagsAway() {
        models.versions(1);
        models.as(ADA).note(MODEL, CARS, REASON);
        models.as(ADA).note(MODEL, new ModelNote(null, Map.of(), List.of("line")), REASON);
        assertThat(models.registry().model(MODEL).tags()).isEmpty();
        assertThat(models.registry().model(MODEL).description()).isEqualTo("Private cars");
    }

    @Test
    void changesNothingInADryRun() {
        models.versions(1);
        ModelEvent event = models.registrar(NOW, new Registrar.Policy(ADA, 10, false, true))
                .note(MODEL + "/1", CARS, REASON);
        assertThat(event).isInstanceOf(ModelEvent.Note.class);
        assertThat(models.ledger().events()).hasSize(1);
    }

    @Test
    void namesWhatThereIsAndChangesNothing() {
        models.versions(1);
        models.as(ADA).note(MODEL, CARS, REASON);
        refused("home", CARS, REASON, "no model \"home\": there are " + MODEL);
        refused(MODEL + "/7", CARS, REASON, "has no version 7: it has 1 (None)");
        refused(MODEL + "@Live", CARS, REASON, "There is no stage \"Live\"");
        refused(MODEL, CARS, "short", "5 characters, and needs 10");
        refused(MODEL, new ModelNote(null, Map.of(), List.of("tema")), REASON, "no tag \"tema\": it has line");
        refused(MODEL + "/1", new ModelNote(null, Map.of(), List.of("line")), REASON, "it has none");
        assertThat(models.ledger().events()).hasSize(2);
    }

    private void refused(String reference, ModelNote note, String reason, String message) {
        assertThatThrownBy(() -> models.as(ADA).note(reference, note, reason))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(message);
    }
}
