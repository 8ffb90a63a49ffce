package io.modeltracking.autolog;

import static io.modeltracking.autolog.Matrices.counts;
import static io.modeltracking.autolog.Matrices.params;
import static io.modeltracking.autolog.Matrices.watches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IEvaluation;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Neither a fault of autologging changes the user's result, nor a fault of the user's is hidden. */
class FaultTests {

    @BeforeAll
    static void install() {
        assertThat(Autolog.ensureInstalled().on()).isTrue();
    }

    private static Booster train(RecordingSink run) throws XGBoostError {
        DMatrix matrix = counts(60, 3, 1);
        try (Binding binding = Autolog.bind(run)) {
            return XGBoost.train(matrix, params("seed", 1), 3, watches("train", matrix), null, null);
        } finally {
            run.open = false;
        }
    }

    @Test
    void aSinkThatRefusesEverythingIsToldOnceAndTheModelIsTheSame() throws Exception {
        RecordingSink broken = new RecordingSink() {
            @Override
            public void param(String name, Object value) {
                throw new IllegalStateException("no params");
            }

            @Override
            public void metric(String name, double value, Long step) {
                throw new StackOverflowError("no metrics");
            }

            @Override
            public void model(
                    String name,
                    byte[] content,
                    String format,
                    List<Feature> features,
                    String library,
                    String version) {
                throw new OutOfMemoryError("no models");
            }

            @Override
            public void artifact(String name, byte[] content) {
                throw new AssertionError("no artifacts");
            }
        };

        Booster logged = train(broken);

        assertThat(logged.toByteArray("ubj"))
                .isEqualTo(train(new RecordingSink()).toByteArray("ubj"));
        assertThat(broken.warnings).hasSize(1);
        assertThat(broken.warnings.get(0)).startsWith("autolog.fault: ").contains("no params");
    }

    @Test
    void oneEntryThatIsRefusedDoesNotTakeTheOthersWithIt() throws Exception {
        RecordingSink picky = new RecordingSink() {
            @Override
            public void model(
                    String name,
                    byte[] content,
                    String format,
                    List<Feature> features,
                    String library,
                    String version) {
                throw new IllegalStateException("disk full");
            }
        };
        train(picky);

        assertThat(picky.params).containsKeys("xgboost.rounds", "xgboost.columns", "xgboost.effective.booster");
        assertThat(picky.metrics).containsKey("train.rmse");
        assertThat(picky.artifacts).containsKey("importance.json");
        assertThat(picky.warnings).hasSize(1);
    }

    @Test
    void aSinkThatCannotEvenWarnIsLeftAlone() throws Exception {
        RecordingSink mute = new RecordingSink() {
            @Override
            public void metric(String name, double value, Long step) {
                throw new IllegalStateException("no metrics");
            }

            @Override
            public void warning(String code, String message) {
                throw new IllegalStateException("no warnings");
            }
        };
        assertThat(train(mute).getNumBoostedRound()).isEqualTo(3);
        assertThat(mute.models).containsKey("model.ubj");
    }

    @Test
    void aRunThatClosesAmidATrainingTakesNoMore() throws Exception {
        RecordingSink brief = new RecordingSink() {
            @Override
            public void metric(String name, double value, Long step) {
                super.metric(name, value, step);
                open = step < 1;
            }
        };
        assertThat(train(brief).getNumBoostedRound()).isEqualTo(3);
        assertThat(brief.metrics.get("train.rmse")).hasSize(2);
        assertThat(brief.models).isEmpty();
    }

    @Test
    void aTrainingThatThrowsIsToldByItsFirstLinesOnly() throws Exception {
        RecordingSink run = new RecordingSink();
        DMatrix matrix = counts(60, 3, 1);
        try (Binding binding = Autolog.bind(run)) {
            assertThatThrownBy(() -> XGBoost.train(
                            matrix, params("objective", "reg:nothing"), 3, watches("train", matrix), null, null))
                    .isInstanceOf(XGBoostError.class)
                    .hasMessageContaining("Stack trace:");
            XGBoost.train(matrix, params(), 2, watches("train", matrix), null, null);
        }
        run.open = false;

        assertThat(run.warnings).hasSize(1);
        assertThat(run.warnings.get(0))
                .startsWith("xgboost.failed: XGBoost training threw ml.dmlc.xgboost4j.java.XGBoostError: ")
                .contains("reg:nothing")
                .doesNotContain("Stack trace");
        assertThat(run.params).containsEntry("xgboost.objective", "reg:nothing").containsEntry("xgboost.2.rounds", 2);
        assertThat(run.models).containsOnlyKeys("model_2.ubj");
    }

    @Test
    void theUsersOwnExceptionComesOutUnchanged() throws Exception {
        RecordingSink run = new RecordingSink();
        DMatrix matrix = counts(60, 3, 1);
        RuntimeException own = new IllegalStateException("mine");
        IEvaluation throwing = new IEvaluation() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMetric() {
                return "mine";
            }

            @Override
            public float eval(float[][] predictions, DMatrix evaluated) {
                throw own;
            }
        };
        Throwable thrown;
        try (Binding binding = Autolog.bind(run)) {
            thrown = catchThrowable(() -> XGBoost.train(matrix, params(), 3, watches("train", matrix), null, throwing));
        }
        run.open = false;

        assertThat(thrown).isSameAs(own);
        assertThat(run.warnings).containsExactly("xgboost.failed: XGBoost training threw " + own);
    }

    @Test
    void whatXgboostRefusesOrTakesItStillDoes() throws Exception {
        RecordingSink run = new RecordingSink();
        DMatrix matrix = counts(60, 3, 1);
        try (Binding binding = Autolog.bind(run)) {
            assertThatThrownBy(() -> XGBoost.train(matrix, params(), 1, null, null, null))
                    .isInstanceOf(NullPointerException.class);
            XGBoost.train(matrix, null, 1, Map.of(), null, null);
        }
        run.open = false;
        assertThat(run.warnings).hasSize(1).allMatch(warning -> warning.contains("NullPointerException"));
        assertThat(run.params).containsEntry("xgboost.2.effective.objective", "reg:squarederror");
    }

    @Test
    void aRunCanStopATraining() throws Exception {
        RecordingSink run = new RecordingSink() {
            @Override
            public boolean shouldStop(String metric, double value, long round) {
                return metric.equals("train.rmse") && round == 4;
            }
        };
        DMatrix matrix = counts(60, 3, 1);
        try (Binding binding = Autolog.bind(run)) {
            assertThatThrownBy(() -> XGBoost.train(matrix, params(), 50, watches("train", matrix), null, null))
                    .isInstanceOf(TrainingStopped.class)
                    .hasMessageContaining("round 4: train.rmse = ");
        }
        run.open = false;
        assertThat(run.metrics.get("train.rmse")).hasSize(5);
        assertThat(run.warnings).isEmpty();
    }
}
