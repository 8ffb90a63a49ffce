package io.modeltracking.report;

import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;

/** What to type to get a run again. */
public final class Rerun {

    private static final int COMMIT = 12;

    private Rerun() {}

    /**
     * The command.
     *
     * @param source of the run, or null
     * @return null where the run names no test
     */
    public static String command(RunRecord run, SourceState source) {
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
        return command.toString();
    }

    /** Names come from runs: none becomes part of a command. */
    private static String quoted(String text) {
        return text.matches("[\\w.:#-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
