package io.modeltracking.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.packaging.MlflowModel;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunEvent.Model;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Models of XGBoost as what MLflow loads: logged models, and on servers before 3.0 folders of the run. */
final class ModelPublisher {

    private static final String MODELS = MlflowApi.API + "logged-models";
    private static final String SHA256 = "tracking.model.sha256";

    private final MlflowApi api;

    ModelPublisher(MlflowApi api) {
        this.api = api;
    }

    void publish(LocalRun local, RemoteRun remote, Uploads artifacts) {
        for (Model model : local.run().models()) {
            Optional<RunEvent.Artifact> artifact = local.run().artifacts().stream()
                    .filter(one -> one.name().equals(model.artifact()))
                    .findFirst();
            Optional<Path> file = artifact.flatMap(local::file);
            if (file.isPresent() && model.format() != null && model.format().startsWith("xgboost-")) {
                send(local, remote, model, file.get(), artifacts);
            }
        }
    }

    private void send(LocalRun local, RemoteRun remote, Model model, Path file, Uploads artifacts) {
        JsonNode there;
        try {
            there = find(api, remote, model.sha256()).orElseGet(() -> create(local, remote, model));
        } catch (MlflowException e) {
            if (!e.isUnknownAddress()) {
                throw e;
            }
            folder(artifacts, folder(model) + "/", local, remote, model, file);
            return;
        }
        JsonNode info = there.path("info");
        String id = info.path("model_id").asText();
        if (!info.path("status").asText().equals("LOGGED_MODEL_READY")) {
            folder(new Uploads(api, info.path("artifact_uri").asText()), "", local, remote, model, file);
            api.http()
                    .send(
                            "PATCH",
                            MODELS + "/" + MlflowHttp.path(id),
                            MlflowApi.object().put("model_id", id).put("status", "LOGGED_MODEL_READY"));
        }
        link(remote, id);
    }

    /** A link that is there already is refused by the server: it is looked for first, in each attempt. */
    private void link(RemoteRun remote, String id) {
        ObjectNode outputs = MlflowApi.object().put("run_id", remote.id());
        outputs.putArray("models").addObject().put("model_id", id).put("step", 0);
        api.http().repeated(() -> {
            JsonNode run = api.http().get(MlflowApi.API + "runs/get", Map.of("run_id", remote.id()));
            for (JsonNode output : run.path("run").path("outputs").path("model_outputs")) {
                if (output.path("model_id").asText().equals(id)) {
                    return null;
                }
            }
            return api.http().once("POST", MlflowApi.API + "runs/outputs", outputs);
        });
    }

    /** The logged model of a run with a file of this content. */
    static Optional<JsonNode> find(MlflowApi api, RemoteRun remote, String sha256) {
        ObjectNode body = MlflowApi.object().put("filter", "source_run_id = '" + remote.id() + "'");
        body.putArray("experiment_ids").add(remote.experiment());
        return api.pages(MODELS + "/search", body, "models").stream()
                .filter(model -> sha256.equals(
                        MlflowApi.texts(model.path("info").path("tags")).get(SHA256)))
                .findFirst();
    }

    private JsonNode create(LocalRun local, RemoteRun remote, Model model) {
        ObjectNode body = MlflowApi.object()
                .put("experiment_id", remote.experiment())
                .put("name", model.name().replaceAll("[/:.%\"']", "_"))
                .put("model_type", "")
                .put("source_run_id", remote.id());
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(SHA256, model.sha256());
        tags.put(RunContent.ID, local.run().id());
        body.set("tags", MlflowApi.pairs(tags));
        boolean[] again = {false};
        return api.http().repeated(() -> {
            if (again[0]) {
                Optional<JsonNode> made = find(api, remote, model.sha256());
                if (made.isPresent()) {
                    return made.get();
                }
            }
            again[0] = true;
            return api.http().once("POST", MODELS, body).path("model");
        });
    }

    /** Where a server before 3.0 has the model among the files of its run. */
    static String folder(Model model) {
        return "models/" + Uploads.name(model.name());
    }

    private static void folder(
            Uploads uploads, String prefix, LocalRun local, RemoteRun remote, Model model, Path file) {
        String name = "model" + (model.format().endsWith("json") ? ".json" : ".ubj");
        try {
            for (Map.Entry<String, String> text : MlflowModel.of(
                            model, name, remote.id(), local.run().started().time())
                    .files()
                    .entrySet()) {
                uploads.put(prefix + text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No MLmodel for " + model, e);
        }
        uploads.put(prefix + name, file, model.size());
    }
}
