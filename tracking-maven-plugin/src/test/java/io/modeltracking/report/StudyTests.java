package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTests {

    private static final String SPACE =
            StudyFixture.space(StudyFixture.range("eta", 0.01, 1, true), StudyFixture.range("subsample", 0, 1, false));

    @TempDir
    Path directory;

    private MotorProject project;

    @BeforeEach
    void open() throws Exception {
        project = new MotorProject(directory);
    }

    private static Map<String, Double> params(double eta) {
        return Map.of("eta", eta, "subsample", 0.5);
    }

    private Study study() {
        return Studies.of(project.runs()).all().get(0);
    }

    @Test
    void ordersTrialsByMerit() throws Exception {
        StudyFixture fixture = StudyFixture.of(project, "E", SPACE);
        fixture.broken(params(0.1), "no memory");
        fixture.rejected(params(0.2), 0.1, 0.20);
        fixture.rejected(params(0.3), 0.4, 0.06);
        fixture.accepted(params(0.4), 0.6);
        String best = fixture.accepted(params(0.5), 0.5);
        fixture.pruned(params(0.6), 3);
        fixture.wonBy(4, best, 0.5);
        assertThat(study().trials()).extracting(StudyTrial::number).containsExactly(4, 3, 2, 1, 0, 5);
        assertThat(study().rejectedThoughBetter())
                .extracting(StudyTrial::number)
                .containsExactly(1, 2);
        assertThat(MarkdownStudies.counts(study())).isEqualTo("6 trials: 2 accepted, 2 rejected, 1 broken, 1 pruned");
    }

    @Test
    void findsTheLargerBetterWhereTheStudyMaximises() throws Exception {
        StudyFixture fixture = StudyFixture.of(project, "E", "MAXIMIZE", SPACE);
        fixture.accepted(params(0.4), 0.6);
        String best = fixture.accepted(params(0.5), 0.7);
        fixture.rejected(params(0.6), 0.8, 0.06);
        fixture.rejected(params(0.6), 0.1, 0.06);
        fixture.wonBy(1, best, 0.7);
        assertThat(study().trials()).extracting(StudyTrial::number).containsExactly(1, 0, 2, 3);
        assertThat(study().rejectedThoughBetter())
                .extracting(StudyTrial::number)
                .containsExactly(2);
    }

    @Test
    void countsNoTrialAndNoPartOfOneAsARunOfItsOwn() throws Exception {
        StudyFixture fixture = StudyFixture.of(project, "E", SPACE);
        String trial = fixture.accepted(params(0.4), 0.6);
        project.add(project.run("E").part(trial, "fold 0", null).metric("validation.rmse", 0.6));
        fixture.broken(params(0.5), "no memory");
        fixture.wonBy(0, trial, 0.6);
        ReportInput input = project.input(List.of());
        assertThat(BuildVerdict.sentence(input))
                .isEqualTo("No gate is configured. 1 run: 1 accepted; 2 trials in 1 study.");
        assertThat(ExperimentSummary.of(input).get(0))
                .returns(1, ExperimentSummary::runs)
                .returns(0, ExperimentSummary::faults)
                .returns(3, ExperimentSummary::trials);
        assertThat(new MarkdownReport(input).text()).doesNotContain("### Failures");
    }

    @Test
    void keepsTrialsThatWereTakenOverAndAreNotAtHand() throws Exception {
        StudyFixture fixture = StudyFixture.of(project, "E", SPACE);
        fixture.study().event(new SearchEvent.Reused(9, "ef".repeat(16)));
        fixture.ends(Status.INTERRUPTED, null, "interrupted");
        assertThat(study().trials()).singleElement().satisfies(trial -> {
            assertThat(trial.number()).isEqualTo(9);
            assertThat(trial.outcome()).isNull();
            assertThat(trial.reused()).isTrue();
        });
        assertThat(MarkdownStudies.counts(study())).isEqualTo("1 trial: 1 not in this report");
    }

    @Test
    void boundsWhatManyRejectedTrialsCostTheSummary() throws Exception {
        StudyFixture fixture = StudyFixture.of(project, "E", SPACE);
        String best = fixture.accepted(params(0.4), 0.6);
        for (int i = 0; i < 50; i++) {
            fixture.rejected(params(0.5), 0.5, 0.06);
            fixture.study().event(new RunEvent.Warning("rejected-though-better", "trial " + (i + 1) + " is better"));
        }
        fixture.wonBy(0, best, 0.6);
        String summary = new MarkdownReport(project.input(List.of())).text();
        assertThat(summary.lines().filter(line -> line.contains("REJECTED THOUGH BETTER")))
                .hasSize(5);
        assertThat(summary).contains("47 more in `index.html`", "50 trials are REJECTED THOUGH BETTER (study");
    }

    @Test
    void asksForEnoughTrialsBeforeItSaysWhatMattered() throws Exception {
        assertThat(importance(19))
                .returns(19, StudyImportance::trials)
                .extracting(StudyImportance::problem)
                .asString()
                .endsWith("it needs 20 with an objective; this study has 19.");
        project = new MotorProject(Files.createDirectories(directory.resolve("enough")));
        StudyImportance importance = importance(20);
        assertThat(importance.problem()).isNull();
        assertThat(importance.shares().keySet()).containsExactly("eta", "subsample");
        assertThat(importance.shares().get("eta")).isGreaterThan(0.7);
    }

    /** Of a study whose objective is eta, and nothing else. */
    private StudyImportance importance(int trials) throws Exception {
        StudyFixture fixture = StudyFixture.of(project, "E", SPACE);
        String best = null;
        for (int i = 0; i < trials; i++) {
            double eta = 0.02 + 0.04 * i;
            String run = fixture.accepted(Map.of("eta", eta, "subsample", i * 7 % trials / (double) trials), eta);
            best = best == null ? run : best;
        }
        fixture.wonBy(0, best, 0.02);
        return StudyImportance.of(study(), StudySpace.of(study().run()));
    }

    @Test
    void readsNoSpaceThatIsNotWhatTheStudyRecorded() throws Exception {
        StudyFixture fixture = StudyFixture.of(project, "E", SPACE);
        fixture.wonBy(0, fixture.accepted(params(0.4), 0.6), 0.6);
        ReportRun run = study().run();
        assertThat(StudySpace.of(run).axes()).extracting(StudySpace.Axis::name).containsExactly("eta", "subsample");
        Files.writeString(run.artifacts().resolve("search-space.json"), SPACE.replace("0.01", "0.02"));
        assertThat(StudySpace.of(run).space()).isNull();
        assertThat(StudyImportance.of(study(), StudySpace.of(run)).problem()).contains("its file was changed");
    }

    @Test
    void bearsASpaceThatIsNone() throws Exception {
        for (String space : List.of("", "[]", "{\"dimensions\":[{\"type\":\"x\"}]}", "{\"dimensions\":7}", "{")) {
            project = new MotorProject(Files.createDirectories(directory.resolve("space" + space.hashCode())));
            StudyFixture fixture = StudyFixture.of(project, "E", space);
            fixture.wonBy(0, fixture.accepted(params(0.4), 0.6), 0.6);
            assertThat(StudySpace.of(study().run()).axes()).as(space).isEmpty();
        }
    }

    @Test
    void writesStudiesAsTheSchemaSays() throws Exception {
        StudyFixture fixture = StudyFixture.of(project, "E", SPACE);
        fixture.study().event(new SearchEvent.Reused(9, "ef".repeat(16)));
        fixture.accepted(params(0.4), Double.POSITIVE_INFINITY);
        fixture.pruned(params(0.4), 3);
        fixture.wonBy(1, fixture.accepted(params(0.5), 0.6), 0.6);
        String json = MemoryOutput.of(project.input(List.of())).text("report.json");
        assertThat(ReportWriterTests.violations(json)).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(json)
                        .at("/studies/0/trials/0/objective")
                        .asDouble())
                .isEqualTo(0.6);
    }
}
