package io.modeltracking.maven;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** What {@code report-aggregate} and {@code check-aggregate} share: the runs of all modules in a build. */
abstract class AbstractAggregateMojo extends AbstractGateMojo {

    final Path aggregateDirectory() {
        return output().resolve("report-aggregate");
    }

    final ModuleReport aggregate() throws MojoExecutionException {
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> experimenting = new ArrayList<>();
        for (MavenProject module : session().getProjects()) {
            files.put(name(module), Path.of(module.getBuild().getDirectory(), "tracking", "build.json"));
            if (dependsOnExtension(module)) {
                experimenting.add(name(module));
            }
        }
        Reactor reactor = Reactor.find(
                        files, experimenting, BuildId.of(session().getRepositorySession()))
                .orElseThrow(
                        () -> new MojoExecutionException(
                                ConsoleText.wrap(
                                        "No module of this reactor has a"
                                                + " target/tracking/build.json: bind the goal prepare in them, and call \"mvn verify\" first")));
        List<String> warnings = reactor.others().isEmpty()
                ? List.of()
                : List.of("Not part of this build, or not built yet: " + String.join(", ", reactor.others())
                        + ". Let this module depend on them, so that it is built last, or call the goal by itself after"
                        + " \"mvn verify\"");
        return ModuleReport.ofAllModules(
                new BuildRuns(trackingRoot(), ledger(), Clock.systemUTC(), pluginVersion()),
                reactor.as(name(project()), project().getVersion()),
                gates(),
                standsAside(),
                warnings);
    }

    private static String name(MavenProject module) {
        return module.getGroupId() + ":" + module.getArtifactId();
    }

    private static boolean dependsOnExtension(MavenProject module) {
        return Stream.ofNullable(module.getDependencies())
                .flatMap(List::stream)
                .anyMatch(dependency -> "io.modeltracking".equals(dependency.getGroupId())
                        && "tracking-junit-extension".equals(dependency.getArtifactId()));
    }

    final List<Path> writeAggregate(ModuleReport report) {
        return report.write(project().getName(), aggregateDirectory(), Set.copyOf(formats()), listing());
    }
}
