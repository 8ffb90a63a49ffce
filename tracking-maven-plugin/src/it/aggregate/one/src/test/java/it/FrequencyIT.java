package it;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;

class FrequencyIT {

    @ModelExperiment(name = "Motor_2026_Frequency")
    void experiment(Run run) {
        run.metric("test.rmse", 0.5);
    }
}
