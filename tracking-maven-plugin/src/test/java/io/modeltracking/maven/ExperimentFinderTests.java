package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFinderTests {

    @TempDir
    Path base;

    private TrackingRoot root;
    private List<MavenProject> projects;

    @BeforeEach
    void project() throws IOException {
        root = TrackingRoot.find(base, base.toString());
        Path sources = Files.createDirectories(base.resolve("src/test/java/org/example"));
        Files.writeString(sources.resolve("SeverityIT.java"), "class SeverityIT {}");
        Model model = new Model();
        model.setArtifactId("claims");
        MavenProject project = new MavenProject(model);
        project.addTestCompileSourceRoot(base.resolve("src/test/java").toString());
        projects = List.of(project);
    }

    @Test
    void byTheLastRunOfItsName() {
        RunFixture.run(root, 1).finished();
        assertThat(found("Motor_2026_Frequency")).isEqualTo(new ExperimentTest("FrequencyIT", "frequency", ":pricing"));
        assertThat(found("Motor_2026_Frequency").properties())
                .containsEntry("it.test", "FrequencyIT#frequency")
                .containsEntry("test", "no.unit.Test");
    }

    @Test
    void byItsClassAndMethodBeforeItsFirstRun() {
        RunFixture.run(root, 1).finished();
        assertThat(found("org.example.SeverityIT#gamma"))
                .isEqualTo(found("SeverityIT#gamma"))
                .isEqualTo(new ExperimentTest("SeverityIT", "gamma", ":claims"));
        assertThat(new ExperimentFinder(null, projects).find("SeverityIT").properties())
                .containsEntry("it.test", "SeverityIT");
    }

    @Test
    void anotherNameListsThoseThatAreKnown() {
        RunFixture.run(root, 1).finished();
        assertThatThrownBy(() -> found("Motor_2026_Frequencies"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("There is no experiment \"Motor_2026_Frequencies\"")
                .hasMessageContaining("Known are Motor_2026_Frequency");
        assertThatThrownBy(() -> found(null)).hasMessageContaining("No experiment is named: give -Dexperiment=");
    }

    @Test
    void noNameOfAHistoryChoosesOtherTests() {
        assertThatThrownBy(() -> new ExperimentTest("FrequencyIT,*", "frequency", null))
                .hasMessageContaining("names a test that is none");
        assertThatThrownBy(() -> new ExperimentTest("FrequencyIT", "a+b", null))
                .hasMessageContaining("names a test that is none");
        assertThatThrownBy(() -> new ExperimentTest("FrequencyIT", "frequency", ":pricing,:other"))
                .hasMessageContaining("names a module that is none");
    }

    private ExperimentTest found(String experiment) {
        try (RunHistory history = RunHistory.open(root, Clock.systemUTC(), "0.1.0")) {
            return new ExperimentFinder(history.store(), projects).find(experiment);
        }
    }
}
