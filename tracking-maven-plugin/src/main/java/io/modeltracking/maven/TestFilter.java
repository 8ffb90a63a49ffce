package io.modeltracking.maven;

import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Whether a build runs its tests at all, and all of them. */
final class TestFilter {

    private static final List<String> SKIPS =
            List.of("skipTests", "skipITs", "maven.test.skip", "maven.test.skip.exec");

    private static final List<String> FILTERS = List.of(
            "test",
            "it.test",
            "groups",
            "excludedGroups",
            "surefire.includes",
            "surefire.excludes",
            "failsafe.includes",
            "failsafe.excludes");

    private TestFilter() {}

    /**
     * What was typed or configured that leaves tests out.
     *
     * @param user what was typed
     * @param project what the POM sets: its filters belong to every build, its skipping does not
     */
    static Optional<String> of(Properties user, Properties project) {
        for (String skip : SKIPS) {
            String value = user.getProperty(skip, project.getProperty(skip));
            if (value != null && (value.isBlank() || Boolean.parseBoolean(value.trim()))) {
                return Optional.of("tests are skipped by -D" + skip);
            }
        }
        for (String filter : FILTERS) {
            String value = user.getProperty(filter);
            if (value != null && !value.isBlank()) {
                return Optional.of("tests are filtered by -D" + filter + "=" + value);
            }
        }
        return Optional.empty();
    }
}
