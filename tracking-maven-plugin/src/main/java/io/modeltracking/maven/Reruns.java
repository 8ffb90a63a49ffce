package io.modeltracking.maven;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * How often a build runs failed tests again, as the POM says: Surefire tells the test JVM only what is typed. A study must know,
 * for a rerun asks for the trial that failed alone.
 */
final class Reruns {

    private static final List<String> PLUGINS =
            List.of("org.apache.maven.plugins:maven-surefire-plugin", "org.apache.maven.plugins:maven-failsafe-plugin");

    private Reruns() {}

    /** Empty when no plugin's configuration and no property of the POM says so. */
    static Optional<String> of(MavenProject project) {
        Stream<String> configured = PLUGINS.stream()
                .map(project::getPlugin)
                .filter(Objects::nonNull)
                .flatMap(Reruns::containers)
                .map(container -> container.getConfiguration() instanceof Xpp3Dom configuration
                        ? configuration.getChild("rerunFailingTestsCount")
                        : null)
                .filter(Objects::nonNull)
                .map(Xpp3Dom::getValue);
        Stream<String> properties = Stream.of("surefire.rerunFailingTestsCount", "failsafe.rerunFailingTestsCount")
                .map(name -> project.getProperties().getProperty(name));
        return Stream.concat(configured, properties)
                .filter(count -> count != null && count.strip().matches("[1-9][0-9]{0,8}"))
                .map(String::strip)
                .findFirst();
    }

    private static Stream<ConfigurationContainer> containers(Plugin plugin) {
        return Stream.concat(Stream.of(plugin), plugin.getExecutions().stream());
    }
}
