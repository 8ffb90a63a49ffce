package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The calls of MLflow's REST interface that runs need. */
final class MlflowApi {

    static final String API = "/api/2.0/mlflow/";
    static final String FILES = "/api/2.0/mlflow-artifacts/artifacts";
    private static final int PAGE = 1000;
    private static final int HISTORY_PAGE = 25_000;

    private final MlflowHttp http;

    MlflowApi(MlflowHttp http) {
        this.http = http;
    }

    MlflowHttp http() {
        return http;
    }

    static ObjectNode object() {
        return RunJson.mapper().createObjectNode();
    }

    static ArrayNode pairs(Map<String, String> values) {
        ArrayNode array = RunJson.mapper().createArrayNode();
        values.forEach((key, value) -> array.addObject().put("key", key).put("value", value));
        return array;
    }

    /** The texts of an array of keys and values. */
    static Map<String, String> texts(JsonNode pairs) {
        Map<String, String> texts = new HashMap<>();
        pairs.forEach(
                pair -> texts.put(pair.path("key").asText(), pair.path("value").asText()));
        return texts;
    }

    Optional<String> experiment(String name) {
        try {
            JsonNode found = http.get(API + "experiments/get-by-name", Map.of("experiment_name", name))
                    .path("experiment");
            if (found.path("lifecycle_stage").asText().equals("deleted")) {
                throw new MlflowException(
                        http.server() + " has an experiment \"" + name
                                + "\" among its deleted ones: restore it there, or" + " delete it for good",
                        400,
                        null);
            }
            return Optional.of(found.path("experiment_id").asText());
        } catch (MlflowException e) {
            if (e.is("RESOURCE_DOES_NOT_EXIST")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    String madeExperiment(String name) {
        Optional<String> known = experiment(name);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return http.post(API + "experiments/create", object().put("name", name))
                    .path("experiment_id")
                    .asText();
        } catch (MlflowException e) {
            // Another job was quicker, or the reply to the first attempt was lost.
            if (e.is("RESOURCE_ALREADY_EXISTS")) {
                return experiment(name).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    List<JsonNode> experiments() {
        return pages(API + "experiments/search", object().put("max_results", PAGE), "experiments");
    }

    /** The runs of an experiment. */
    List<JsonNode> runs(String experiment, String filter) {
        ObjectNode body = object().put("filter", filter).put("max_results", PAGE);
        body.putArray("experiment_ids").add(experiment);
        body.putArray("order_by").add("attributes.start_time ASC");
        return pages(API + "runs/search", body, "runs");
    }

    /** Everything that a search finds, page by page. */
    List<JsonNode> pages(String path, ObjectNode body, String field) {
        List<JsonNode> found = new ArrayList<>();
        String token = "";
        do {
            if (!token.isEmpty()) {
                body.put("page_token", token);
            }
            JsonNode page = http.post(path, body);
            page.path(field).forEach(found::add);
            String next = page.path("next_page_token").asText();
            token = next.equals(token) ? "" : next;
        } while (!token.isEmpty());
        return found;
    }

    List<MetricPoint> history(String run, String key) {
        List<MetricPoint> points = new ArrayList<>();
        String token = "";
        do {
            Map<String, String> query = new HashMap<>(
                    Map.of("run_id", run, "metric_key", key, "max_results", Integer.toString(HISTORY_PAGE)));
            if (!token.isEmpty()) {
                query.put("page_token", token);
            }
            JsonNode page = http.get(API + "metrics/get-history", query);
            page.path("metrics").forEach(metric -> points.add(MetricPoint.of(metric)));
            String next = page.path("next_page_token").asText();
            token = next.equals(token) ? "" : next;
        } while (!token.isEmpty());
        return points;
    }

    /**
     * The files below a folder of a run.
     *
     * @param taker is given path and size of each; paths that lead elsewhere are left out
     */
    void files(String run, String folder, Consumer<RemoteFile> taker) {
        Map<String, String> query = folder.isEmpty() ? Map.of("run_id", run) : Map.of("run_id", run, "path", folder);
        for (JsonNode file : http.get(API + "artifacts/list", query).path("files")) {
            take(file, folder, taker, path -> files(run, path, taker));
        }
    }

    /** As {@link #files}, below a folder of the server's own store. */
    void storedFiles(String root, String folder, Consumer<RemoteFile> taker) {
        String place = folder.isEmpty() ? root : root + "/" + folder;
        for (JsonNode file : http.get(FILES, Map.of("path", place)).path("files")) {
            take(file, folder, taker, path -> storedFiles(root, path, taker));
        }
    }

    /** Servers differ in whether they name a file from the root or from the folder. */
    private static void take(JsonNode file, String folder, Consumer<RemoteFile> taker, Consumer<String> deeper) {
        String named = file.path("path").asText();
        String path = folder.isEmpty() || named.startsWith(folder + "/") ? named : folder + "/" + named;
        if (!RemoteFile.isContained(path) || path.equals(folder)) {
            return;
        }
        if (file.path("is_dir").asBoolean()) {
            deeper.accept(path);
        } else {
            taker.accept(new RemoteFile(path, file.path("file_size").asLong()));
        }
    }

    /** @param path without any part that leads out of its folder */
    record RemoteFile(String path, long size) {

        private static final int DEEPEST = 32;

        static boolean isContained(String path) {
            if (path.isEmpty() || path.startsWith("/") || path.contains("\\") || path.contains(":")) {
                return false;
            }
            String[] parts = path.split("/", -1);
            if (parts.length > DEEPEST) {
                return false;
            }
            for (String part : parts) {
                if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                    return false;
                }
            }
            return true;
        }
    }
}
