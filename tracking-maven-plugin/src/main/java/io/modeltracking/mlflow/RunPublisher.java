package io.modeltracking.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends one run. What an earlier attempt has left is completed. */
final class RunPublisher {

    private static final String LONG_VALUES = "tracking/long-values.json";

    private final MlflowApi api;
    private final ModelPublisher models;
    private final Consumer<String> warnings;

    RunPublisher(MlflowApi api, Consumer<String> warnings) {
        this.api = api;
        this.models = new ModelPublisher(api);
        this.warnings = warnings;
    }

    /**
     * Sends it.
     *
     * @param known what is there of it, or null
     * @param parent id of its parent on the server, or null
     * @param state of its files, set last
     * @return what is there now
     */
    RemoteRun publish(LocalRun local, RemoteRun known, String experiment, String parent, String state) {
        RunContent content = new RunContent(local.run(), local.source());
        RemoteRun remote = known != null ? known : create(content, local.run().id(), experiment, parent);
        boolean begun = known != null;
        RunData data = new RunData(api, remote.id());
        data.params(content.params());
        data.metrics(content.points(), begun);
        data.tags(content.tags());
        ArrayNode inputs = content.datasets();
        if (!inputs.isEmpty()) {
            ObjectNode body = MlflowApi.object().put("run_id", remote.id());
            body.set("datasets", inputs);
            api.http().post(MlflowApi.API + "runs/log-inputs", body);
        }
        files(local, content, remote, begun);
        api.http().post(MlflowApi.API + "runs/update", content.end(remote.id()));
        data.tags(Map.of(RunContent.PUBLISHED, state));
        return new RemoteRun(remote.id(), remote.experiment(), remote.artifacts(), state);
    }

    /** A run that was made although no reply came is found before another is made. */
    private RemoteRun create(RunContent content, String id, String experiment, String parent) {
        boolean[] again = {false};
        return api.http().repeated(() -> {
            if (again[0]) {
                Optional<RemoteRun> made = find(api, experiment, id);
                if (made.isPresent()) {
                    return made.get();
                }
            }
            again[0] = true;
            JsonNode reply =
                    api.http().once("POST", MlflowApi.API + "runs/create", content.creation(experiment, parent));
            return RemoteRun.of(reply.path("run"));
        });
    }

    static Optional<RemoteRun> find(MlflowApi api, String experiment, String id) {
        return api.runs(experiment, "tags.`" + RunContent.ID + "` = '" + id + "'").stream()
                .map(RemoteRun::of)
                .findFirst();
    }

    private void files(LocalRun local, RunContent content, RemoteRun remote, boolean begun) {
        if (local.run().artifacts().isEmpty() && content.changed().isEmpty()) {
            return;
        }
        Uploads uploads = new Uploads(api, remote.artifacts());
        if (!uploads.possible()) {
            warnings.accept("The MLflow server takes no files itself (--serve-artifacts is off): files and models were"
                    + " left out");
            return;
        }
        if (begun) {
            uploads.look();
        }
        for (RunEvent.Artifact artifact : local.run().artifacts()) {
            Optional<Path> file = local.file(artifact);
            if (file.isPresent()) {
                uploads.put(artifact.name(), file.get(), artifact.size());
            } else {
                warnings.accept("The file " + artifact.name() + " of run "
                        + local.run().shortId() + " is not there and was left out: restore it from a backup");
            }
        }
        if (!content.changed().isEmpty()) {
            uploads.put(LONG_VALUES, json(content.changed()));
            warnings.accept(
                    "Run " + local.run().shortId() + " has names or values that MLflow does not take as they are: "
                            + String.join(", ", content.changed().keySet()) + ". They are in full in the artifact "
                            + LONG_VALUES);
        }
        models.publish(local, remote, uploads);
    }

    private static byte[] json(Map<String, String> values) {
        try {
            return RunJson.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(values)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + values, e);
        }
    }
}
