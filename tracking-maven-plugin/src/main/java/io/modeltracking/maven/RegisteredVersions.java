package io.modeltracking.maven;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The versions that {@code register} made or met again in this build and module, for {@code package}. */
final class RegisteredVersions {

    private static final String KEY = "registered";

    private RegisteredVersions() {}

    /** @param context of the plugin in the module */
    static void add(Map<String, Object> context, String version) {
        of(context).add(version);
    }

    /** {@code motor-frequency/3}, sorted. */
    @SuppressWarnings("unchecked")
    static Collection<String> of(Map<String, Object> context) {
        return (Set<String>) context.computeIfAbsent(KEY, key -> new ConcurrentSkipListSet<String>());
    }
}
