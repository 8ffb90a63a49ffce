package it;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;

class SeverityIT {

    @ModelExperiment(name = "Motor_2026_Severity")
    void experiment(Run run) throws Exception {
        run.metric("test.rmse", 0.5).tag("pid", "" + ProcessHandle.current().pid());
        Forks.meet("severity", "frequency");
    }
}
