package io.modeltracking.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A run in MLflow's terms. */
final class RunContent {

    /** By which a run is found again. */
    static final String ID = "tracking.run.id";

    /** Set last: the state of the run's files that is there as a whole. */
    static final String PUBLISHED = "tracking.published";

    private static final int DIGEST = 36;

    private final RunRecord run;
    private final MlflowTexts texts = new MlflowTexts();
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Set<MetricPoint> points = new LinkedHashSet<>();

    /** @param source null where it is not known */
    RunContent(RunRecord run, SourceState source) {
        this.run = run;
        run.params()
                .values()
                .forEach(param -> params.put(
                        texts.key(param.name()),
                        texts.param(param.name(), param.value().text())));
        run.metrics()
                .forEach(metric -> points.add(MetricPoint.of(
                        texts.key(metric.name()),
                        metric.value(),
                        metric.time() == 0 ? run.started().time().toEpochMilli() : metric.time(),
                        metric.step() == null ? 0 : metric.step())));
        run.tags().forEach((name, value) -> tags.put(texts.key(name), texts.tag(name, value)));
        describe();
        if (source != null) {
            tag("mlflow.source.git.commit", source.commit());
            tag("mlflow.source.git.branch", source.branch());
            tag("mlflow.source.git.repoURL", source.remote());
            tag("mlflow.source.git.dirty", Boolean.toString(source.dirty()));
        }
        if (!texts.changed().isEmpty()) {
            tag("tracking.truncated", String.join(", ", texts.changed().keySet()));
        }
    }

    private void describe() {
        RunEvent.Started started = run.started();
        tag(ID, run.id());
        tag("mlflow.runName", name());
        tag("mlflow.user", started.author() == null ? null : started.author().name());
        String method = started.method() == null ? "" : "#" + started.method();
        tag("mlflow.source.name", started.testClass() == null ? null : started.testClass() + method);
        tag("mlflow.source.type", started.ciUrl() == null ? "LOCAL" : "JOB");
        tag("mlflow.note.content", run.notes().isEmpty() ? null : String.join("\n\n", run.notes()));
        tag("tracking.status", run.status().name());
        tag("tracking.verdict", run.verdict() == null ? null : run.verdict().name());
        tag("tracking.reason", run.reason());
        tag("tracking.model", started.model());
        tag("tracking.module", started.module());
        tag("tracking.build", started.build());
        tag("tracking.ci.url", started.ciUrl());
        tag("tracking.trial", started.trial() == null ? null : started.trial().toString());
        tag(
                "tracking.repeat",
                started.repeat() == null ? null : started.repeat().toString());
        started.links().forEach((kind, link) -> tag("tracking." + kind, link));
        if (run.search().winner() != null) {
            tag("tracking.winner", run.search().winner().run());
        }
    }

    /** One with no value is left out. */
    private void tag(String name, String value) {
        if (value != null && !value.isEmpty()) {
            tags.put(texts.key(name), texts.tag(name, value));
        }
    }

    private String name() {
        RunEvent.Started started = run.started();
        if (started.name() != null) {
            return started.name();
        }
        if (started.repeat() != null && started.parent() != null) {
            return "seed " + started.repeat();
        }
        return started.trial() == null
                ? started.experiment() + " " + run.shortId()
                : String.format(Locale.ROOT, "trial %03d", started.trial());
    }

    Map<String, String> params() {
        return params;
    }

    Map<String, String> tags() {
        return tags;
    }

    List<MetricPoint> points() {
        return new ArrayList<>(points);
    }

    Map<String, String> changed() {
        return texts.changed();
    }

    /** What creates it. Tags that cannot be changed later are in it from the start. */
    ObjectNode creation(String experiment, String parent) {
        ObjectNode body = MlflowApi.object()
                .put("experiment_id", experiment)
                .put("start_time", run.started().time().toEpochMilli())
                .put("run_name", name());
        Map<String, String> first = new LinkedHashMap<>(Map.of(ID, run.id()));
        if (tags.containsKey("mlflow.user")) {
            first.put("mlflow.user", tags.get("mlflow.user"));
        }
        if (parent != null) {
            first.put("mlflow.parentRunId", parent);
        }
        body.set("tags", MlflowApi.pairs(first));
        return body;
    }

    ObjectNode end(String remote) {
        ObjectNode body = MlflowApi.object().put("run_id", remote).put("status", status(run.status()));
        if (run.end() != null) {
            body.put("end_time", run.end().toEpochMilli());
        } else {
            body.put("end_time", run.started().time().toEpochMilli());
        }
        return body;
    }

    static String status(Status status) {
        return switch (status) {
            case RUNNING -> "RUNNING";
            case FINISHED -> "FINISHED";
            case FAILED, BROKEN -> "FAILED";
            case ABORTED, SKIPPED, PRUNED, INTERRUPTED -> "KILLED";
        };
    }

    /** Empty without data sets. */
    ArrayNode datasets() {
        ArrayNode inputs = RunJson.mapper().createArrayNode();
        for (DatasetRecord data : run.datasets()) {
            if (data.hash() == null) {
                continue;
            }
            ObjectNode input = inputs.addObject();
            input.set("tags", MlflowApi.pairs(Map.of("mlflow.data.context", context(data.role()))));
            ObjectNode dataset = input.putObject("dataset");
            dataset.put("name", data.name()).put("digest", data.hash().substring(0, DIGEST));
            String location = data.source() == null ? null : data.source().location();
            ObjectNode source = MlflowApi.object().put("uri", location == null ? data.name() : location);
            dataset.put("source_type", "local").put("source", text(source.put("sha256", data.hash())));
            ObjectNode schema = MlflowApi.object();
            ArrayNode columns = schema.putArray("mlflow_colspec");
            data.columns()
                    .forEach(column -> columns.addObject()
                            .put("type", type(column.type()))
                            .put("name", column.name())
                            .put("required", column.missing() == 0));
            if (!data.columns().isEmpty() && text(schema).length() <= 1_048_575) {
                dataset.put("schema", text(schema));
            }
            ObjectNode profile = MlflowApi.object().put("sha256", data.hash());
            if (data.rows() != null) {
                profile.put("num_rows", data.rows());
            }
            dataset.put("profile", text(profile));
        }
        return inputs;
    }

    private static String context(String role) {
        if (role == null) {
            return "unknown";
        }
        return switch (role) {
            case "TRAIN" -> "training";
            case "VALIDATION" -> "validation";
            default -> role.toLowerCase(Locale.ROOT);
        };
    }

    private static String type(String ours) {
        return switch (ours == null ? "" : ours) {
            case "integer" -> "long";
            case "real" -> "double";
            case "boolean" -> "boolean";
            case "date", "datetime", "instant" -> "datetime";
            default -> "string";
        };
    }

    static String text(ObjectNode json) {
        try {
            return RunJson.mapper().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + json, e);
        }
    }
}
