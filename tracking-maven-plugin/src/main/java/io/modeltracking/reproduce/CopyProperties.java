package io.modeltracking.reproduce;

import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the build of the copy is given: what was typed for the old run, its seed, and which test and trial to make. */
final class CopyProperties {

    private static final String PREFIX = "tracking.reproduce.";

    private CopyProperties() {}

    static Map<String, String> of(Original original, Path copy) {
        Map<String, String> properties = new TreeMap<>();
        if (original.build() != null) {
            properties.putAll(original.build().properties());
        }
        properties.put(original.isIntegrationTest() ? "it.test" : "test", original.test());
        if (original.isIntegrationTest()) {
            // No unit test has this name: the copy's own are not what is asked for.
            properties.put("test", "no.unit.Test");
        } else {
            properties.put("skipITs", "true");
        }
        properties.put("surefire.failIfNoSpecifiedTests", "false");
        properties.put("failsafe.failIfNoSpecifiedTests", "false");
        original.rootSeed().ifPresent(seed -> properties.put("tracking.seed", Long.toString(seed)));
        properties.put("tracking.root", copy.toString());
        properties.put("tracking.reproduceOf", original.run().id());
        properties.putAll(CopyJvm.properties(original.environment()));
        alone(original, properties);
        return properties;
    }

    /** Of a study the one trial, and of that the one repeat or fold; an older extension does not know these, and makes all. */
    private static void alone(Original original, Map<String, String> properties) {
        original.trial().filter(trial -> whyNotAlone(trial).isEmpty()).ifPresent(trial -> {
            properties.put(PREFIX + "trial", trial.started().trial().toString());
            searched(trial).forEach((name, text) -> properties.put(PREFIX + "param." + name, text));
            if (original.won()) {
                properties.put(PREFIX + "won", "true");
            }
        });
        if (original.trial().map(trial -> whyNotAlone(trial).isEmpty()).orElse(true)) {
            original.part()
                    .ifPresent(part ->
                            properties.put(PREFIX + "part", part.started().name()));
        }
    }

    private static Map<String, String> searched(RunRecord trial) {
        return trial.params().values().stream()
                .filter(param -> param.origin() == Origin.SEARCH || param.origin() == Origin.COMMAND_LINE)
                .collect(Collectors.toMap(Param::name, param -> param.value().text()));
    }

    /** Why a trial needs the others of its study; empty when it does not. */
    static Optional<String> whyNotAlone(RunRecord trial) {
        if (trial.status() == Status.PRUNED) {
            return Optional.of("it was pruned in comparison with the others");
        }
        return searched(trial).keySet().stream().allMatch(name -> name.matches("[a-z0-9_.]+"))
                ? Optional.empty()
                : Optional.of("the name of one of its params is none that a search gives");
    }
}
