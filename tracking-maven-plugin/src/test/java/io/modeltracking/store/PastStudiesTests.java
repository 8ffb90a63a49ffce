package io.modeltracking.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.registry.Recorder;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.StudyHistory;
import io.modeltracking.run.StudyHistory.PastStudy;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a module's next test JVM is told of its studies, by the index or without it. */
class PastStudiesTests {

    private static final SourceState SOURCE = new SourceState(
            "git", null, "c".repeat(40), "main", "git", null, false, false, null, null, List.of(), true);

    @TempDir
    Path base;

    private TrackingRoot root;
    private String source;

    @BeforeEach
    void aRoot() throws IOException {
        root = new TrackingRoot(base.resolve(TrackingRoot.NAME));
        root.create();
        source = new FactStore(root).put(SOURCE);
    }

    private RunFixture study(int number) {
        return RunFixture.run(root, number)
                .event(new SearchEvent.Objective("validation.loss", "MINIMIZE", null, null))
                .event(new RunEvent.Tag("search.sampler", "tpe/optuna-5.0"))
                .event(new RunEvent.Seed("seed/v1", 42, List.of("e", "study", "sampler"), 7));
    }

    private RunFixture trial(int number, String study, int trial) {
        return RunFixture.run(root, number)
                .parent(study)
                .event(new SearchEvent.Trial(trial, "tpe/optuna-5.0", List.of()))
                .event(new RunEvent.Fact("source", source))
                .event(new RunEvent.Param("depth", ParamValue.of(trial), Origin.SEARCH))
                .param("rows", 10);
    }

    private static RunEvent objective(double value, double violation) {
        return new SearchEvent.Objective(
                "validation.loss", "MINIMIZE", value, violation, null, null, "validation.rmse");
    }

    private void interruptedStudy() {
        RunRecord study = study(1).unfinished();
        trial(2, study.id(), 0)
                .metric("validation.rmse", 0.5, 0)
                .metric("validation.rmse", 0.25, 1)
                .metric("validation.rmse", 9)
                .event(objective(0.25, 0))
                .ended(Status.FINISHED, Verdict.ACCEPTED);
        trial(3, study.id(), 1).event(objective(0.2, 0.5)).ended(Status.ABORTED, Verdict.REJECTED);
        trial(4, study.id(), 2).ended(Status.BROKEN, null);
        trial(5, study.id(), 3).unfinished();
    }

    private void record() {
        new Recorder(root, Clock.systemUTC(), "1").record(RunFixture.build(root), false);
    }

    private StudyHistory history() {
        return new PastStudies(root, Clock.systemUTC()).of(RunFixture.MODULE);
    }

    @Test
    void anInterruptedStudyIsToldWithTheTrialsThatFinished() {
        interruptedStudy();

        PastStudy past = history().interrupted().get(0);

        assertThat(past.seed()).isEqualTo(42);
        assertThat(past.sampler()).isEqualTo("tpe/optuna-5.0");
        assertThat(past.source()).isEqualTo(SOURCE);
        assertThat(past.trials()).extracting(trial -> trial.number()).containsExactlyInAnyOrder(0, 1);
        assertThat(past.trials())
                .filteredOn(trial -> trial.number() == 0)
                .singleElement()
                .satisfies(first -> {
                    assertThat(first.params()).containsOnlyKeys("depth");
                    assertThat(first.steps()).containsOnlyKeys(0L, 1L).containsEntry(1L, 0.25);
                    assertThat(first.objective()).isEqualTo(0.25);
                });
    }

    @Test
    void theIndexTellsTheSame() {
        interruptedStudy();
        StudyHistory without = history();
        record();

        StudyHistory with = history();

        assertThat(with.interrupted().get(0).trials())
                .containsExactlyInAnyOrderElementsOf(
                        without.interrupted().get(0).trials());
    }

    @Test
    void anotherModulesStudiesAreNotTold() {
        interruptedStudy();
        record();

        assertThat(new PastStudies(root, Clock.systemUTC()).of("org.example:home"))
                .isEqualTo(StudyHistory.NONE);
    }

    @Test
    void theLastRunOfAStudyCountsAlsoWhenItTookTrialsOver() {
        interruptedStudy();
        String firstTrial = RunFixture.id(2);
        RunRecord again = study(6).startedAt(RunFixture.START.plusSeconds(60))
                .event(new SearchEvent.Reused(0, firstTrial))
                .unfinished();
        trial(7, again.id(), 2).event(objective(0.1, 0)).ended(Status.FINISHED, Verdict.ACCEPTED);
        record();

        StudyHistory history = history();

        assertThat(history.interrupted()).singleElement().satisfies(past -> {
            assertThat(past.run()).isEqualTo(again.id());
            assertThat(past.trials()).extracting(trial -> trial.number()).containsExactlyInAnyOrder(0, 2);
        });
    }

    @Test
    void aStudyWithAWinnerIsNotInterruptedAndItsBestTrialsAreTold() throws IOException {
        RunRecord study = study(1).event(new SearchEvent.Winner(0, RunFixture.id(2), 0.25, "smallest"))
                .finished();
        trial(2, study.id(), 0).event(objective(0.25, 0)).ended(Status.FINISHED, Verdict.ACCEPTED);
        trial(3, study.id(), 1).event(objective(0.2, 0.5)).ended(Status.ABORTED, Verdict.REJECTED);
        Path artifacts = Files.createDirectories(root.run(study.id()).resolve("artifacts"));
        Files.writeString(
                artifacts.resolve("ranking.csv"),
                "rank,trial,run,status,verdict,objective,violation,reason,depth\n1,0," + RunFixture.id(2)
                        + ",FINISHED,ACCEPTED,0.25,0,,0\n2,1," + RunFixture.id(3)
                        + ",a rejected one that somebody wrote in\n3,2,../../../../../../etc/passwd,x\n");
        record();

        StudyHistory history = history();

        assertThat(history.interrupted()).isEmpty();
        assertThat(history.best()).singleElement().satisfies(best -> {
            assertThat(best.run()).isEqualTo(RunFixture.id(2));
            assertThat(best.objective()).isEqualTo(0.25);
            assertThat(best.params()).containsOnlyKeys("depth");
        });
    }

    @Test
    void anIndexThatCannotBeReadIsLeftAsItIs() throws IOException {
        interruptedStudy();
        Path index = Files.writeString(
                root.directory().resolve(History.FILE), "no database at all, but a text of some length");

        assertThat(history().interrupted()).hasSize(1);
        assertThat(index).hasContent("no database at all, but a text of some length");
        assertThat(root.directory().toFile().list()).contains(History.FILE).noneMatch(name -> name.contains("damaged"));
    }

    @Test
    void aFolderWithoutRunsTellsNothingAndIsNotTouched() {
        assertThat(history()).isEqualTo(StudyHistory.NONE);
        assertThat(root.directory().resolve(History.FILE)).doesNotExist();
    }
}
