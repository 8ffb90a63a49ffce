package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTests {

    @TempDir
    Path base;

    private RegistryFixture models;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
    }

    private RunRecord run(int number, String model) {
        return RunFixture.run(models.root(), number)
                .experiment(model)
                .metric("test.rmse", number)
                .finished();
    }

    private ModelEvent accept(String prefix, boolean dryRun) {
        Registrar registrar = models.registrar(NOW, new Registrar.Policy(ADA, 10, false, dryRun));
        return new Acceptance(models.root(), registrar, dryRun).accept(prefix, REASON);
    }

    private Path file() {
        return base.resolve("tracking-baseline.json");
    }

    @Test
    void anAcceptedRunStandsInTheFileAndInTheLedger() {
        RunRecord run = run(1, MODEL);
        accept(run.id().substring(0, 8), false);

        assertThat(new AcceptedFile(models.root()).all())
                .containsExactly(BaselineRecord.of("accepted", "the accepted run " + run.shortId(), run));
        assertThat(models.ledger().events())
                .singleElement()
                .returns("ACCEPT", LedgerEvent::type)
                .returns(new ModelEvent.Accept(MODEL, run.id(), ADA, REASON), EventCodec::read);
        assertThat(models.registry().models()).isEmpty();
    }

    @Test
    void theOthersStayAndTheSameGivesTheSameBytes() throws IOException {
        accept(run(1, MODEL).id(), false);
        byte[] once = Files.readAllBytes(file());
        accept(run(2, "home").id(), false);
        accept(RunFixture.id(1), false);

        assertThat(new AcceptedFile(models.root()).all())
                .extracting(BaselineRecord::model)
                .containsExactly("home", MODEL);
        Files.delete(file());
        accept(RunFixture.id(1), false);
        assertThat(file()).hasBinaryContent(once);
    }

    @Test
    void aDryRunChangesNothing() {
        accept(run(1, MODEL).id(), true);
        assertThat(file()).doesNotExist();
        assertThat(models.ledger().events()).isEmpty();
    }

    @Test
    void refusesWhatIsNoRunAmbiguousOrRejectedAndChangesNothing() {
        RunRecord rejected = RunFixture.run(models.root(), 3)
                .experiment(MODEL)
                .metric("m", 1)
                .ended(Status.FAILED, Verdict.REJECTED);
        assertRefused(rejected.id(), "cannot be a baseline");
        assertRefused("../x", "names no run");
        assertRefused("0000", "names 0 runs");
        RunRecord bare = RunFixture.run(models.root(), 4).experiment(MODEL).finished();
        assertRefused(bare.id(), "has no metric");
        assertThat(file()).doesNotExist();
        assertThat(models.ledger().events()).isEmpty();
    }

    private void assertRefused(String prefix, String message) {
        assertThatThrownBy(() -> accept(prefix, false))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aBrokenFileIsNotWrittenOver() throws IOException {
        run(1, MODEL);
        for (String broken :
                new String[] {"{", "{\"schemaVersion\":2}", "{\"schemaVersion\":1,\"baselines\":{\"a\":null}}"}) {
            Files.writeString(file(), broken);
            assertThatThrownBy(() -> accept(RunFixture.id(1), false))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("tracking-baseline.json");
            assertThat(file()).hasContent(broken);
        }
        assertThat(models.ledger().events()).isEmpty();
    }
}
