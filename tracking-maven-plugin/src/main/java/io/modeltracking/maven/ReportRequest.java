package io.modeltracking.maven;

import io.modeltracking.gate.GateResult;
import io.modeltracking.registry.Registry;
import io.modeltracking.report.EarlierRun;
import io.modeltracking.report.Listing;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunSource;
import java.util.List;

/**
 * Everything that the report of a module in a build says.
 *
 * @param project name that people know
 * @param source where earlier runs are asked for
 * @param runs of this build and module, in the order of their start
 * @param warnings one line each
 * @param ledgerHead hash of the ledger's last event, or null
 * @param registry what the ledger says of all models
 * @param earlier runs of earlier builds
 * @param listing which of the runs are listed, or null for all
 */
record ReportRequest(
        String project,
        BuildFacts build,
        TrackingRoot root,
        RunSource source,
        List<RunRecord> runs,
        List<GateResult> gates,
        List<String> warnings,
        String ledgerHead,
        Registry registry,
        List<EarlierRun> earlier,
        Listing listing) {}
