package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.RegisteredModel;
import io.modeltracking.registry.Stage;
import io.modeltracking.run.RunEvent.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Sends models' versions with their stages, as tags and aliases. MLflow numbers its versions itself; ours is a tag. */
final class RegistryPublisher {

    private static final String NUMBER = "tracking.version";
    private static final String STAGE = "tracking.stage";

    private final MlflowApi api;
    private final Function<String, Optional<Published>> runs;

    /** A run that is on the server, and what it says of its models. */
    record Published(LocalRun local, RemoteRun remote) {}

    /** @param runs by our id */
    RegistryPublisher(MlflowApi api, Function<String, Optional<Published>> runs) {
        this.api = api;
        this.runs = runs;
    }

    /** @return how many versions were not there before */
    int publish(RegisteredModel model) {
        String name = model.name().replaceAll("[/:]", "-");
        Map<Integer, String> there = new TreeMap<>();
        int added = 0;
        for (ModelVersion version : model.versions()) {
            Optional<Published> made = runs.apply(version.evidence().run());
            Optional<String> source = made.flatMap(run -> source(run, version));
            if (source.isEmpty()) {
                continue;
            }
            if (there.isEmpty()) {
                create(name, model);
                there.putAll(known(name));
            }
            if (!there.containsKey(version.number())) {
                there.put(version.number(), create(name, version, made.get().remote(), source.get()));
                added++;
            }
            tag(name, there.get(version.number()), STAGE, version.stage().toString());
            version.tags().forEach((key, value) -> tag(name, there.get(version.number()), key, value));
        }
        if (!there.isEmpty()) {
            alias(name, Stage.PRODUCTION, model.champion(), there);
            alias(name, Stage.STAGING, model.challenger(), there);
        }
        return added;
    }

    private void create(String name, RegisteredModel model) {
        ObjectNode body = MlflowApi.object().put("name", name);
        if (model.description() != null) {
            body.put("description", model.description());
        }
        try {
            api.http().post(MlflowApi.API + "registered-models/create", body);
        } catch (MlflowException e) {
            if (!e.is("RESOURCE_ALREADY_EXISTS")) {
                throw e;
            }
        }
    }

    /** The server's versions by our number. */
    private Map<Integer, String> known(String name) {
        Map<Integer, String> known = new TreeMap<>();
        for (JsonNode version : search("name = '" + name.replace("'", "") + "'")) {
            String ours = MlflowApi.texts(version.path("tags")).get(NUMBER);
            if (ours != null && ours.matches("[0-9]{1,9}")) {
                known.putIfAbsent(Integer.valueOf(ours), version.path("version").asText());
            }
        }
        return known;
    }

    private List<JsonNode> search(String filter) {
        // Only GET is known to every server of 2.x.
        List<JsonNode> found = new ArrayList<>();
        String token = "";
        do {
            Map<String, String> query = new LinkedHashMap<>(Map.of("filter", filter, "max_results", "1000"));
            if (!token.isEmpty()) {
                query.put("page_token", token);
            }
            JsonNode page = api.http().get(MlflowApi.API + "model-versions/search", query);
            page.path("model_versions").forEach(found::add);
            token = page.path("next_page_token").asText();
        } while (!token.isEmpty());
        return found;
    }

    private String create(String name, ModelVersion version, RemoteRun remote, String source) {
        ObjectNode body =
                MlflowApi.object().put("name", name).put("source", source).put("run_id", remote.id());
        if (source.startsWith("models:/")) {
            body.put("model_id", source.substring("models:/".length()));
        }
        if (version.description() != null) {
            body.put("description", version.description());
        }
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(NUMBER, Integer.toString(version.number()));
        tags.put(RunContent.ID, version.evidence().run());
        body.set("tags", MlflowApi.pairs(tags));
        boolean[] again = {false};
        return api.http().repeated(() -> {
            if (again[0] && known(name).containsKey(version.number())) {
                return known(name).get(version.number());
            }
            again[0] = true;
            return api.http()
                    .once("POST", MlflowApi.API + "model-versions/create", body)
                    .path("model_version")
                    .path("version")
                    .asText();
        });
    }

    /** Where the model's folder is; empty when it is none that MLflow loads. */
    private Optional<String> source(Published run, ModelVersion version) {
        for (Evidence.File file : version.evidence().files()) {
            Optional<Model> model = run.local().run().models().stream()
                    .filter(one ->
                            file.sha256().equals(one.sha256()) && one.format().startsWith("xgboost-"))
                    .findFirst();
            if (model.isPresent()) {
                return source(run.remote(), model.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> source(RemoteRun remote, Model model) {
        try {
            return ModelPublisher.find(api, remote, model.sha256())
                    .map(found ->
                            "models:/" + found.path("info").path("model_id").asText());
        } catch (MlflowException e) {
            if (e.isUnknownAddress()) {
                return Optional.of(remote.artifacts() + "/" + ModelPublisher.folder(model));
            }
            throw e;
        }
    }

    private void tag(String name, String version, String key, String value) {
        api.http()
                .post(
                        MlflowApi.API + "model-versions/set-tag",
                        MlflowApi.object()
                                .put("name", name)
                                .put("version", version)
                                .put("key", key)
                                .put("value", value));
    }

    /** One that stands at a version of ours no longer in the stage is taken away; others are left. */
    private void alias(String name, Stage stage, Optional<ModelVersion> holder, Map<Integer, String> there) {
        String path = MlflowApi.API + "registered-models/alias";
        String version = holder.map(one -> there.get(one.number())).orElse(null);
        ObjectNode body = MlflowApi.object().put("name", name).put("alias", stage.alias());
        if (version != null) {
            api.http().post(path, body.put("version", version));
            return;
        }
        try {
            JsonNode held = api.http().get(path, Map.of("name", name, "alias", stage.alias()));
            if (there.containsValue(held.path("model_version").path("version").asText())) {
                api.http().send("DELETE", path, body);
            }
        } catch (MlflowException e) {
            if (e.isPassing() || e.isUnknownAddress()) {
                throw e;
            }
            // No such alias: as it is to be.
        }
    }
}
