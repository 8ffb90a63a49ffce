package io.modeltracking.maven;

import io.modeltracking.gate.GateResult;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import java.util.List;
import java.util.Optional;

/** What to type to get a run again. */
final class Rerun {

    private Rerun() {}

    /**
     * The command for the run that the first gate judged, else the first that finished.
     *
     * @return null where there is none
     */
    static String command(List<GateResult> gates, List<RunRecord> runs, SourceState source) {
        Optional<String> judged = gates.stream()
                .filter(gate -> gate.runs().size() == 1)
                .map(gate -> gate.runs().get(0))
                .findFirst();
        return runs.stream()
                .filter(run -> judged.map(run.id()::equals).orElse(run.status() == Status.FINISHED))
                .findFirst()
                .filter(run ->
                        run.started().testClass() != null && run.started().method() != null)
                .map(run -> command(run, source))
                .orElse(null);
    }

    private static String command(RunRecord run, SourceState source) {
        String testClass = run.started().testClass();
        StringBuilder command = new StringBuilder();
        if (source != null && source.commit() != null) {
            command.append("git checkout ").append(source.commit(), 0, 12).append(" && ");
        }
        command.append("mvn verify -Dit.test=")
                .append(quoted(testClass.substring(testClass.lastIndexOf('.') + 1) + "#"
                        + run.started().method()));
        run.seeds().stream()
                .findFirst()
                .ifPresent(seed -> command.append(" -Dtracking.seed=").append(seed.root()));
        return command.toString();
    }

    /** Names come from runs: none becomes part of a command. */
    private static String quoted(String text) {
        return text.matches("[\\w.$#]+") && text.indexOf('$') < 0 ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
