package io.modeltracking.maven;

import io.modeltracking.gate.Gate;
import io.modeltracking.gate.GateEvaluator;
import io.modeltracking.gate.GateResult;
import io.modeltracking.registry.LedgerException;
import io.modeltracking.registry.Recorded;
import io.modeltracking.registry.Registry;
import io.modeltracking.report.EarlierRun;
import io.modeltracking.report.Listing;
import io.modeltracking.report.ReportFormat;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs of a module in a build, taken into the history, and what its gates say of them. {@code report} and
 * {@code check} both start here, so that the one shows what the other fails on, whichever is bound.
 *
 * @param gates how many were evaluated
 * @param standsAside why none were, or null
 * @param strays runs since the build's start that do not know of it
 * @param warnings one line each
 */
record ModuleReport(
        BuildRuns history,
        BuildFacts build,
        List<RunRecord> runs,
        int gates,
        List<GateResult> results,
        String standsAside,
        int strays,
        List<String> warnings) {

    static ModuleReport of(BuildRuns history, BuildFacts build, List<Gate> gates, Optional<String> standsAside) {
        Recorded recorded = history.record(build, false, gates);
        RunFolders.Loaded loaded = history.load(build);
        List<String> told = MovedBounds.of(history, build.module(), loaded.runs());
        return of(history, build, recorded, loaded, gates, standsAside, told);
    }

    /**
     * The runs of all modules of a build.
     *
     * @param build under the name of the module that reports it, which has made no run of its own
     * @param told warnings to begin with
     */
    static ModuleReport ofAllModules(
            BuildRuns history, BuildFacts build, List<Gate> gates, Optional<String> standsAside, List<String> told) {
        Recorded recorded = history.record(build, false, gates);
        RunFolders.Loaded loaded = history.loadAllModules(build);
        List<String> all = new ArrayList<>(told);
        all.addAll(MovedBounds.ofAllModules(history, build.module(), loaded.runs()));
        return of(history, build, recorded, loaded, gates, standsAside, all);
    }

    private static ModuleReport of(
            BuildRuns history,
            BuildFacts build,
            Recorded recorded,
            RunFolders.Loaded loaded,
            List<Gate> gates,
            Optional<String> standsAside,
            List<String> told) {
        List<String> warnings = new ArrayList<>(told);
        warnings.addAll(recorded.problems());
        if (recorded.rebuilt() != null) {
            warnings.add(recorded.rebuilt());
        }
        warnings.addAll(loaded.problems());
        List<Gate> evaluated = standsAside.isPresent() ? List.of() : gates;
        return new ModuleReport(
                history,
                build,
                loaded.runs(),
                evaluated.size(),
                GateEvaluator.evaluate(evaluated, loaded.runs(), history.baselines(build)),
                standsAside.orElse(null),
                loaded.runs().isEmpty() ? history.strays(build) : 0,
                List.copyOf(warnings));
    }

    List<GateResult> violations() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /** @throws io.modeltracking.store.query.FilterException where what is to be listed cannot be read; nothing is written then */
    List<Path> write(String project, Path directory, Set<ReportFormat> formats, ListingRequest listed) {
        Listing listing = history.listing(listed, runs);
        List<String> told = new ArrayList<>(warnings);
        if (standsAside != null) {
            told.add(standsAside);
        }
        told.addAll(history.flaky(runs));
        Registry registry = registry(told);
        List<String> metrics = results.stream()
                .map(result -> result.gate().metric().name())
                .distinct()
                .toList();
        List<EarlierRun> earlier = history.earlier(build, metrics, runs);
        return ReportFiles.write(
                new ReportRequest(
                        project,
                        build,
                        history.root(),
                        history.source(),
                        runs,
                        results,
                        told,
                        history.ledgerHead(),
                        registry,
                        earlier,
                        listing),
                directory,
                formats);
    }

    /** What is wrong with the ledger is told in the report, which shows no model then. */
    private Registry registry(List<String> told) {
        try {
            return history.registry();
        } catch (LedgerException e) {
            told.add("The registry is not shown: " + e.getMessage());
            return Registry.of(List.of());
        }
    }
}
