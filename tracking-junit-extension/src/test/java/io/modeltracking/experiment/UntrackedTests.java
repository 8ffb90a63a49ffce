package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.ModelExperiment;
import io.modeltracking.autolog.UntrackedTrainingException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.TestExecutionResult;

/** A model that was trained outside any experiment does not go unnoticed. */
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ_WRITE)
class UntrackedTests {

    @TempDir
    Path base;

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class MixedTestCase {

        @Order(1)
        @ModelExperiment
        void brings() throws XGBoostError {
            train();
        }

        @Order(2)
        @Test
        void plainTest() throws XGBoostError {
            train();
            train();
        }

        private static void train() throws XGBoostError {
            DMatrix matrix = new DMatrix(new float[] {1, 2, 3, 4}, 4, 1, Float.NaN);
            matrix.setLabel(new float[] {1, 2, 3, 4});
            XGBoost.train(matrix, Map.of("max_depth", 1), 1, Map.of(), null, null)
                    .dispose();
            matrix.dispose();
        }
    }

    private String output(String mode) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            experiments = Experiments.in(base).with("tracking.untracked", mode).execute(MixedTestCase.class);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Experiments experiments;

    @Test
    void warnNamesThePlaceOnce() {
        String line = "[tracking] ! a training outside any experiment, at ";

        assertThat(output("warn").lines().filter(text -> text.startsWith(line)))
                .singleElement()
                .asString()
                .contains("MixedTestCase.train");
        assertThat(experiments.result("plainTest").getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }

    @Test
    void failFailsTheTestThatTrains() {
        output("fail");

        assertThat(experiments.failure("plainTest"))
                .isInstanceOf(UntrackedTrainingException.class)
                .hasMessageContaining("tracking.untracked is fail: move it into a @ModelExperiment method");
        assertThat(experiments.result("brings").getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }

    @Test
    void ignoreSaysNothing() {
        assertThat(output("ignore")).doesNotContain("outside any experiment");
        assertThat(experiments.result("plainTest").getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }
}
