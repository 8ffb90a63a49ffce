package it;

import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.Evaluation;
import io.modeltracking.GridSearch;
import io.modeltracking.IntValues;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class FrequencyIT {

    record Params(@IntValues({3, 1, 2}) int depth) {}

    @ModelExperiment(name = "Motor_2026_Frequency", model = "motor-frequency", seed = 7)
    @GridSearch(objective = "validation.loss", direction = Direction.MINIMIZE)
    void experiment(Params params, Run run, Random random) {
        double noise = random.nextDouble();
        run.dataset("train", Dataset.of(Path.of("data/portfolio.csv")));
        run.metric("validation.loss", params.depth() + noise);
        run.holdout("holdout", () -> evaluation(noise));
        model(run, params.depth() + noise * Integer.getInteger("factor"));
    }

    private static Evaluation evaluation(double noise) {
        return Evaluation.regression().actual(new double[] {1, 2, 3}).predicted(new double[] {1 + noise, 2, 3});
    }

    @ModelExperiment(name = "Motor_2026_Luck", model = "motor-luck")
    void luck(Run run) {
        run.dataset("train", Dataset.of(new double[][] {{18, 1}}, "age", "claims"));
        model(run, new Random().nextDouble());
    }

    @ModelExperiment(name = "Motor_2026_Gone", model = "motor-gone")
    void gone(Run run) throws IOException {
        Path data = Files.writeString(Path.of("target/gone.csv"), "age,claims\n18," + System.nanoTime() + "\n");
        run.dataset("train", Dataset.of(data));
        Files.delete(data);
        model(run, 1);
    }

    private static void model(Run run, double figure) {
        run.metric("test.rmse", figure).model("model.bin", ("" + figure).getBytes(StandardCharsets.UTF_8));
    }
}
