package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import java.nio.file.Files;
import java.nio.file.Path;

class FrequencyIT {

    @ModelExperiment(name = "Motor_2026_Frequency")
    void experiment(Run run) throws Exception {
        meet("before");
        for (int i = 0; i < 40; i++) {
            try (Run child = run.child("part " + i)) {
                child.metric("test.rmse", i);
            }
        }
        run.metric("test.rmse", 1);
        meet("after");
    }

    /** Both builds run their experiments, and then record them, at the same time. */
    private static void meet(String when) throws Exception {
        Files.writeString(Path.of(System.getProperty("self") + "." + when), "here");
        Path other = Path.of(System.getProperty("other") + "." + when);
        for (int hundredths = 0; !Files.exists(other); hundredths++) {
            assertTrue(hundredths < 6000, "the other build never came");
            Thread.sleep(10);
        }
    }
}
