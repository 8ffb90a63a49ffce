package io.modeltracking.maven;

import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.registry.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is named to be made again: a run, a version, or the versions of all models in a stage. One of the three is given, the others
 * are null.
 */
record NamedRuns(String run, String model, String stage) {

    /**
     * Ids by what they are called.
     *
     * @throws RegistryException when not one thing is named, or it names nothing
     */
    Map<String, String> ids(Supplier<Registry> registry, Supplier<RunHistory> histories) {
        if (Stream.of(run, model, stage).filter(Objects::nonNull).count() != 1) {
            throw new RegistryException((run == null && model == null && stage == null
                            ? "Nothing is named to reproduce"
                            : "More than one thing is named to reproduce")
                    + ": give -Drun=<the first digits of its id>, or -Dmodel=motor-frequency/3 or"
                    + " -Dmodel=motor-frequency@Production, or -Dstage=Production for every model");
        }
        if (stage != null) {
            return versions(registry.get(), Stage.parse(stage));
        }
        if (model != null) {
            ModelVersion version = registry.get().version(model);
            return Map.of(version.toString(), version.evidence().run());
        }
        try (RunHistory history = histories.get()) {
            String id = history.run(run).id();
            return Map.of("Run " + id.substring(0, 8), id);
        }
    }

    private static Map<String, String> versions(Registry registry, Stage at) {
        Map<String, String> versions = new LinkedHashMap<>();
        registry.models().values().stream()
                .flatMap(one -> one.at(at).stream())
                .forEach(version ->
                        versions.put(version.toString(), version.evidence().run()));
        if (versions.isEmpty()) {
            throw new RegistryException("No model has a version in " + at + ": \"mvn tracking:models\" shows them");
        }
        return versions;
    }
}
