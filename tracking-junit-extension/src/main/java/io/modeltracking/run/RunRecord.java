package io.modeltracking.run;

import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunEvent.Failure;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Seed;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunEvent.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as its journal tells it, up to wherever the journal goes.
 *
 * @param end when it finished; null while it runs, and when it was interrupted
 * @param verdict of the requirements; null when there were none, or no end
 * @param reason one line, null when all is well
 * @param params by name, in the order of logging
 * @param metrics every value, in the order of logging
 * @param tags the last value of each
 * @param facts SHA-256 by kind: {@code source}, {@code environment}
 * @param problems what the reader found wrong with the journal, one line each
 * @param search its part in a search
 */
public record RunRecord(
        Started started,
        Status status,
        Instant end,
        Verdict verdict,
        String reason,
        Failure failure,
        Map<String, Param> params,
        List<Metric> metrics,
        Map<String, String> tags,
        List<String> notes,
        List<Artifact> artifacts,
        List<DatasetRecord> datasets,
        List<Model> models,
        Map<String, String> facts,
        List<Seed> seeds,
        List<Check> checks,
        List<Warning> warnings,
        List<String> problems,
        SearchRecord search) {

    /** A run outside any search. */
    public RunRecord(
            Started started,
            Status status,
            Instant end,
            Verdict verdict,
            String reason,
            Failure failure,
            Map<String, Param> params,
            List<Metric> metrics,
            Map<String, String> tags,
            List<String> notes,
            List<Artifact> artifacts,
            List<DatasetRecord> datasets,
            List<Model> models,
            Map<String, String> facts,
            List<Seed> seeds,
            List<Check> checks,
            List<Warning> warnings,
            List<String> problems) {
        this(
                started,
                status,
                end,
                verdict,
                reason,
                failure,
                params,
                metrics,
                tags,
                notes,
                artifacts,
                datasets,
                models,
                facts,
                seeds,
                checks,
                warnings,
                problems,
                SearchRecord.NONE);
    }

    public String id() {
        return started.id();
    }

    /** The first eight digits of the id, as people see it. */
    public String shortId() {
        return started.id().substring(0, 8);
    }

    /** The experiment's name. */
    public String experiment() {
        return started.experiment();
    }

    /** @param selector a metric's name, or with {@code @min}, {@code @max}, {@code @first} or {@code @last} behind it */
    public Optional<Double> metric(String selector) {
        return MetricSelector.parse(selector).of(metrics);
    }
}
