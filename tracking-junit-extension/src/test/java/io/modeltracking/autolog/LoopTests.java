package io.modeltracking.autolog;

import static io.modeltracking.autolog.Matrices.counts;
import static io.modeltracking.autolog.Matrices.params;
import static io.modeltracking.autolog.Matrices.watches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IEvaluation;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evaluations that the user calls: in a loop of update and evalSet, of a finished model, of a loaded one. */
class LoopTests {

    private final RecordingSink run = new RecordingSink();
    private Binding binding;
    private DMatrix train;
    private DMatrix test;

    @BeforeAll
    static void install() {
        assertThat(Autolog.ensureInstalled().on()).isTrue();
    }

    @BeforeEach
    void bind() throws Exception {
        binding = Autolog.bind(run);
        train = counts(100, 3, 1);
        test = counts(50, 3, 2);
    }

    @AfterEach
    void close() {
        binding.close();
        run.open = false;
    }

    private String evaluate(Booster booster, int round) throws Exception {
        return booster.evalSet(new DMatrix[] {train, test}, new String[] {"train", "test"}, round);
    }

    @Test
    void aLoopGoesOnWithTheTrainingThatMadeItsBooster() throws Exception {
        Booster booster = XGBoost.train(train, params(), 1, watches("train", train, "test", test), null, null);
        for (int round = 1; round < 4; round++) {
            booster.update(train, round);
            assertThat(evaluate(booster, round)).startsWith("[" + round + "]");
        }

        assertThat(run.steps.get("test.rmse")).containsExactly(0L, 1L, 2L, 3L);
        assertThat(run.metrics).containsOnlyKeys("train.rmse", "test.rmse");
        assertThat(run.warnings).hasSize(1);
        assertThat(run.warnings.get(0)).startsWith("autolog.loop: ").contains("run.model(name, booster)");
    }

    @Test
    void twoLoopsAtOnceAreKeptApart() throws Exception {
        Booster first = XGBoost.train(train, params(), 0, watches(), null, null);
        Booster second = XGBoost.train(train, params("eta", 0.9), 0, watches(), null, null);
        for (int round = 0; round < 3; round++) {
            first.update(train, round);
            second.update(train, round);
            evaluate(first, round);
            evaluate(second, round);
        }

        assertThat(run.steps.get("train.rmse")).containsExactly(0L, 1L, 2L);
        assertThat(run.steps.get("train.2.rmse")).containsExactly(0L, 1L, 2L);
        assertThat(run.metrics.get("train.2.rmse").get(2))
                .isLessThan(run.metrics.get("train.rmse").get(2));
    }

    @Test
    void aLoopWithTheUsersOwnMetricIsNumberedFromZero() throws Exception {
        Booster booster = XGBoost.train(train, params(), 0, watches(), null, null);
        IEvaluation evaluation = new TrainingAutologTests.ThirdOfTheRound();
        for (int round = 0; round < 2; round++) {
            booster.update(train, round);
            booster.evalSet(new DMatrix[] {train}, new String[] {"train"}, evaluation);
        }

        assertThat(run.metrics.get("train.my_metric")).containsExactly(0.33333334, 0.6666667);
        assertThat(run.steps.get("train.my_metric")).containsExactly(0L, 1L);
    }

    @Test
    void anEvaluationOfTheFinishedModelHasNoRound() throws Exception {
        Booster booster = XGBoost.train(train, params(), 5, watches("train", train), null, null);
        evaluate(booster, 0);

        assertThat(run.steps.get("train.rmse")).containsExactly(0L, 1L, 2L, 3L, 4L, null);
        assertThat(run.steps.get("test.rmse")).isEqualTo(Arrays.asList((Long) null));
        assertThat(run.warnings).isEmpty();
    }

    @Test
    void aTrainingThatGoesOnWithAnEarlierBoosterTakesItOver() throws Exception {
        Booster booster = XGBoost.train(train, params(), 2, watches("train", train), null, null);
        XGBoost.train(train, params(), 3, watches("train", train), null, null, null, 0, booster);

        assertThat(run.params).containsEntry("xgboost.2.initial_rounds", 2);
        assertThat(run.metrics.get("train.rmse")).hasSize(2);
        assertThat(run.metrics.get("train.2.rmse")).hasSize(3);
        assertThat(run.warnings).isEmpty();
    }

    @Test
    void aLoadedBoosterIsEvaluatedUnderItsOwnName() throws Exception {
        byte[] champion;
        try (Binding muted = Autolog.mute()) {
            champion = XGBoost.train(train, params(), 2, watches(), null, null).toByteArray("ubj");
        }
        evaluate(XGBoost.loadModel(champion), 0);
        XGBoost.train(train, params(), 2, watches("train", train), null, null);
        evaluate(XGBoost.loadModel(champion), 0);

        assertThat(run.metrics)
                .containsOnlyKeys(
                        "evaluated.train.rmse",
                        "evaluated.test.rmse",
                        "train.rmse",
                        "evaluated.2.train.rmse",
                        "evaluated.2.test.rmse");
        assertThat(run.params).containsKey("xgboost.rounds");
        assertThat(run.warnings).isEmpty();
    }

    @Test
    void anEvaluationAfterADisposeFailsAsItWould() throws Exception {
        Booster booster = XGBoost.train(train, params(), 1, watches("train", train), null, null);
        booster.dispose();

        assertThatThrownBy(() -> evaluate(booster, 1)).isInstanceOf(XGBoostError.class);
        assertThat(run.metrics).containsOnlyKeys("train.rmse");
    }
}
