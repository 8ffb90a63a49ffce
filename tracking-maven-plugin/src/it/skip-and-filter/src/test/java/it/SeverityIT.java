package it;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;

class SeverityIT {

    @ModelExperiment(name = "Motor_2026_Severity")
    void experiment(Run run) {
        run.metric("test.rmse", 1);
    }
}
