package io.modeltracking.report;

import io.modeltracking.run.BuildState;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.util.Set;

/** What to type to get a run again. */
final class Rerun {

    private static final int COMMIT = 12;

    /** What the command says by itself. */
    private static final Set<String> OWN = Set.of("test", "it.test", "tracking.seed");

    private Rerun() {}

    /**
     * The command.
     *
     * @param source of the run, or null
     * @param build of the run, or null: the properties and profiles that were typed are typed again
     * @return null where the run names no test
     */
    static String command(RunRecord run, SourceState source, BuildState build) {
        Started started = run.started();
        if (started.testClass() == null || started.method() == null) {
            return null;
        }
        StringBuilder command = new StringBuilder();
        if (source != null && source.commit() != null && source.commit().matches("[0-9a-f]{40,64}")) {
            command.append("git checkout ").append(source.commit(), 0, COMMIT).append(" && ");
        }
        command.append("mvn verify");
        int artifact = started.module() == null ? -1 : started.module().indexOf(':');
        if (artifact >= 0) {
            command.append(" -pl ").append(quoted(started.module().substring(artifact)));
        }
        String testClass = started.testClass().substring(started.testClass().lastIndexOf('.') + 1);
        command.append(" -Dit.test=").append(quoted(testClass + "#" + started.method()));
        run.seeds().stream()
                .findFirst()
                .ifPresent(seed -> command.append(" -Dtracking.seed=").append(seed.root()));
        if (build != null) {
            build.properties().entrySet().stream()
                    .filter(property -> !OWN.contains(property.getKey()))
                    .forEach(property ->
                            command.append(' ').append(quoted("-D" + property.getKey() + "=" + property.getValue())));
            if (!build.profiles().isEmpty()) {
                command.append(' ').append(quoted("-P" + String.join(",", build.profiles())));
            }
        }
        return command.toString();
    }

    /** Names come from runs: none becomes part of a command. */
    private static String quoted(String text) {
        return text.matches("[\\w.:#=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
