package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may approve, by the commits of real repositories. The runs are Ada's, the requests Rita's. */
class ApprovalTests {

    private static final Actor RITA = new Actor("Rita", null, "git");

    @TempDir
    Path base;

    private final List<String> problems = new ArrayList<>();
    private RegistryFixture models;
    private GitCommand git;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base);
        git = GitCommand.init(base);
    }

    @Test
    void refusesWhoMadeTheCommitOfTheRun() throws IOException {
        git.commit("a.txt", "Otto", "first");
        version(1, git.commit("a.txt", "Carla", "second"));
        request(1);
        refuses("Carla");
        refuses("CARLA");
        approve(new Actor("C. Meier", "carla@example.org", "git"), "made a commit that motor-frequency/1 stands on");
        approve("Otto");
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesWhoMadeACommitSinceTheVersionInProduction() throws IOException {
        git.commit("a.txt", "Otto", "before");
        version(1, git.commit("a.txt", "Paul", "the champion's"));
        models.as(ADA).promote(MODEL + "/1", Stage.STAGING, REASON);
        models.as(ADA).promote(MODEL + "/1", Stage.PRODUCTION, REASON);
        git.commit("a.txt", "Carla", "since then");
        git.commit("a.txt", "Dora", "paired\n\nCo-authored-by: Emil <emil@example.org>");
        version(2, git.commit("a.txt", "Frida", "the challenger's"));
        request(2);
        for (String maker : List.of("Carla", "Dora", "Emil", "Frida")) {
            refuses(maker);
        }
        approve("Paul");
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesTheCommitterToo() throws IOException {
        git.commit("a.txt", "Otto", "first");
        git.run(
                "-c",
                "user.name=Carla",
                "-c",
                "user.email=carla@example.org",
                "commit",
                "--amend",
                "-q",
                "-m",
                "amended");
        version(1, git.run("rev-parse", "HEAD"));
        request(1);
        refuses("Carla");
        refuses("Otto");
    }

    @Test
    void knowsWhoCommitsUnderGitHubsAddressByTheLogin() throws IOException {
        git.commit("a.txt", "Otto", "by hand\n\nCo-authored-by: Carla Meier <123+carla-m@users.noreply.github.com>");
        version(1, git.run("rev-parse", "HEAD"));
        request(1);
        approve(new Actor("carla-m", null, "ci:GitHub Actions"), "made a commit");
        approve(base, new Actor("carla", null, "ci:GitHub Actions"));
    }

    @Test
    void saysWhereACommitIsNotHere() throws IOException {
        git.commit("a.txt", "Otto", "first");
        version(1, "c".repeat(40));
        request(1);
        approve("Otto");
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("Not everybody is known", MODEL + "/1", "c".repeat(40) + " is not in this repository");
    }

    @Test
    void saysWhereTheChampionsCommitIsNotHere() throws IOException {
        version(1, "c".repeat(40));
        models.as(ADA).promote(MODEL + "/1", Stage.STAGING, REASON);
        models.as(ADA).promote(MODEL + "/1", Stage.PRODUCTION, REASON);
        version(2, git.commit("a.txt", "Carla", "first"));
        request(2);
        refuses("Carla");
        assertThat(problems).singleElement().asString().contains("of those since only");
    }

    @Test
    void saysThatAShallowCloneHidesCommits() throws IOException {
        version(1, git.commit("a.txt", "Paul", "the champion's"));
        models.as(ADA).promote(MODEL + "/1", Stage.STAGING, REASON);
        models.as(ADA).promote(MODEL + "/1", Stage.PRODUCTION, REASON);
        git.commit("a.txt", "Carla", "since then");
        version(2, git.commit("a.txt", "Dora", "the challenger's"));
        request(2);
        Path clone = base.resolve("clone");
        git.run("clone", "-q", "--depth=1", base.toUri().toString(), clone.toString());
        assertThatThrownBy(() -> approve(clone, new Actor("Dora", null, "git")))
                .hasMessageContaining("Dora made a commit");
        assertThat(problems).singleElement().asString().contains("of those since only");
    }

    @Test
    void saysThatThereIsNoRepository(@TempDir Path elsewhere) throws IOException {
        version(1, git.commit("a.txt", "Carla", "first"));
        request(1);
        approve(elsewhere, new Actor("Carla", null, "git"));
        assertThat(problems).singleElement().asString().contains("is in no Git repository");
    }

    private void version(int number, String commit) {
        Evidence some = RegistryFixture.evidence(number, false);
        Evidence evidence = new Evidence(
                some.run(),
                null,
                some.experiment(),
                null,
                null,
                some.considered(),
                some.files(),
                some.datasets(),
                commit,
                some.branch(),
                false,
                some.build(),
                some.module(),
                some.gates(),
                some.authors(),
                some.about(),
                List.of());
        models.as(ADA).register(MODEL, evidence, REASON, () -> {});
    }

    private void request(int version) {
        models.as(RITA).request(MODEL + "/" + version, Stage.STAGING, REASON);
    }

    private void refuses(String name) {
        approve(new Actor(name, null, "git"), "made a commit");
    }

    private void approve(Actor actor, String refusal) {
        assertThatThrownBy(() -> approve(base, actor))
                .isInstanceOf(RegistryException.class)
                .hasMessageContainingAll(actor.name(), refusal);
    }

    private void approve(String name) {
        approve(base, new Actor(name, null, "git"));
    }

    private void approve(Path directory, Actor actor) {
        String version = MODEL + "/" + models.registry().model(MODEL).versions().size();
        new Registrar(
                        models.ledger(),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new Registrar.Policy(actor, 10, true, false),
                        new ProjectGit(directory, false, text -> {}, problems::add))
                .approve(version, Stage.STAGING, REASON);
    }
}
