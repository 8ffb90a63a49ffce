package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;

class RankingTests {

    private static int attempts;

    @ModelExperiment(name = "Motor_2026_Ranking")
    void experiment(Run run) throws Exception {
        attempts++;
        run.metric("test.rmse", attempts == 1 ? 0.9 : 0.4).tag("pid", "" + ProcessHandle.current().pid());
        assertTrue(attempts > 1, "flaky");
    }
}
