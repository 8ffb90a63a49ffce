package it;

import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import java.nio.charset.StandardCharsets;

class FrequencyIT {

    @ModelExperiment(name = "Motor_2026_Frequency", model = "motor-frequency")
    void experiment(Run run) {
        run.dataset("test", Dataset.of(new double[][] {{1, 2}, {3, 4}}, "age", "claims"));
        run.metric("test.rmse", 0.5, Direction.MINIMIZE).model("model.bin", "the model".getBytes(StandardCharsets.UTF_8));
        run.artifact("lift.txt", "1.7".getBytes(StandardCharsets.UTF_8));
    }
}
