package it;

import io.modeltracking.Champion;
import io.modeltracking.Dataset;
import io.modeltracking.ModelExperiment;
import io.modeltracking.NotWorseThan;
import io.modeltracking.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class FrequencyIT {

    private static final String MODEL = "the model";

    @ModelExperiment(name = "Motor_2026_Frequency", model = "motor-frequency")
    @NotWorseThan(metric = "test.rmse", tolerance = 0.01, ignoreMissingBaseline = true)
    @NotWorseThan(baseline = "accepted", metric = "test.rmse", tolerance = 0.01, ignoreMissingBaseline = true)
    @NotWorseThan(baseline = "last", metric = "test.rmse", tolerance = 0.01, ignoreMissingBaseline = true)
    void experiment(Run run, Champion champion) throws IOException {
        run.dataset("test", Dataset.of(new double[][] {{1, 2}, {3, 4}}, "age", "claims"));
        run.metric("test.rmse", Double.parseDouble(System.getProperty("it.rmse", "0.5")));
        run.model("model.bin", MODEL.getBytes(StandardCharsets.UTF_8));
        if (!champion.isPresent()) {
            Files.writeString(Path.of("run.properties"), "run=" + run.id());
        } else if (!new String(champion.model(), StandardCharsets.UTF_8).equals(MODEL)) {
            throw new AssertionError("another model is in Production");
        }
    }
}
