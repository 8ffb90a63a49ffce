package io.modeltracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Sha256;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history on a real server, read back by MLflow's own client. */
class PublisherTests {

    @TempDir
    static Path base;

    private static MotorHistory history;
    private static Published first;
    private static Published second;
    private static JsonNode told;

    @BeforeAll
    static void publish() throws Exception {
        MlflowProcess mlflow = MlflowProcess.get();
        history = new MotorHistory(base, "Published").written();
        first = history.published(mlflow.server());
        second = history.published(mlflow.server());
        told = mlflow.ask(
                "read_mlflow.py",
                history.experiment(),
                history.model(),
                RunJson.mapper().writeValueAsString(MotorHistory.ROWS));
    }

    private static JsonNode run(String id) {
        return told.path("runs").path(id);
    }

    @Test
    void everyRunIsThereOnce() {
        assertThat(first.added()).isEqualTo(5);
        assertThat(first.versions()).isEqualTo(1);
        assertThat(told.path("count").asInt()).isEqualTo(5);
        assertThat(told.path("versions").asInt()).isEqualTo(1);
    }

    @Test
    void publishingAgainAddsNothing() {
        assertThat(second.added()).isZero();
        assertThat(second.there()).isEqualTo(5);
        assertThat(second.versions()).isZero();
    }

    @Test
    void trialsAndRepeatsAreChildren() {
        assertThat(run(MotorHistory.STUDY).path("tags").has("mlflow.parentRunId"))
                .isFalse();
        String study = run(MotorHistory.STUDY).path("id").asText();
        for (String trial : Set.of(MotorHistory.TRIAL, MotorHistory.WINNER)) {
            assertThat(run(trial).path("tags").path("mlflow.parentRunId").asText())
                    .isEqualTo(study);
        }
        assertThat(run(MotorHistory.REPEAT)
                        .path("tags")
                        .path("mlflow.parentRunId")
                        .asText())
                .isEqualTo(run(MotorHistory.WINNER).path("id").asText());
    }

    @Test
    void aRunKeepsItsTimesStatusAndOrigin() {
        JsonNode study = run(MotorHistory.STUDY);
        assertThat(study.path("status").asText()).isEqualTo("FINISHED");
        assertThat(study.path("start").asLong()).isEqualTo(RunFixture.START.toEpochMilli());
        assertThat(study.path("end").asLong())
                .isEqualTo(RunFixture.START.plusSeconds(1).toEpochMilli());
        JsonNode tags = study.path("tags");
        assertThat(tags.path("mlflow.user").asText()).isEqualTo("Ada");
        assertThat(tags.path("mlflow.source.git.commit").asText()).isEqualTo("c".repeat(40));
        assertThat(tags.path("mlflow.source.git.branch").asText()).isEqualTo("main");
        assertThat(tags.path("mlflow.source.git.repoURL").asText()).isEqualTo("https://example.org/motor.git");
        assertThat(tags.path("mlflow.source.name").asText()).isEqualTo("org.example.FrequencyIT#frequency");
        assertThat(tags.path("tracking.verdict").asText()).isEqualTo("ACCEPTED");
        assertThat(run(MotorHistory.TRIAL).path("params").path("max_depth").asText())
                .isEqualTo("3");
        assertThat(run(MotorHistory.TRIAL).path("name").asText()).isEqualTo("trial 000");
    }

    @Test
    void everyStepOfAMetricIsThereOnce() {
        JsonNode points = run(MotorHistory.WINNER).path("metrics").path("validation.loss");
        assertThat(points).hasSize(1200);
        Set<Long> steps = new HashSet<>();
        for (JsonNode point : points) {
            steps.add(point.get(0).asLong());
            assertThat(point.get(1).asDouble()).isEqualTo(1.0 / (point.get(0).asLong() + 1));
        }
        assertThat(steps).hasSize(1200);
    }

    @Test
    void whatIsNoNumberArrivesAsMlflowKeepsIt() {
        JsonNode metrics = run(MotorHistory.AWKWARD).path("metrics");
        assertThat(metrics.path("nan").get(0).get(1).asText()).isEqualTo("nan");
        assertThat(metrics.path("rise").get(0).get(1).asDouble()).isEqualTo(Double.MAX_VALUE);
        assertThat(metrics.path("fall").get(0).get(1).asDouble()).isEqualTo(-Double.MAX_VALUE);
        assertThat(metrics.path("fall").get(0).get(0).asLong()).isEqualTo(7);
    }

    @Test
    void whatMlflowDoesNotTakeIsAFileAndNamed() {
        JsonNode run = run(MotorHistory.AWKWARD);
        assertThat(run.path("params").path("text").asText()).isEqualTo(MotorHistory.LONG.substring(0, 6000));
        assertThat(run.path("tags").path("tracking.truncated").asText()).contains("param text");
        assertThat(run.path("files").toString()).contains("tracking/long-values.json", "charts/lift 100 _.txt");
        assertThat(names(run.path("params"))).anyMatch(name -> name.startsWith("größe _kW_"));
        assertThat(first.problems()).singleElement().asString().contains("param text", "tracking/long-values.json");
        assertThat(run.path("tags").path("team").asText()).isEqualTo("pricing");
        assertThat(run.path("tags").path("mlflow.note.content").asText()).isEqualTo("# A note");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        for (Iterator<String> fields = object.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }

    @Test
    void aDataSetHasItsHash() {
        JsonNode data = run(MotorHistory.WINNER).path("datasets").get(0);
        String sha256 = Sha256.of("rows");
        assertThat(data.get(0).asText()).isEqualTo("train");
        assertThat(data.get(1).asText()).isEqualTo(sha256.substring(0, 36));
        assertThat(data.get(2).path("sha256").asText()).isEqualTo(sha256);
        assertThat(data.get(3).toString()).contains("training");
    }

    @Test
    void theChampionPredictsInPythonWhatItPredictsHere() throws Exception {
        assertThat(told.path("champion").path("tags").path("tracking.version").asText())
                .isEqualTo("1");
        assertThat(run(MotorHistory.WINNER).path("models").asInt()).isEqualTo(1);
        float[] flat = new float[6];
        for (int i = 0; i < 6; i++) {
            flat[i] = MotorHistory.ROWS[i / 2][i % 2];
        }
        DMatrix rows = new DMatrix(flat, 3, 2, Float.NaN);
        rows.setFeatureNames(new String[] {"age", "power"});
        float[][] expected = XGBoost.loadModel(history.booster()).predict(rows);
        for (int row = 0; row < 3; row++) {
            assertThat(told.path("predictions").get(row).asDouble()).isCloseTo(expected[row][0], within(1e-6));
        }
    }
}
