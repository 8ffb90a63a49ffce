package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorTests {

    private static final String STAGING = "model/motor-frequency/v1/staging-1";

    @TempDir
    Path base;

    private final List<String> news = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private RegistryFixture models;
    private GitCommand git;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base).versions(2);
        git = GitCommand.init(base);
        git.commit("a.txt", "Ada", "first");
    }

    @Test
    void tagsEachChangeOfStageWithTheHashOfItsEvent() throws IOException {
        toProduction(1);
        toProduction(2);
        registrar(true).rollback(MODEL, REASON);
        registrar(true).archive(MODEL + "/1", REASON);
        assertThat(git.run("tag", "-l").lines())
                .containsExactly(
                        "model/motor-frequency/v1/archived-1",
                        "model/motor-frequency/v1/production-1",
                        "model/motor-frequency/v1/production-2",
                        STAGING,
                        "model/motor-frequency/v2/production-1",
                        "model/motor-frequency/v2/staging-1");
        LedgerEvent promotion = models.ledger().events().get(2);
        assertThat(git.run("for-each-ref", "--format=%(contents)", "refs/tags/" + STAGING))
                .isEqualTo(MODEL + "/1 went to Staging\n\nLedger-Event: 3\nLedger-Head: " + promotion.hash());
        assertThat(news).hasSize(6).first().asString().contains("git push origin " + STAGING);
        assertThat(findings()).isEmpty();
    }

    @Test
    void saysInTheLedgerThatItWasAnchored() {
        registrar(true).promote(MODEL + "/1", Stage.STAGING, REASON);
        ModelVersion version = models.registry().version(MODEL + "/1");
        assertThat(version.stage()).isEqualTo(Stage.STAGING);
        assertThat(version.history().get(2).event()).isInstanceOfSatisfying(ModelEvent.Anchor.class, anchor -> {
            assertThat(anchor.tag()).isEqualTo(STAGING);
            assertThat(anchor.head()).isEqualTo(models.ledger().events().get(2).hash());
        });
    }

    @Test
    void tagsNothingUnlessAsked() throws IOException {
        registrar(false).promote(MODEL + "/1", Stage.STAGING, REASON);
        registrar(true).request(MODEL + "/1", Stage.PRODUCTION, REASON);
        assertThat(git.run("tag", "-l")).isEmpty();
    }

    @Test
    void findsALedgerThatWasCutOffBehindATag() throws IOException {
        toProduction(1);
        Path file = models.root().directory().resolve(Ledger.FILE);
        Files.write(file, Files.readAllLines(file).subList(0, 4));
        assertThat(findings())
                .singleElement()
                .asString()
                .contains("when the Git tag model/motor-frequency/v1/production-1 was written", "shortened");
    }

    @Test
    void findsATagThatWasDeletedAndOneThatWasReplaced() throws IOException {
        toProduction(1);
        String other = models.ledger().events().get(0).hash();
        git.run("tag", "-d", STAGING);
        assertThat(findings()).singleElement().asString().contains(STAGING + " of event 4 is missing");
        git.run("-c", "user.name=E", "-c", "user.email=e@x", "tag", "-a", "-m", "Ledger-Head: " + other, STAGING);
        assertThat(findings()).singleElement().asString().contains(STAGING + " of event 4 was replaced", other);
    }

    @Test
    void letsTheChangeStandWhereGitMakesNoTag() throws IOException {
        git.run("tag", STAGING);
        registrar(true).promote(MODEL + "/1", Stage.STAGING, REASON);
        assertThat(models.registry().version(MODEL + "@Staging").number()).isEqualTo(1);
        assertThat(problems).singleElement().asString().contains("in the ledger, and not anchored", STAGING);
        assertThat(models.ledger().events()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "motor-frequency, motor-frequency",
        "Größe_1.2+x, Größe_1.2+x",
        "motor frequency, motor%20frequency",
        "motor/kfz, motor%2Fkfz",
        "a~b^[c, a%7Eb%5E%5Bc",
        "a..b, a%2E%2Eb",
        "motor.lock, motor%2Elock",
        ".hidden, %2Ehidden"
    })
    void makesATagsNameOfAnyModels(String model, String part) throws IOException {
        String name = new AnchorTag(model, 1, Stage.STAGING, 1).name();
        assertThat(name).isEqualTo("model/" + part + "/v1/staging-1");
        git.run("tag", name);
    }

    private void toProduction(int version) {
        registrar(true).promote(MODEL + "/" + version, Stage.STAGING, REASON);
        registrar(true).promote(MODEL + "/" + version, Stage.PRODUCTION, REASON);
    }

    private Registrar registrar(boolean anchor) {
        return new Registrar(
                models.ledger(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Registrar.Policy(ADA, 10, false, false),
                new ProjectGit(base, anchor, news::add, problems::add));
    }

    /** What the check says beside the files of the versions, which this test has none of. */
    private List<String> findings() throws IOException {
        return new LedgerCheck(models.root(), models.ledger())
                .check(Map.of(), ProjectGit.anchors(base).orElseThrow()).findings().stream()
                        .filter(finding -> !finding.contains("blob"))
                        .toList();
    }
}
