package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A run as the server has it.
 *
 * @param published state of our files that is there as a whole; null when some may be lacking
 */
record RemoteRun(String id, String experiment, String artifacts, String published) {

    static RemoteRun of(JsonNode run) {
        Map<String, String> tags = MlflowApi.texts(run.path("data").path("tags"));
        JsonNode info = run.path("info");
        return new RemoteRun(
                info.path("run_id").asText(),
                info.path("experiment_id").asText(),
                info.path("artifact_uri").asText(),
                tags.get(RunContent.PUBLISHED));
    }
}
