package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.report.ExperimentChange.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentChangeTests {

    private static final String DATA = MotorProject.hex64("TRAIN") + ", " + MotorProject.hex64("VALIDATION");

    @TempDir
    Path directory;

    private MotorProject project;

    @BeforeEach
    void open() throws IOException {
        project = new MotorProject(directory);
        project.add(project.run("E").metric("validation.rmse", 0.5));
    }

    @Test
    void saysNothingInTheFirstBuild() throws IOException {
        assertThat(ExperimentChange.of(project.input(List.of()))).isEmpty();
    }

    @Test
    void ordersChangedNewRemovedUnchanged() throws IOException {
        project.add(project.run("New").metric("validation.rmse", 0.5));
        project.add(project.run("Changed").metric("validation.rmse", 0.5));
        List<ExperimentChange> changes = changes(
                earlier("7", "main", "E", 0.5),
                earlier("7", "main", "Gone", 0.5),
                earlier("7", "main", "Changed", 0.6));
        assertThat(changes)
                .extracting(change -> change.state() + " " + change.experiment())
                .containsExactly("CHANGED Changed", "NEW New", "REMOVED Gone", "UNCHANGED E");
    }

    @Test
    void comparesWithTheLastRunOfTheSameBranch() throws IOException {
        assertThat(changes(earlier("7", "main", "E", 0.6), earlier("8", "other", "E", 0.4)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.earlier().build()).isEqualTo("7");
                    assertThat(change.metrics())
                            .containsExactly(new ExperimentChange.Moved("validation.rmse", 0.6, 0.5, "better"));
                });
        assertThat(changes(earlier("8", "other", "E", 0.4)).get(0).earlier().build())
                .isEqualTo("8");
    }

    @Test
    void callsNothingBetterOnOtherData() throws IOException {
        EarlierRun run = new EarlierRun(
                "0".repeat(32), "E", "7", "main", MotorProject.START, "other", Map.of("validation.rmse", 0.6));
        assertThat(changes(run).get(0).metrics().get(0).sense()).isNull();
        assertThat(changes(run).get(0).sameData()).isFalse();
    }

    @Test
    void hasChangedWhenAMetricIsGone() throws IOException {
        EarlierRun run = new EarlierRun(
                "0".repeat(32),
                "E",
                "7",
                "main",
                MotorProject.START,
                DATA,
                Map.of("validation.rmse", 0.5, "validation.gini", 0.3));
        assertThat(changes(run).get(0).state()).isEqualTo(State.CHANGED);
    }

    @Test
    void drawsALineAnExperimentAndBranchThatMoreThanOneBuildHas() throws IOException {
        ReportInput input = project.input(
                List.of(),
                past(
                        earlier("7", "main", "E", 0.6),
                        earlier("8", "other", "E", 0.4),
                        earlier("8", "other", "Once", 0.4)));
        Trends trends = Trends.of(input);
        assertThat(trends.builds()).extracting(Trends.Build::id).containsExactly("7", "8", "118");
        assertThat(trends.metrics())
                .singleElement()
                .satisfies(trend -> assertThat(trend.lines())
                        .containsExactly(
                                new Trends.Line("E", "main", Map.of(0, 0.6, 2, 0.5)),
                                new Trends.Line("E", "other", Map.of(1, 0.4))));
    }

    private List<ExperimentChange> changes(EarlierRun... earlier) {
        return ExperimentChange.of(project.input(List.of(), past(earlier)));
    }

    private static Past past(EarlierRun... earlier) {
        return new Past(Past.NONE.registry(), Map.of(), List.of(earlier));
    }

    private static EarlierRun earlier(String build, String branch, String experiment, double rmse) {
        return new EarlierRun(
                "0".repeat(32), experiment, build, branch, MotorProject.START, DATA, Map.of("validation.rmse", rmse));
    }
}
