package io.modeltracking.store;

import java.time.Instant;
import java.util.regex.Pattern;

/** Which runs. */
public sealed interface RunQuery {

    /** Every run. */
    record All() implements RunQuery {}

    /**
     * The runs of one module in one build, or of all its modules.
     *
     * @param module {@code groupId:artifactId}; null means all
     */
    record OfBuild(String build, String module) implements RunQuery {}

    /** The studies of a module, in all builds. */
    record StudiesOf(String module) implements RunQuery {}

    /** The runs within a run, one level deep. */
    record ChildrenOf(String parent) implements RunQuery {}

    /** The runs that kept a file with this content, as model or as another artifact. */
    record OfFile(String sha256) implements RunQuery {}

    /** The runs of an experiment that have figures of a data set that they hold out. */
    record LookingAtHoldout(String experiment) implements RunQuery {}

    /** Runs outside any build, from a time on. */
    record OutsideSince(Instant time) implements RunQuery {}

    /** @param prefix of the id, 4 to 32 hex digits */
    record ById(String prefix) implements RunQuery {
        private static final Pattern FORM = Pattern.compile("[0-9a-f]{4,32}");

        public ById {
            if (!FORM.matcher(prefix).matches()) {
                throw new IllegalArgumentException(
                        "A run is named by the first 4 to 32 hex digits of its id, but was \"" + prefix + "\"");
            }
        }
    }
}
