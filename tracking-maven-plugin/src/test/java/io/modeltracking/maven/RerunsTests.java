package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The POM says how often failed tests are run again: in a plugin, in one of its executions, or by a property. */
class RerunsTests {

    private final Model model = new Model();
    private final Plugin failsafe = new Plugin();

    private MavenProject project() {
        failsafe.setArtifactId("maven-failsafe-plugin");
        model.setBuild(new Build());
        model.getBuild().addPlugin(failsafe);
        return new MavenProject(model);
    }

    private static Xpp3Dom configuration(String count) throws IOException, XmlPullParserException {
        return Xpp3DomBuilder.build(new StringReader(
                "<configuration><rerunFailingTestsCount>" + count + "</rerunFailingTestsCount></configuration>"));
    }

    @Test
    void thePluginsConfigurationCounts() throws Exception {
        failsafe.setConfiguration(configuration("2"));

        assertThat(Reruns.of(project())).contains("2");
    }

    @Test
    void soDoesThatOfAnExecution() throws Exception {
        PluginExecution execution = new PluginExecution();
        execution.setConfiguration(configuration("1"));
        failsafe.addExecution(execution);

        assertThat(Reruns.of(project())).contains("1");
    }

    @Test
    void soDoesAPropertyOfThePom() {
        model.addProperty("failsafe.rerunFailingTestsCount", " 3 ");

        assertThat(Reruns.of(project())).contains("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "two", "-1", "1 -Dx=y"})
    void whatIsNoPositiveNumberSaysNothing(String count) throws Exception {
        failsafe.setConfiguration(configuration(count));

        assertThat(Reruns.of(project())).isEmpty();
    }

    @Test
    void aPomWithoutAWordOfItSaysNothing() {
        assertThat(Reruns.of(project())).isEmpty();
    }
}
