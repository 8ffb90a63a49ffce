package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.mlflow.MlflowApi.RemoteFile;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fetches the files of a run and of its models, from the server alone: no address that a run names is followed. */
final class ImportedFiles {

    private final MlflowApi api;
    private final Path folder;
    private final ImportedNames names;
    private final List<RemoteFile> listed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<RunEvent> events = new ArrayList<>();

    /** @param folder of the run's artifacts */
    ImportedFiles(MlflowApi api, Path folder, ImportedNames names) {
        this.api = api;
        this.folder = folder;
        this.names = names;
    }

    List<String> problems() {
        return problems;
    }

    List<RunEvent> take(JsonNode run) throws IOException {
        String id = run.path("info").path("run_id").asText();
        api.files(id, "", listed::add);
        for (RemoteFile file : listed) {
            fetch(
                    file.path(),
                    target ->
                            api.http().download("/get-artifact", Map.of("path", file.path(), "run_uuid", id), target));
        }
        for (JsonNode output : run.path("outputs").path("model_outputs")) {
            model(output.path("model_id").asText());
        }
        return events;
    }

    private void model(String id) throws IOException {
        JsonNode info = api.http()
                .get(MlflowApi.API + "logged-models/" + MlflowHttp.path(id), Map.of())
                .path("model")
                .path("info");
        String root = Uploads.root(info.path("artifact_uri").asText());
        if (root == null) {
            problems.add("The files of model " + id + " are in a store that the server does not pass on: left out");
            return;
        }
        List<RemoteFile> files = new ArrayList<>();
        api.storedFiles(root, "", files::add);
        for (RemoteFile file : files) {
            fetch(
                    "models/" + info.path("name").asText().replace('/', '_') + "/" + file.path(),
                    target -> api.http()
                            .download(
                                    MlflowApi.FILES + "/" + MlflowHttp.path(root + "/" + file.path()),
                                    Map.of(),
                                    target));
        }
    }

    private void fetch(String path, Consumer<Path> download) throws IOException {
        String name = names.of(path);
        Path target = folder.resolve(name).normalize();
        if (!Names.valid(name) || !target.startsWith(folder) || Files.exists(target)) {
            problems.add("A file named " + name + " was left out: there is one of that name");
            return;
        }
        download.accept(target);
        String sha256 = Sha256.of(target);
        long size = Files.size(target);
        String type = URLConnection.guessContentTypeFromName(name);
        events.add(
                new RunEvent.Artifact(name, type == null ? "application/octet-stream" : type, size, sha256, List.of()));
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (name.contains("/") && List.of("model.ubj", "model.json").contains(last)) {
            String above = name.substring(0, name.lastIndexOf('/'));
            events.add(new RunEvent.Model(
                    above.substring(above.lastIndexOf('/') + 1),
                    name,
                    last.endsWith("json") ? "xgboost-json" : "xgboost-ubj",
                    size,
                    sha256,
                    List.of(),
                    "xgboost",
                    null));
        }
    }
}
