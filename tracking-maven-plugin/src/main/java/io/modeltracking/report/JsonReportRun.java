package io.modeltracking.report;

import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunRecord;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** A run in the report for programs: everything that its record says. */
final class JsonReportRun {

    private final JsonFields json;

    JsonReportRun(JsonFields json) {
        this.json = json;
    }

    void write(ReportRun run) throws IOException {
        RunRecord record = run.record();
        json.object(() -> {
            identity(run);
            json.array("params", record.params().values(), this::param);
            json.array("metrics", MetricSeries.of(record), this::metric);
            json.array("checks", record.checks(), json::value);
            json.array("datasets", record.datasets(), json::value);
            json.array("models", record.models(), json::value);
            json.array("artifacts", record.artifacts(), json::value);
            json.array("seeds", record.seeds(), json::value);
            json.value("looks", run.looks().isEmpty() ? null : run.looks());
            json.object("tags", () -> {
                for (Map.Entry<String, String> tag : record.tags().entrySet()) {
                    json.text(tag.getKey(), tag.getValue());
                }
            });
            json.array("notes", record.notes(), json::text);
            json.array("warnings", record.warnings(), json::value);
            json.array("problems", record.problems(), json::text);
            json.value("source", run.source());
            json.value("environment", run.environment());
            json.value("failure", record.failure());
        });
    }

    private void identity(ReportRun run) throws IOException {
        RunRecord record = run.record();
        Started started = record.started();
        json.text("id", started.id());
        json.text("experiment", started.experiment());
        json.text("model", started.model());
        json.text("name", started.name());
        json.text("parent", started.parent());
        json.whole("trial", started.trial());
        json.whole("repeat", started.repeat());
        json.whole("attempt", started.attempt());
        json.text("module", started.module());
        json.text("testClass", started.testClass());
        json.text("method", started.method());
        json.text("uniqueId", started.uniqueId());
        json.text("build", started.build());
        json.text("ciUrl", started.ciUrl());
        json.flag("outsideBuild", run.outsideBuild());
        json.value("author", started.author());
        json.value("links", started.links().isEmpty() ? null : started.links());
        json.text("start", started.time().toString());
        json.text("end", record.end() == null ? null : record.end().toString());
        json.text("status", record.status().name());
        json.text("verdict", record.verdict() == null ? null : record.verdict().name());
        json.text("reason", record.reason());
    }

    private void param(Param param) throws IOException {
        json.object(() -> {
            json.text("name", param.name());
            json.value("value", param.value());
            json.text("type", param.value().type());
            json.text("origin", origin(param));
        });
    }

    static String origin(Param param) {
        return param.origin() == null || param.origin() == Origin.USER
                ? "user"
                : param.origin().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void metric(MetricSeries series) throws IOException {
        json.object(() -> {
            json.text("name", series.name());
            json.real("last", series.last());
            json.real("min", series.min());
            json.real("max", series.max());
            json.text("direction", series.direction());
            json.whole("count", series.values().size());
            if (series.values().get(0).step() != null || series.values().size() > 1) {
                curve(series);
            }
        });
    }

    private void curve(MetricSeries series) throws IOException {
        json.array("steps", series.values(), metric -> {
            if (metric.step() == null) {
                json.nothing();
            } else {
                json.whole(metric.step());
            }
        });
        json.array("values", series.values(), (Metric metric) -> json.real(metric.value()));
    }
}
