package it;

import io.modeltracking.Dataset;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class FrequencyIT {

    @ModelExperiment(name = "Motor_2026_Frequency", model = "motor-frequency")
    void experiment(Run run) throws IOException {
        run.dataset("test", Dataset.of(new double[][] {{1, 2}, {3, 4}}, "age", "claims"));
        run.metric("test.rmse", 0.5).model("model.bin", "the model".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(Path.of(".mvn"));
        Files.writeString(Path.of(".mvn/maven.config"), "-Dit.run=" + run.id() + "\n");
    }
}
