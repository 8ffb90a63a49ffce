package io.modeltracking.store;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows that hang on runs, of many runs at once. */
final class RunDetails implements AutoCloseable {

    private final Batch params;
    private final Batch metrics;
    private final Batch tags;
    private final Batch artifacts;
    private final Batch datasets;
    private final Batch models;
    private final Batch checks;
    private final List<Batch> all;

    RunDetails(Handle handle) throws SQLException {
        Connection c = handle.getConnection();
        params = new Batch(c, "params", "run_key", "name", "type", "value_text", "value_real", "origin");
        metrics = new Batch(
                c,
                "metrics",
                "run_key",
                "name",
                "direction",
                "points",
                "last_step",
                "last_real",
                "last_text",
                "first_real",
                "first_text",
                "min_real",
                "min_text",
                "max_real",
                "max_text");
        tags = new Batch(c, "tags", "run_key", "name", "value");
        artifacts = new Batch(c, "artifacts", "run_key", "ordinal", "name", "media_type", "bytes", "sha256");
        datasets = new Batch(
                c,
                "datasets",
                "run_key",
                "ordinal",
                "name",
                "role",
                "bytes_sha256",
                "content_sha256",
                "row_count",
                "column_count",
                "location");
        models = new Batch(
                c,
                "models",
                "run_key",
                "ordinal",
                "name",
                "artifact",
                "format",
                "bytes",
                "sha256",
                "library",
                "library_version");
        checks = new Batch(
                c,
                "checks",
                "run_key",
                "ordinal",
                "rule",
                "kind",
                "metric",
                "observed_real",
                "observed_text",
                "verdict",
                "message");
        all = List.of(params, metrics, tags, artifacts, datasets, models, checks);
    }

    void add(long key, RunRecord run) throws SQLException {
        for (Param param : run.params().values()) {
            param(key, param);
        }
        for (MetricSummary metric : MetricSummary.of(run.metrics())) {
            metric(key, metric);
        }
        for (Map.Entry<String, String> tag : run.tags().entrySet()) {
            tags.number(key).text(tag.getKey()).text(tag.getValue()).add();
        }
        files(key, run);
        int ordinal = 0;
        for (Check check : run.checks()) {
            checks.number(key)
                    .number(ordinal++)
                    .text(check.rule())
                    .text(check.kind())
                    .text(check.metric());
            checks.exactReal(check.observed())
                    .text(check.verdict().name())
                    .text(check.message())
                    .add();
        }
    }

    private void param(long key, Param param) throws SQLException {
        ParamValue value = param.value();
        Double real = null;
        if (value instanceof ParamValue.RealValue number) {
            real = number.value();
        } else if (value instanceof ParamValue.IntegerValue number) {
            real = number.value().doubleValue();
        }
        Origin origin = param.origin() == null ? Origin.USER : param.origin();
        params.number(key)
                .text(param.name())
                .text(value.type())
                .text(value.text())
                .real(real);
        params.text(origin.name()).add();
    }

    private void metric(long key, MetricSummary metric) throws SQLException {
        metrics.number(key)
                .text(metric.name)
                .text(metric.direction)
                .number(metric.points)
                .number(metric.lastStep);
        metrics.exactReal(metric.last)
                .exactReal(metric.first)
                .exactReal(metric.min)
                .exactReal(metric.max)
                .add();
    }

    private void files(long key, RunRecord run) throws SQLException {
        int ordinal = 0;
        for (Artifact artifact : run.artifacts()) {
            artifacts.number(key).number(ordinal++).text(artifact.name()).text(artifact.mediaType());
            artifacts.number(artifact.size()).text(artifact.sha256()).add();
        }
        ordinal = 0;
        for (DatasetRecord data : run.datasets()) {
            datasets.number(key)
                    .number(ordinal++)
                    .text(data.name())
                    .text(data.role())
                    .text(data.bytesSha256());
            datasets.text(data.contentSha256())
                    .number(data.rows())
                    .number(data.columns().size());
            datasets.text(data.source() == null ? null : data.source().location())
                    .add();
        }
        ordinal = 0;
        for (Model model : run.models()) {
            models.number(key)
                    .number(ordinal++)
                    .text(model.name())
                    .text(model.artifact())
                    .text(model.format());
            models.number(model.size()).text(model.sha256()).text(model.library());
            models.text(model.libraryVersion()).add();
        }
    }

    void flush() throws SQLException {
        for (Batch batch : all) {
            batch.flush();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Batch batch : all) {
            batch.close();
        }
    }
}
