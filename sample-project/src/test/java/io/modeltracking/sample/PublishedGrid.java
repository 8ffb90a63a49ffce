package io.modeltracking.sample;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.assertj.core.api.SoftAssertions;

/**
 * What the worked grid comes to on the published split of freMTPL2freq, and whether the recorded runs say the same. The
 * trials: XGBoost's Python package 3.2.0, with metrics written in R and Python. The mean and the GLM: Noll, Salzmann and Wüthrich, French
 * Motor Third-Party Liability Claims (2018), in 1/100.
 */
final class PublishedGrid {

    /** By the trial's number. */
    private static final List<Figures> TRIALS = List.of(
            new Figures(3, 0.01, 0.59536, 0.61129, 0.027, 0.24816, 1.052, Verdict.ACCEPTED),
            new Figures(3, 0.1, 0.57698, 0.59458, 0.031, 0.30144, 1.039, Verdict.ACCEPTED),
            new Figures(5, 0.01, 0.59015, 0.60725, 0.029, 0.28464, 1.059, Verdict.ACCEPTED),
            new Figures(5, 0.1, 0.56676, 0.58958, 0.040, 0.31735, 1.040, Verdict.ACCEPTED),
            new Figures(7, 0.01, 0.58646, 0.60498, 0.032, 0.30166, 1.063, Verdict.ACCEPTED),
            new Figures(7, 0.1, 0.55265, 0.58671, 0.062, 0.32434, 1.040, Verdict.REJECTED));

    private static final int WINNER = 3;

    private final TrackingRoot root =
            TrackingRoot.find(Path.of("").toAbsolutePath(), System.getProperty("tracking.root"));
    private final SoftAssertions soft = new SoftAssertions();
    private final FrequencyData data;

    private PublishedGrid(FrequencyData data) {
        this.data = data;
    }

    /**
     * Compares the runs that were made: a grid may have been narrowed, or one method chosen.
     *
     * @param ids of the runs of the mean, the GLM and the trials
     */
    static void compare(List<String> ids, FrequencyData data) throws XGBoostError {
        PublishedGrid published = new PublishedGrid(data);
        List<RunRecord> runs = ids.stream().map(published::read).toList();
        List<RunRecord> trials =
                runs.stream().filter(run -> run.started().trial() != null).toList();
        of(runs, "Tutorial_2026_Mean").forEach(published::mean);
        of(runs, "Tutorial_2026_Glm").forEach(published::glm);
        for (RunRecord trial : trials) {
            published.trial(trial);
        }
        if (trials.size() == TRIALS.size()) {
            published.study(published.read(trials.get(0).started().parent()), trials);
        }
        published.soft.assertAll();
    }

    private static Stream<RunRecord> of(List<RunRecord> runs, String experiment) {
        return runs.stream().filter(run -> run.experiment().equals(experiment));
    }

    private RunRecord read(String id) {
        return new JournalReader(root).read(root.run(id));
    }

    private void mean(RunRecord run) {
        metric(run, "train.poisson_deviance.per_policy", 0.3293518, 1e-7);
        metric(run, "validation.poisson_deviance.per_policy", 0.3386149, 1e-7);
        deviances(run, 0.62327, 0.63933, 0.026);
        metric(run, "validation.gini.exposure", 0, 1e-5);
        metric(run, "validation.actual_expected", 1.039, 5e-4);
    }

    private void glm(RunRecord run) {
        metric(run, "train.poisson_deviance.per_policy", 0.3126738, 1e-7);
        metric(run, "validation.poisson_deviance.per_policy", 0.3217123, 1e-7);
        metric(run, "validation.poisson_deviance.per_exposure", 0.60742, 1e-5);
    }

    private void trial(RunRecord run) throws XGBoostError {
        Figures expected = TRIALS.stream()
                .filter(figures -> figures.params().equals(params(run)))
                .findFirst()
                .orElse(null);
        if (expected == null) {
            return;
        }
        deviances(run, expected.learn, expected.test, expected.gap);
        metric(run, "validation.actual_expected", expected.actualExpected, 5e-4);
        // The recorded Gini pools equal rates, as it should; the published one does not.
        Path model = root.run(run.id()).resolve("artifacts/model.ubj");
        close(run, "Gini", UnpooledGini.of(model, data), expected.gini, 1e-5);
        soft.assertThat(run.verdict()).as(of(run, "verdict")).isEqualTo(expected.verdict);
    }

    private void study(RunRecord run, List<RunRecord> trials) {
        soft.assertThat(trials)
                .as("trials in their order")
                .extracting(PublishedGrid::params)
                .containsExactlyElementsOf(TRIALS.stream().map(Figures::params).toList());
        soft.assertThat(run.search().winner().trial()).as("winner").isEqualTo(WINNER);
        soft.assertThat(run.warnings())
                .as("warnings of the study")
                .anyMatch(warning -> warning.message().startsWith("trial 5 ")
                        && warning.message().contains("REJECTED THOUGH BETTER"));
    }

    private void deviances(RunRecord run, double learn, double test, double gap) {
        metric(run, "train.poisson_deviance.per_exposure", learn, 1e-5);
        metric(run, "validation.poisson_deviance.per_exposure", test, 1e-5);
        // Published to 0.1 %, from deviances that were rounded before.
        close(run, "gap", gap(run), gap, 5.2e-4);
    }

    private void metric(RunRecord run, String name, double expected, double tolerance) {
        close(run, name, run.metric(name).orElse(null), expected, tolerance);
    }

    private void close(RunRecord run, String what, Double observed, double expected, double tolerance) {
        soft.assertThat(observed).as(of(run, what)).isCloseTo(expected, within(tolerance));
    }

    private static String of(RunRecord run, String what) {
        Integer trial = run.started().trial();
        return what + " of " + run.experiment() + (trial == null ? "" : ", trial " + trial);
    }

    private static String params(RunRecord run) {
        return Stream.of("max_depth", "learning_rate")
                .map(name -> run.params().get(name).value().text())
                .collect(joining(", "));
    }

    private static Double gap(RunRecord run) {
        return run.checks().stream()
                .filter(check -> check.kind().equals("gap"))
                .map(Check::observed)
                .findFirst()
                .orElse(null);
    }

    private record Figures(
            int maxDepth,
            double learningRate,
            double learn,
            double test,
            double gap,
            double gini,
            double actualExpected,
            Verdict verdict) {

        String params() {
            return maxDepth + ", " + learningRate;
        }
    }
}
