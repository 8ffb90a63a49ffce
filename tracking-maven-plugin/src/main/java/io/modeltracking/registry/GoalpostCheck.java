package io.modeltracking.registry;

import io.modeltracking.gate.Goalpost;
import io.modeltracking.gate.GoalpostHistory;
import io.modeltracking.gate.Goalposts;
import io.modeltracking.gate.MovedGoalpost;
import io.modeltracking.gate.MovedGoalpost.HoldoutLook;
import io.modeltracking.gate.MovedGoalpost.Kind;
import io.modeltracking.gate.RequirementText;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildRules;
import io.modeltracking.store.RuleHistory;
import io.modeltracking.store.RunSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which bounds were loosened after the hold-out had been read: those of a module's gates by what the ledger has of its builds,
 * those of requirements in code by what the history has of the runs. Only an experiment that has figures of a data set that it
 * holds out is told of.
 */
public final class GoalpostCheck {

    private final RunSource source;
    private final List<LedgerEvent> events;

    /** Of this machine's runs. */
    public GoalpostCheck(TrackingRoot root, List<LedgerEvent> events) {
        this(RunSource.local(root), events);
    }

    /** @param events of the whole ledger, as {@link Ledger#events} has them */
    public GoalpostCheck(RunSource source, List<LedgerEvent> events) {
        this.source = source;
        this.events = List.copyOf(events);
    }

    /**
     * Finds them.
     *
     * @param module {@code groupId:artifactId}, whose gates judge the experiments; null for a run outside a build
     * @param until builds and runs that started later are left out: the start of a run tells how things stood with it; {@link
     *     Instant#MAX} takes all
     * @return by experiment; gates first
     * @throws LedgerException when the ledger has what no plugin wrote
     */
    public List<MovedGoalpost> moved(String module, Collection<String> experiments, Instant until) {
        List<Goalposts> gates = until(until, GateHistory.of(events, module));
        List<MovedGoalpost> moved = new ArrayList<>();
        for (String experiment : new TreeSet<>(experiments)) {
            RuleHistory known = RuleHistory.of(source, experiment);
            known.firstLook()
                    .filter(run -> !run.started().isAfter(until))
                    .map(run -> new HoldoutLook(run.id(), run.started()))
                    .ifPresent(look -> {
                        GoalpostHistory pom = new GoalpostHistory(Kind.GATE, experiment, gates);
                        GoalpostHistory code = new GoalpostHistory(
                                Kind.REQUIREMENT, experiment, until(until, requirements(experiment, known)));
                        moved.addAll(pom.moved(code, look));
                        moved.addAll(code.moved(pom, look));
                    });
        }
        return moved;
    }

    private static List<Goalposts> requirements(String experiment, RuleHistory known) {
        return known.builds().stream()
                .map(build ->
                        new Goalposts(build.started(), build.commit(), build.complete(), posts(experiment, build)))
                .toList();
    }

    private static List<Goalpost> posts(String experiment, BuildRules build) {
        return build.rules().stream()
                .flatMap(rule -> RequirementText.bounds(experiment, rule).stream())
                .toList();
    }

    private static List<Goalposts> until(Instant until, List<Goalposts> builds) {
        return builds.stream().filter(build -> !build.started().isAfter(until)).toList();
    }
}
