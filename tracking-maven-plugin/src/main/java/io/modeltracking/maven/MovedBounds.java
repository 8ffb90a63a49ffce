package io.modeltracking.maven;

import io.modeltracking.gate.MovedGoalpost;
import io.modeltracking.registry.LedgerException;
import io.modeltracking.run.RunRecord;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The bounds that were loosened after the hold-out had been read, one line each. */
final class MovedBounds {

    private MovedBounds() {}

    static List<String> of(BuildRuns history, String module, List<RunRecord> runs) {
        return lines(() -> history.moved(module, runs).stream());
    }

    /** @param reporter module whose gates judge the runs of all */
    static List<String> ofAllModules(BuildRuns history, String reporter, List<RunRecord> runs) {
        return lines(() -> Stream.concat(
                history.moved(reporter, runs).stream().filter(moved -> moved.kind() == MovedGoalpost.Kind.GATE),
                runs.stream()
                        .map(run -> run.started().module())
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .flatMap(module -> history.moved(module, of(module, runs)).stream())));
    }

    private static List<RunRecord> of(String module, List<RunRecord> runs) {
        return runs.stream()
                .filter(run -> module.equals(run.started().module()))
                .toList();
    }

    /** A ledger that is damaged is told of where the registry is shown. */
    private static List<String> lines(Supplier<Stream<MovedGoalpost>> moved) {
        try {
            return moved.get().map(MovedGoalpost::toString).distinct().toList();
        } catch (LedgerException e) {
            return List.of();
        }
    }
}
