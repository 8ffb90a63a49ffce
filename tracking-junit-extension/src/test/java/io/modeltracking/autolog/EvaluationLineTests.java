package io.modeltracking.autolog;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.autolog.EvaluationLine.Value;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of an evaluation, as native code and as Java's own formatter write it. */
class EvaluationLineTests {

    private static final String[] WATCHES = {"train", "out-of", "out-of-time"};

    @Test
    void allMetricsOfAllWatchesAreRead() {
        assertThat(EvaluationLine.parse(
                        "[3]\ttrain-rmse:0.5\ttrain-tweedie-nloglik@1.5:2\tout-of-rmse:1e-3", WATCHES, null))
                .containsExactly(
                        new Value("train", "rmse", 0.5),
                        new Value("train", "tweedie-nloglik@1.5", 2),
                        new Value("out-of", "rmse", 0.001));
    }

    @Test
    void theLongestWatchThatFitsIsMeant() {
        assertThat(EvaluationLine.parse("[0]\tout-of-time-mae:1", WATCHES, null))
                .containsExactly(new Value("out-of-time", "mae", 1));
    }

    @Test
    void whatNamesNoWatchIsPassedOver() {
        assertThat(EvaluationLine.parse("[0]\tvalid-rmse:1\tnoise\ttrain-rmse:2", WATCHES, null))
                .containsExactly(new Value("train", "rmse", 2));
    }

    @Test
    void aDecimalCommaIsRead() {
        String line =
                String.format(Locale.GERMANY, "\t%s-%s:%f\t%s-%s:%f", "train", "mine", 0.5f, "out-of", "mine", 1.25f);
        assertThat(EvaluationLine.parse(line, WATCHES, null))
                .containsExactly(new Value("train", "mine", 0.5), new Value("out-of", "mine", 1.25));
    }

    @Test
    void exactValuesReplaceRoundedOnes() {
        assertThat(EvaluationLine.parse("\ttrain-mine:0,000000", WATCHES, new float[] {1e-9f}))
                .containsExactly(new Value("train", "mine", 1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "nan, NaN",
        "-nan, NaN",
        "NaN, NaN",
        "-nan(ind), NaN",
        "inf, Infinity",
        "-inf, -Infinity",
        "Infinity, Infinity",
        "1e+10, 1.0E10",
        "-0.0, -0.0",
        "3.4028234663852886e+38, 3.4028234663852886E38"
    })
    void anyDoubleIsRead(String text, double expected) {
        assertThat(EvaluationLine.number(text)).isEqualTo(Double.valueOf(expected));
    }
}
