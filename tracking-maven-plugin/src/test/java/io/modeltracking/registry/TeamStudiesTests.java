package io.modeltracking.registry;

import static io.modeltracking.store.RunFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.StudyHistory;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.PastStudies;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Servers;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that has searched nothing goes on with what others have searched. */
class TeamStudiesTests {

    private static final String COMMIT = "c".repeat(40);

    @TempDir
    Path base;

    private Machine ada;
    private Machine ben;

    @BeforeEach
    void open() {
        var settings = Servers.fresh();
        ada = new Machine(base.resolve("ada"), settings);
        ben = new Machine(base.resolve("ben"), settings);
    }

    private RunEvent source(String commit) throws IOException {
        SourceState source =
                new SourceState("git", null, commit, "main", "git", null, false, false, null, null, List.of(), true);
        return new RunEvent.Fact("source", new FactStore(ada.root()).put(source));
    }

    private RunFixture study(int number, String experiment) {
        return ada.run(number)
                .experiment(experiment)
                .event(new SearchEvent.Objective("validation.loss", "MINIMIZE", null, null))
                .event(new RunEvent.Tag("search.sampler", "tpe/optuna-5.0"));
    }

    private RunFixture trial(int number, int study, int trial, double objective) {
        return ada.run(number)
                .parent(id(study))
                .event(new SearchEvent.Trial(trial, "tpe/optuna-5.0", List.of()))
                .event(new RunEvent.Param("depth", ParamValue.of(trial), Origin.SEARCH))
                .event(new SearchEvent.Objective(
                        "validation.loss", "MINIMIZE", objective, 0.0, null, null, "validation.loss"));
    }

    private static RunEvent artifact(String name, String text) {
        return new RunEvent.Artifact(name, "text/plain", text.length(), Sha256.of(text), List.of());
    }

    private void ended(int number, String experiment) throws IOException {
        String ranking = "rank,trial,run,status,verdict,objective,violation,reason,depth\n1,0," + id(number + 1)
                + ",FINISHED,ACCEPTED,0.25,0,,0\n";
        study(number, experiment)
                .event(new SearchEvent.Winner(0, id(number + 1), 0.25, "smallest"))
                .event(artifact(PastStudies.RANKING, ranking))
                .event(artifact("curves.csv", "many"))
                .finished();
        trial(number + 1, number, 0, 0.25).ended(Status.FINISHED, Verdict.ACCEPTED);
        trial(number + 2, number, 1, 0.5).ended(Status.ABORTED, Verdict.REJECTED);
        Path artifacts = Files.createDirectories(ada.root().run(id(number)).resolve("artifacts"));
        Files.writeString(artifacts.resolve(PastStudies.RANKING), ranking);
        Files.writeString(artifacts.resolve("curves.csv"), "many");
    }

    /** As a killed JVM leaves it: its trials alone say which code they ran. */
    private void interrupted(int number, String experiment, String commit) throws IOException {
        study(number, experiment).unfinished();
        trial(number + 1, number, 0, 0.25).event(source(commit)).ended(Status.FINISHED, Verdict.ACCEPTED);
        ada.run(number + 2).parent(id(number + 1)).ended(Status.FINISHED, Verdict.ACCEPTED);
        trial(number + 3, number, 1, 0.5).unfinished();
    }

    private StudyHistory toldToBen() {
        ben.goal(ledger -> {
            ledger.link().need().needStudies(RunFixture.MODULE, COMMIT);
            return null;
        });
        return new PastStudies(ben.root(), Clock.systemUTC()).of(RunFixture.MODULE);
    }

    @Test
    void theBestTrialsOfAnotherMachinesStudyAreToldAndNothingElseIsFetched() throws IOException {
        ended(10, "Motor_2026_Search");
        ada.record(RunFixture.build(ada.root()));

        StudyHistory told = toldToBen();

        assertThat(told.interrupted()).isEmpty();
        assertThat(told.best()).singleElement().satisfies(best -> {
            assertThat(best.run()).isEqualTo(id(11));
            assertThat(best.objective()).isEqualTo(0.25);
        });
        assertThat(ben.here()).containsExactlyInAnyOrder(id(10), id(11));
        assertThat(ben.root().run(id(10)).resolve("artifacts/curves.csv")).doesNotExist();
    }

    @Test
    void aStudyThatAnotherMachineInterruptedIsToldWithItsTrialsAndTheirParts() throws IOException {
        interrupted(10, "Motor_2026_Search", COMMIT);
        interrupted(20, "Motor_2026_Older", "d".repeat(40));
        ada.record(RunFixture.build(ada.root()));

        StudyHistory told = toldToBen();

        assertThat(told.interrupted())
                .filteredOn(study -> study.run().equals(id(10)))
                .singleElement()
                .satisfies(study -> assertThat(study.trials())
                        .extracting(trial -> trial.run())
                        .containsExactly(id(11)));
        assertThat(ben.here())
                .as("of other code no more than what tells that it is other code")
                .containsExactlyInAnyOrder(id(10), id(11), id(12), id(20), id(21));
    }

    @Test
    void ofEachExperimentTheLastThatEndedAreEnough() throws IOException {
        for (int number = 10; number <= 50; number += 10) {
            ended(number, "Motor_2026_Search");
        }
        ended(60, "Motor_2026_Other");
        ada.record(RunFixture.build(ada.root()));

        assertThat(toldToBen().best()).hasSize(4);
        assertThat(ben.here()).hasSize(8);
    }

    @Test
    void whereNothingWasSearchedNothingIsFetched() {
        ada.run(1).finished();
        ada.record(RunFixture.build(ada.root()));

        assertThat(toldToBen()).isEqualTo(StudyHistory.NONE);
        assertThat(ben.root().runs()).isEmptyDirectory();
    }
}
