package io.modeltracking.maven;

import io.modeltracking.store.BuildFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One build of several modules.
 *
 * @param build as one of the modules wrote it down
 * @param others modules whose last build was another, or that have none though they have experiments
 */
record Reactor(BuildFacts build, List<String> others) {

    /**
     * Finds the build: that of the running Maven, else the latest.
     *
     * @param files where each module's {@code build.json} would be, by the module's name
     * @param experimenting names of the modules that have experiments
     * @param running id of the running Maven's build
     * @return empty where no module has one
     */
    static Optional<Reactor> find(Map<String, Path> files, List<String> experimenting, String running) {
        Map<String, BuildFacts> builds = new LinkedHashMap<>();
        files.forEach((module, file) -> {
            if (Files.exists(file)) {
                builds.put(module, BuildFacts.read(file));
            }
        });
        Optional<BuildFacts> chosen = builds.values().stream()
                .filter(build -> build.buildId().equals(running))
                .findFirst()
                .or(() -> builds.values().stream()
                        .max(Comparator.comparing(BuildFacts::started).thenComparing(BuildFacts::buildId)));
        return chosen.map(build -> {
            List<String> others = new ArrayList<>();
            for (String module : experimenting) {
                BuildFacts own = builds.get(module);
                if (own == null || !own.buildId().equals(build.buildId())) {
                    others.add(module);
                }
            }
            return new Reactor(build, List.copyOf(others));
        });
    }

    /** The build as a whole, under the name of the module that reports it. */
    BuildFacts as(String module, String version) {
        return new BuildFacts(
                build.schemaVersion(),
                build.buildId(),
                module,
                version,
                build.root(),
                build.started(),
                build.mavenVersion(),
                build.goals(),
                build.ci(),
                List.of(),
                null,
                build.baselines(),
                List.of(),
                build.profiles(),
                build.properties());
    }
}
