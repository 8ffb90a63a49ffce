package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Champion;
import io.modeltracking.Dataset;
import io.modeltracking.Evaluation;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.run.ChampionRecord;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment lets the version in Production predict rows that it has not learned from. The secret needs a JVM of its own. */
class ChampionTests {

    private static final int TRAINED_ON = 300;

    @TempDir
    Path base;

    /** Policies by their number: the champion learned from 0 to 299, the challenger is judged by 200 to 599. */
    record Policies(int first, int count) {

        private double[][] rows() {
            return IntStream.range(first, first + count)
                    .mapToObj(policy -> new double[] {policy, 18 + policy * 7 % 60, policy % 7 == 0 ? 1 : 0})
                    .toArray(double[][]::new);
        }

        Dataset dataset() {
            return Dataset.of(rows(), "policy", "age", "claims").keys("policy");
        }

        DMatrix matrix() throws XGBoostError {
            double[][] rows = rows();
            float[] ages = new float[count];
            float[] claims = new float[count];
            for (int i = 0; i < count; i++) {
                ages[i] = (float) rows[i][1];
                claims[i] = (float) rows[i][2];
            }
            DMatrix matrix = new DMatrix(ages, count, 1, Float.NaN);
            matrix.setLabel(claims);
            matrix.setFeatureNames(new String[] {"age"});
            return matrix;
        }

        Booster train(int depth) throws XGBoostError {
            return XGBoost.train(
                    matrix(), Map.of("objective", "count:poisson", "max_depth", depth), 5, Map.of(), null, null);
        }

        String[] keys() {
            return IntStream.range(first, first + count)
                    .mapToObj(Integer::toString)
                    .toArray(String[]::new);
        }

        Evaluation evaluation(float[][] predicted) {
            double[] exposure = new double[count];
            Arrays.fill(exposure, 1);
            return Evaluation.frequency()
                    .claims(dataset().doubles("claims"))
                    .exposure(exposure)
                    .predictedRate(predicted)
                    .keys(keys());
        }
    }

    static class LastYearTestCase {
        @ModelExperiment(name = "Motor_2025", model = "motor")
        void champion(Run run) throws XGBoostError {
            Policies policies = new Policies(0, TRAINED_ON);
            run.dataset("train", policies.dataset().role(Role.TRAIN));
            run.param("max_depth", 2).model("booster", policies.train(2));
        }
    }

    static class ThisYearTestCase {

        @ModelExperiment(name = "Motor_2026", model = "motor")
        void challenger(Run run, Champion champion) throws Exception {
            Policies judged = new Policies(200, 400);
            DMatrix rows = judged.matrix();
            int[] unseen = champion.unseen(judged.keys());
            Booster old = XGBoost.loadModel(new ByteArrayInputStream(champion.model()));
            Evaluation evaluation = judged.evaluation(
                            new Policies(300, 300).train(4).predict(rows))
                    .champion(old.predict(rows))
                    .ofRows(unseen)
                    .bootstrap(200, 1);
            run.dataset("validation", judged.dataset()).evaluate("validation", evaluation);
            run.note(champion.label() + " " + champion.params() + " " + champion.features() + " " + champion.models());
            // Training is deterministic: the same rows give the model that was handed over.
            float[][] again = new Policies(0, TRAINED_ON).train(2).predict(rows);
            run.metric("same", Arrays.deepEquals(again, old.predict(rows)) ? 1 : 0);
        }
    }

    static class AskingTestCase {
        @ModelExperiment(name = "Motor_2026", model = "motor")
        void asks(Champion champion, Run run) {
            run.tag("present", Boolean.toString(champion.isPresent()));
            champion.model();
        }
    }

    /** What the JVM with the secret runs. */
    public static final class BothYears {
        public static void main(String[] arguments) throws IOException {
            Path base = Path.of(arguments[0]);
            Experiments before = Experiments.in(base.resolve("before"))
                    .with("tracking.autolog", "off")
                    .execute(LastYearTestCase.class);
            Experiments.in(base.resolve("now"))
                    .with("tracking.autolog", "off")
                    .with("tracking.build", prepared(base, before).toString())
                    .execute(ThisYearTestCase.class);
        }
    }

    /** As the goal {@code prepare} writes it, with the files in the run's own folder. */
    private static Path prepared(Path folder, Experiments before) throws IOException {
        RunRecord run = before.run("champion");
        Path artifacts = before.root().run(run.id()).resolve("artifacts");
        TreeMap<String, ParamValue> params = new TreeMap<>();
        run.params().forEach((name, param) -> params.put(name, param.value()));
        ChampionRecord champion = new ChampionRecord(
                "motor",
                "motor/1 (Production)",
                run.id(),
                run.models().stream()
                        .map(model -> new ChampionRecord.File(
                                model.name(),
                                artifacts.resolve(model.artifact()).toString(),
                                model.sha256(),
                                model.features()))
                        .toList(),
                params,
                run.artifacts().stream()
                        .filter(artifact -> artifact.name().endsWith(".keys.csv.gz"))
                        .map(artifact -> new ChampionRecord.File(
                                "train", artifacts.resolve(artifact.name()).toString(), artifact.sha256(), List.of()))
                        .toList());
        return Files.write(
                folder.resolve("build.json"),
                RunJson.mapper().writeValueAsBytes(Map.of("buildId", "b".repeat(32), "champions", List.of(champion))));
    }

    private void bothYears(String secret) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BothYears.class.getName(),
                base.toString());
        builder.environment().remove(DatasetLog.SECRET);
        if (secret != null) {
            builder.environment().put(DatasetLog.SECRET, secret);
        }
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
    }

    private RunRecord challenger() {
        return Experiments.in(base.resolve("now")).run("challenger");
    }

    @Test
    void predictsAgainTheRowsThatItHasNotLearnedFrom() throws Exception {
        bothYears("a secret of the project");

        RunRecord run = challenger();
        assertThat(run.reason()).isNull();
        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.metric("champion.rows")).contains(400.0);
        assertThat(run.metric("champion.rows_trained_on")).contains(100.0);
        assertThat(run.metric("validation.rows")).contains(300.0);
        assertThat(run.metric("same")).contains(1.0);
        assertThat(run.metrics())
                .anyMatch(metric -> metric.name().equals("validation.poisson_deviance.per_exposure.difference"));
        assertThat(run.notes()).containsExactly("motor/1 (Production) {max_depth=2} [age] [booster]");
        assertThat(Experiments.in(base.resolve("before")).run("champion").artifacts())
                .extracting(artifact -> artifact.name())
                .contains("train.keys.csv.gz");
    }

    @Test
    void withoutASecretNoRowIsTakenOutAndTheRunSaysSo() throws Exception {
        bothYears(null);

        RunRecord run = challenger();
        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.metric("validation.rows")).contains(400.0);
        assertThat(run.metric("champion.rows")).isEmpty();
        assertThat(run.warnings())
                .filteredOn(warning -> warning.code().equals("champion-keys"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .contains("which rows motor/1 (Production) has learned from is not known")
                        .contains("TRACKING_KEY_SECRET is not set"));
        assertThat(Experiments.in(base.resolve("before")).run("champion").artifacts())
                .noneMatch(artifact -> artifact.name().contains("keys"));
    }

    @Test
    void whereThereIsNoneItSaysSoAndWhy() {
        Experiments experiments = Experiments.in(base).execute(AskingTestCase.class);

        assertThat(experiments.onlyRun().tags()).containsEntry("present", "false");
        assertThat(experiments.failure("asks"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it comes from the goal prepare, run the experiment by Maven")
                .hasMessageContaining("Ask champion.isPresent()");
    }

    @Test
    void otherBytesThanWereRegisteredAreRefused() throws IOException {
        Experiments before = Experiments.in(base.resolve("before"))
                .with("tracking.autolog", "off")
                .execute(LastYearTestCase.class);
        Path build = prepared(base, before);
        Path model = before.root().run(before.run("champion").id()).resolve("artifacts/booster.ubj");
        Files.write(model, new byte[] {0}, StandardOpenOption.APPEND);

        Experiments now = Experiments.in(base.resolve("now"))
                .with("tracking.build", build.toString())
                .execute(AskingTestCase.class);

        assertThat(now.onlyRun().tags()).containsEntry("present", "true");
        assertThat(now.failure("asks"))
                .hasMessageContaining("\"booster\" of motor/1 (Production) was changed")
                .hasMessageContaining("Restore it from a backup");
    }
}
