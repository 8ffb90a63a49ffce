package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;

class FrequencyIT {

    @ModelExperiment(name = "Motor_2026_Frequency")
    void experiment(Run run) {
        assertEquals("a b", System.getProperty("tracking.note"));
        assertEquals("here", System.getProperty("mine"));
        run.metric("test.rmse", 1);
    }
}
