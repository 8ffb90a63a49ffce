package io.modeltracking.registry;

import static io.modeltracking.store.RunFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunEvent;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Servers;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.shared.SharedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fetch that is broken off leaves nothing that looks whole. The bucket is a folder, so that it can lose files. */
class TeamFetchTests {

    private static final String FACT = "{\"java\":\"17\"}";

    @TempDir
    Path base;

    private Path bucket;
    private Machine ada;
    private Machine ben;

    @BeforeEach
    void aRunOfAda() throws IOException {
        bucket = Files.createDirectories(base.resolve("bucket"));
        SharedSettings settings = SharedSettings.of(
                Servers.freshSchema(),
                Servers.owner(),
                bucket.toUri().toString(),
                new SharedSettings.Bucket(null, null, false, null));
        ada = new Machine(base.resolve("ada"), settings);
        ben = new Machine(base.resolve("ben"), settings);
        Files.writeString(ada.root().fact(Sha256.of(FACT)), FACT);
        ada.run(1)
                .event(new RunEvent.Fact("environment", Sha256.of(FACT)))
                .event(artifact("lift.csv"))
                .event(artifact("model.ubj"))
                .finished();
        for (String name : List.of("lift.csv", "model.ubj")) {
            Path file = ada.root().run(id(1)).resolve("artifacts").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        ada.run(2).finished();
        assertThat(ada.record(RunFixture.build(ada.root())).sent()).isEqualTo(2);
    }

    private static RunEvent artifact(String name) {
        return new RunEvent.Artifact(name, "text/plain", name.length(), Sha256.of(name), List.of());
    }

    private void benNeeds(String... ids) {
        ben.goal(ledger -> {
            ledger.link().need().needWhole(List.of(ids));
            return null;
        });
    }

    @Test
    void aRunWhoseFactsDoNotComeDoesNotComeItself() throws IOException {
        Path fact = bucket.resolve("facts/" + Sha256.of(FACT) + ".json");
        Path kept = base.resolve("kept");
        Files.move(fact, kept);

        assertThatThrownBy(() -> benNeeds(id(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(Sha256.of(FACT));
        assertThat(ben.root().run(id(1)).resolve(JournalReader.FILE)).doesNotExist();
        assertThat(ben.here()).isEmpty();

        Files.move(kept, fact);
        benNeeds(id(1), id(2));
        assertThat(ben.root().fact(Sha256.of(FACT))).hasContent(FACT);
        assertThat(ben.here()).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(ben.root().directory().toFile().list((folder, name) -> name.startsWith("incoming")))
                .isEmpty();
        ben.record();
        assertThat(ben.events()).as("what came from there is not told again").hasSize(1);
    }

    @Test
    void aVersionThatCameInPartIsCompleted() throws IOException {
        ModelVersion version = version();
        ben.goal(ledger -> {
            new SharedLedger(ben.root(), ledger).need(version);
            return null;
        });
        Path model = ben.root().run(id(1)).resolve("artifacts/model.ubj");
        Files.delete(model);

        ben.goal(ledger -> {
            new SharedLedger(ben.root(), ledger).need(version);
            return null;
        });

        assertThat(model).hasContent("model.ubj");
    }

    private static Evidence evidence() {
        Evidence other = RegistryFixture.evidence(1, false);
        return new Evidence(
                id(1),
                null,
                other.experiment(),
                null,
                null,
                List.of(),
                List.of(new Evidence.File("model.ubj", Sha256.of("model.ubj"), 9)),
                other.datasets(),
                other.commit(),
                other.branch(),
                false,
                other.build(),
                other.module(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    private ModelVersion version() {
        ada.goal(ledger -> new Registrar(
                        ledger, Clock.systemUTC(), new Registrar.Policy(RegistryFixture.ADA, 0, false, false))
                .register(RegistryFixture.MODEL, evidence(), "first", () -> {}));
        return Registry.of(ada.events()).version(RegistryFixture.MODEL + "/1");
    }
}
