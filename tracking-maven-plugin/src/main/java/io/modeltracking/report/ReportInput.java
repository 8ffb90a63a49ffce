package io.modeltracking.report;

import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything that a report says. Nothing else is asked: no clock, no environment.
 *
 * @param project name that people know
 * @param module {@code groupId:artifactId}
 * @param version of the module
 * @param buildId of this build
 * @param buildTime when it started
 * @param ciUrl of the CI job, or null
 * @param source of this build, or null when it is not known
 * @param root where the runs and the files that they share lie
 * @param runs in the order in which they are shown, the earliest first
 * @param gates in the order of the configuration
 * @param warnings about the build as a whole, one line each
 * @param seed the build's root seed, or null
 * @param ledgerHead hash of the last event of the ledger, or null
 * @param reproduceCommand what to type to get the proposed run again, or null
 * @param past what was there before this build
 * @param listing which of the runs are listed, or null for all
 */
public record ReportInput(
        String project,
        String module,
        String version,
        String buildId,
        Instant buildTime,
        String ciUrl,
        SourceState source,
        TrackingRoot root,
        List<ReportRun> runs,
        List<GateLine> gates,
        BuildVerdict verdict,
        List<String> warnings,
        Long seed,
        String ledgerHead,
        String reproduceCommand,
        Past past,
        Listing listing) {

    public ReportInput {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(buildTime, "buildTime");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(past, "past");
        runs = List.copyOf(runs);
        gates = List.copyOf(gates);
        warnings = List.copyOf(warnings);
    }

    List<ReportRun> listed() {
        return listing == null ? runs : listing.of(runs);
    }
}
