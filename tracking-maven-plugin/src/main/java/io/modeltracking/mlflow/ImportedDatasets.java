package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The data sets of a run. MLflow's digest is of 10,000 rows, in 32 bits: it becomes a tag, and no hash of ours. */
final class ImportedDatasets {

    private ImportedDatasets() {}

    static List<RunEvent> of(JsonNode inputs, ImportedNames names) {
        List<RunEvent> events = new ArrayList<>();
        for (JsonNode input : inputs.path("dataset_inputs")) {
            JsonNode data = input.path("dataset");
            String name = names.of(data.path("name").asText("data"));
            String context = MlflowApi.texts(input.path("tags")).getOrDefault("mlflow.data.context", "");
            JsonNode profile = parsed(data.path("profile").asText());
            String sha256 = profile.path("sha256").asText();
            List<DatasetRecord.Column> columns = new ArrayList<>();
            parsed(data.path("schema").asText())
                    .path("mlflow_colspec")
                    .forEach(column -> columns.add(new DatasetRecord.Column(
                            column.path("name").asText(),
                            type(column.path("type").asText()),
                            null,
                            0,
                            null,
                            null,
                            null,
                            null)));
            events.add(new RunEvent.Data(new DatasetRecord(
                    name,
                    role(context),
                    null,
                    Names.isSha256(sha256) ? sha256 : null,
                    null,
                    profile.path("num_rows").isIntegralNumber()
                            ? profile.path("num_rows").asLong()
                            : null,
                    columns,
                    new DatasetRecord.Source(
                            "table", "mlflow:" + data.path("source_type").asText(), null, null, null),
                    null,
                    null)));
            events.add(new RunEvent.Tag(
                    names.of("mlflow.digest." + name), data.path("digest").asText()));
        }
        return events;
    }

    private static JsonNode parsed(String text) {
        try {
            return RunJson.mapper().readTree(text.isEmpty() ? "{}" : text);
        } catch (IOException e) {
            // No JSON of MLflow's: the data set keeps its name and digest.
            return MlflowApi.object();
        }
    }

    private static String role(String context) {
        return switch (context) {
            case "train", "training" -> "TRAIN";
            case "eval", "evaluation", "validation" -> "VALIDATION";
            case "test", "testing", "holdout" -> "HOLDOUT";
            default -> null;
        };
    }

    private static String type(String theirs) {
        return switch (theirs) {
            case "integer", "long" -> "integer";
            case "float", "double" -> "real";
            case "boolean" -> "boolean";
            case "datetime" -> "datetime";
            default -> "text";
        };
    }
}
