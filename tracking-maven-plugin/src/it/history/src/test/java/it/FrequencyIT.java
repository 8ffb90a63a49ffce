package it;

import io.modeltracking.Dataset;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Role;
import io.modeltracking.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FrequencyIT {

    @ModelExperiment(name = "Motor_2026_Frequency")
    void experiment(Run run) throws IOException {
        String thenDelete = System.getProperty("it.delete");
        if (thenDelete != null) {
            Files.delete(Path.of(thenDelete));
        }
        run.dataset("test", Dataset.of(new double[][] {{1, 2}, {3, 4}}, "age", "claims").role(Role.HOLDOUT));
        run.param("depth", 5).metric("test.rmse", 0.6);
    }
}
