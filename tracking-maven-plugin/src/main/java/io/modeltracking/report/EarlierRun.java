package io.modeltracking.report;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A run of an earlier build: what a later report compares with.
 *
 * @param build id
 * @param branch or null
 * @param data content hashes of its data sets, joined by a comma and a space; null without any
 * @param metrics last values, as far as they were asked for
 */
public record EarlierRun(
        String id,
        String experiment,
        String build,
        String branch,
        Instant start,
        String data,
        Map<String, Double> metrics) {

    public EarlierRun {
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(build, "build");
        metrics = Map.copyOf(metrics);
    }
}
