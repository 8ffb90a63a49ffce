package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.BEN;
import static io.modeltracking.registry.RegistryFixture.EVE;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static io.modeltracking.registry.RegistryFixture.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrarTests {

    @TempDir
    Path base;

    private RegistryFixture models;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
    }

    @Test
    void registersTheSameBytesOnce() {
        models.versions(2);
        assertThat(models.as(ADA).register(MODEL, evidence(1, false), "registered again", () -> {}))
                .isEqualTo(new Registrar.Registered(MODEL, 1, false));
        assertThat(models.registry().model(MODEL).versions()).hasSize(2);
        assertThat(models.ledger().events()).hasSize(2);
    }

    @Test
    void keepsTheEvidenceAsItWas() {
        models.versions(1);
        assertThat(models.registry().version(MODEL + "/1").evidence()).isEqualTo(evidence(1, false));
    }

    @Test
    void promotesStepByStepAndArchivesWhoStoodThere() {
        models.versions(2);
        toProduction(1);
        toProduction(2);
        Registry registry = models.registry();
        assertThat(registry.version(MODEL + "@champion").number()).isEqualTo(2);
        assertThat(registry.version(MODEL + "/1").stage()).isEqualTo(Stage.ARCHIVED);
        assertThat(registry.version(MODEL + "/1").lastMove().event().reason()).isEqualTo(REASON);
    }

    @Test
    void refusesAWayThatThereIsNot() {
        models.versions(1);
        refuses(
                () -> models.as(ADA).promote(MODEL + "/1", Stage.PRODUCTION, REASON),
                "is in None",
                "Staging or Archived");
        models.as(ADA).archive(MODEL + "/1", REASON);
        refuses(() -> models.as(ADA).promote(MODEL + "/1", Stage.PRODUCTION, REASON), "goes to Staging", "rollback");
        refuses(() -> models.as(ADA).archive(MODEL + "/1", REASON), "cannot go to Archived");
    }

    @Test
    void namesTheCandidatesOfWhatItDoesNotKnow() {
        refuses(() -> models.as(ADA).promote("x/1", Stage.STAGING, REASON), "none is registered yet");
        models.versions(2);
        refuses(() -> models.as(ADA).promote("x/1", Stage.STAGING, REASON), "there are " + MODEL);
        refuses(() -> models.as(ADA).promote(MODEL + "/7", Stage.STAGING, REASON), "1 (None), 2 (None)");
        refuses(() -> models.as(ADA).promote(MODEL, Stage.STAGING, REASON), "Which version", MODEL + "/2 (None)");
        refuses(() -> models.as(ADA).archive(MODEL + "@Production", REASON), "No version", MODEL + "/1 (None)");
        refuses(() -> Stage.parse("Live"), "None, Staging, Production, Archived");
    }

    @Test
    void wantsAReasonThatSaysSomething() {
        models.versions(1);
        refuses(() -> models.as(ADA).promote(MODEL + "/1", Stage.STAGING, "  better  "), "6 characters", "needs 10");
        refuses(() -> models.as(ADA).promote(MODEL + "/1", Stage.STAGING, null), "No reason is given", "-Dreason");
        refuses(() -> models.as(ADA).archive(MODEL + "/1", " "), "No reason is given", "10 characters");
    }

    @Test
    void saysHowToNameWhatWasNotNamed() {
        refuses(() -> models.as(ADA).rollback(null, REASON), "No model is named", "-Dmodel=<name>");
        models.versions(1);
        refuses(() -> models.as(ADA).rollback(" ", REASON), "No model is named", "-Dmodel=" + MODEL);
        refuses(() -> models.as(ADA).archive(null, REASON), "No model is named", "-Dmodel=motor-frequency/3");
        refuses(() -> Stage.parse(null), "No stage is named", "-Dstage=Staging");
        refuses(() -> Waivable.parse(null), "No rule is named", "dirty-tree, missing-evidence");
        refuses(() -> Waivable.parse("x"), "No rule \"x\"", "dirty-tree, missing-evidence");
    }

    @Test
    void goesBackToWhatWasInProductionBefore() {
        models.versions(3);
        toProduction(1);
        toProduction(2);
        toProduction(3);
        models.as(ADA).rollback(MODEL, REASON);
        assertThat(models.registry().version(MODEL + "@Production").number()).isEqualTo(2);
        models.as(ADA).rollback(MODEL, REASON);
        assertThat(models.registry().version(MODEL + "@Production").number()).isEqualTo(1);
        refuses(() -> models.as(ADA).rollback(MODEL, REASON), "nothing to go back to");
    }

    @Test
    void goesBackToWhatWasArchived() {
        models.versions(1);
        toProduction(1);
        models.as(ADA).archive(MODEL + "@Production", REASON);
        models.as(ADA).rollback(MODEL, REASON);
        assertThat(models.registry().version(MODEL + "@Production").number()).isEqualTo(1);
    }

    @Test
    void letsOnlyAThirdPersonApprove() {
        models.versions(1);
        models.as(ADA).promote(MODEL + "/1", Stage.STAGING, REASON);
        refuses(() -> models.strictlyAs(BEN).promote(MODEL + "/1", Stage.PRODUCTION, REASON), "tracking:request");
        refuses(() -> models.as(EVE).approve(MODEL + "/1", Stage.PRODUCTION, REASON), "no request is open");
        models.as(BEN).request(MODEL + "/1", Stage.PRODUCTION, REASON);
        refuses(() -> models.as(EVE).request(MODEL + "/1", Stage.PRODUCTION, REASON), "open already");
        refuses(() -> models.strictlyAs(BEN).promote(MODEL + "/1", Stage.PRODUCTION, REASON), "waits");
        refuses(
                () -> models.as(new Actor("ben ", null, "git")).approve(MODEL + "/1", Stage.PRODUCTION, REASON),
                "asked");
        refuses(
                () -> models.as(new Actor("A. L.", "ADA@example.org", "git"))
                        .approve(MODEL + "/1", Stage.PRODUCTION, REASON),
                "made the run");
        models.as(EVE).approve(MODEL + "/1", Stage.PRODUCTION, REASON);
        models.strictlyAs(BEN).promote(MODEL + "/1", Stage.PRODUCTION, REASON);
        Change move = models.registry().version(MODEL + "@champion").lastMove();
        assertThat(((ModelEvent.Promote) move.event()).approver()).isEqualTo(EVE);
        assertThat(models.registry().model(MODEL).requests()).isEmpty();
    }

    @Test
    void forgetsARequestThatWasTurnedDown() {
        models.versions(1);
        models.as(BEN).request(MODEL + "/1", Stage.STAGING, REASON);
        models.as(EVE).reject(MODEL + "/1", Stage.STAGING, REASON);
        refuses(() -> models.as(EVE).approve(MODEL + "/1", Stage.STAGING, REASON), "no request is open");
    }

    @Test
    void registersUncommittedCodeOnlyWithAWaiver() {
        Evidence dirty = evidence(1, true);
        refuses(
                () -> models.as(ADA).register(MODEL, dirty, REASON, () -> {}),
                "uncommitted changes",
                "-Drule=dirty-tree");
        models.as(EVE).waive(MODEL, null, Waivable.DIRTY_TREE, NOW.plus(Duration.ofDays(1)), REASON);
        Registrar later = models.registrar(NOW.plus(Duration.ofDays(1)), new Registrar.Policy(ADA, 10, false, false));
        refuses(() -> later.register(MODEL, dirty, REASON, () -> {}), "uncommitted changes");
        models.as(ADA).register(MODEL, dirty, REASON, () -> {});
        assertThat(models.registry().version(MODEL + "/1").evidence().waived()).containsExactly(Waivable.DIRTY_TREE);
        refuses(() -> models.as(EVE).waive(MODEL, null, Waivable.DIRTY_TREE, NOW, REASON), "later -Dexpires");
    }

    @Test
    void writesNothingInADryRun() {
        models.versions(1);
        Registrar dry = models.registrar(NOW, new Registrar.Policy(ADA, 10, false, true));
        assertThat(dry.promote(MODEL + "/1", Stage.STAGING, REASON)).isInstanceOf(ModelEvent.Promote.class);
        assertThat(dry.register(MODEL, evidence(2, false), REASON, () -> {}).version())
                .isEqualTo(2);
        refuses(() -> dry.promote(MODEL + "/1", Stage.PRODUCTION, REASON), "cannot go");
        assertThat(models.ledger().events()).hasSize(1);
    }

    @Test
    void knowsHowItWasAtAnyTime() {
        models.versions(2);
        toProduction(1);
        Instant later = NOW.plus(Duration.ofDays(1));
        Registrar.Policy policy = new Registrar.Policy(ADA, 10, false, false);
        models.registrar(later, policy).promote(MODEL + "/2", Stage.STAGING, REASON);
        models.registrar(later, policy).promote(MODEL + "/2", Stage.PRODUCTION, REASON);
        List<LedgerEvent> events = models.ledger().events();
        assertThat(Registry.at(events, PublicKeys.NONE, NOW)
                        .version(MODEL + "@champion")
                        .number())
                .isEqualTo(1);
        assertThat(Registry.at(events, PublicKeys.NONE, later)
                        .version(MODEL + "@champion")
                        .number())
                .isEqualTo(2);
        assertThat(Registry.at(events, PublicKeys.NONE, NOW.minusSeconds(1)).models())
                .isEmpty();
    }

    @Test
    void losesNoVersionWhenManyRegisterAtOnce() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t * 10;
            threads.add(new Thread(() -> {
                for (int i = 1; i <= 10; i++) {
                    models.as(ADA).register(MODEL, evidence(first + i, false), REASON, () -> {});
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(models.registry().model(MODEL).versions())
                .extracting(ModelVersion::number)
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, 40).boxed().toList());
    }

    private void toProduction(int version) {
        models.as(ADA).promote(MODEL + "/" + version, Stage.STAGING, REASON);
        models.as(ADA).promote(MODEL + "/" + version, Stage.PRODUCTION, REASON);
    }

    private void refuses(ThrowingCallable change, String... messages) {
        List<String> before = models.ledger().lines();
        assertThatThrownBy(change).isInstanceOf(RegistryException.class).hasMessageContainingAll(messages);
        assertThat(models.ledger().lines()).isEqualTo(before);
    }
}
