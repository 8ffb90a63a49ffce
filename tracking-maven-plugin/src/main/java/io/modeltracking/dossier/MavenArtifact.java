package io.modeltracking.dossier;

import io.modeltracking.run.EnvironmentState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library out of a Maven repository.
 *
 * @param classifier null for none
 */
record MavenArtifact(String group, String name, String version, String classifier) {

    private static final Pattern COORDINATES = Pattern.compile("([\\w.-]+):([\\w.-]+):([\\w.+-]+)");
    private static final Pattern CLASSIFIER = Pattern.compile("-([\\w.-]+)\\.jar");

    /** Empty where a run has not recorded where a jar came from. */
    static Optional<MavenArtifact> of(EnvironmentState.Entry entry) {
        Matcher coordinates = COORDINATES.matcher(entry.coordinates() == null ? "" : entry.coordinates());
        if (!coordinates.matches()) {
            return Optional.empty();
        }
        String start = coordinates.group(2) + "-" + coordinates.group(3);
        Matcher rest =
                CLASSIFIER.matcher(entry.name().startsWith(start) ? entry.name().substring(start.length()) : "");
        return Optional.of(new MavenArtifact(
                coordinates.group(1),
                coordinates.group(2),
                coordinates.group(3),
                rest.matches() ? rest.group(1) : null));
    }

    /** @see <a href="https://github.com/package-url/purl-spec">Package URL</a> */
    String purl() {
        return "pkg:maven/" + group + "/" + name + "@" + version.replace("+", "%2B")
                + (classifier == null ? "" : "?classifier=" + classifier);
    }
}
