package it;

import io.modeltracking.Champion;
import io.modeltracking.Dataset;
import io.modeltracking.Evaluation;
import io.modeltracking.ModelExperiment;
import io.modeltracking.NotWorseThan;
import io.modeltracking.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class FrequencyIT {

    private static final String MODEL = "the model";

    /** Predictions that are off by the error, up and down in turn, of 200 policies. */
    private static void evaluate(Run run, int first) {
        double error = Double.parseDouble(System.getProperty("it.rmse", "0.5"));
        double[] actual = new double[200];
        double[] predicted = new double[actual.length];
        String[] keys = new String[actual.length];
        for (int i = 0; i < actual.length; i++) {
            int policy = first + i;
            keys[i] = "policy " + policy;
            actual[i] = policy % 10;
            predicted[i] = actual[i] + (policy % 2 == 0 ? error : -error);
        }
        run.evaluate(
                "judged",
                Evaluation.regression().actual(actual).predicted(predicted).keys(keys));
    }

    @ModelExperiment(name = "Motor_2026_Frequency", model = "motor-frequency")
    @NotWorseThan(metric = "test.rmse", tolerance = 0.01, ignoreMissingBaseline = true)
    @NotWorseThan(baseline = "accepted", metric = "test.rmse", tolerance = 0.01, ignoreMissingBaseline = true)
    @NotWorseThan(baseline = "last", metric = "test.rmse", tolerance = 0.01, ignoreMissingBaseline = true)
    void experiment(Run run, Champion champion) throws IOException {
        run.dataset("test", Dataset.of(new double[][] {{1, 2}, {3, 4}}, "age", "claims"));
        run.metric("test.rmse", Double.parseDouble(System.getProperty("it.rmse", "0.5")));
        evaluate(run, champion.isPresent() ? 50 : 0);
        run.model("model.bin", MODEL.getBytes(StandardCharsets.UTF_8));
        if (!champion.isPresent()) {
            Files.writeString(Path.of("run.properties"), "run=" + run.id());
        } else if (!new String(champion.model(), StandardCharsets.UTF_8).equals(MODEL)) {
            throw new AssertionError("another model is in Production");
        }
    }
}
