package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function refuses, and what it says. */
class DomainTests {

    private static final double[] TWO = {1, 2};
    private static final double[] THREE = {1, 2, 3};
    private static final double[] NONE = {};
    private static final double[] NAN = {1, Double.NaN};
    private static final double[] NEGATIVE = {-1, 2};

    static Stream<ThrowingCallable> refused() {
        return Stream.of(
                () -> Deviance.POISSON.mean(TWO, TWO, THREE),
                () -> Deviance.POISSON.mean(TWO, THREE, TWO),
                () -> Deviance.POISSON.mean(NONE, NONE, NONE),
                () -> Deviance.POISSON.mean(NAN, TWO, TWO),
                () -> Deviance.POISSON.mean(TWO, NAN, TWO),
                () -> Deviance.POISSON.mean(TWO, TWO, NAN),
                () -> Deviance.POISSON.mean(NEGATIVE, TWO, TWO),
                () -> Deviance.POISSON.mean(TWO, TWO, NEGATIVE),
                () -> Deviance.POISSON.perRow(TWO, new double[] {1, 0}),
                () -> Deviance.GAMMA.mean(new double[] {0, 1}, TWO, TWO),
                () -> Deviance.tweedie(0.5),
                () -> Deviance.tweedie(Double.NaN),
                () -> PointErrors.mae(NAN, TWO),
                () -> PointErrors.rmse(TWO, THREE),
                () -> Gini.byExposure(NEGATIVE, TWO, TWO),
                () -> Gini.byExposure(TWO, NAN, TWO),
                () -> Gini.byExposure(TWO, TWO, NEGATIVE),
                () -> Gini.byRelativity(TWO, NEGATIVE, TWO),
                () -> Gini.byPolicyCount(TWO, THREE),
                () -> CountGini.sklearn(TWO, NAN),
                () -> LorenzCurve.of(NEGATIVE, TWO, TWO),
                () -> LiftTable.of(TWO, TWO, TWO, 1),
                () -> LiftTable.of(NAN, TWO, TWO, 2),
                () -> DoubleLift.of(TWO, TWO, NEGATIVE, TWO, 2),
                () -> LossRatio.of(TWO, NEGATIVE, TWO, TWO, 2),
                () -> FactorTable.of("x", new String[] {"a"}, TWO, TWO, TWO),
                () -> Calibration.of(TWO, NAN, TWO),
                () -> Murphy.curve(TWO, NAN, TWO, TWO),
                () -> Psi.ofRows(NONE, TWO),
                () -> Psi.byWeight(TWO, NEGATIVE, TWO, TWO),
                () -> Classification.auc(TWO, TWO),
                () -> Classification.brier(new double[] {1, 0}, NEGATIVE),
                () -> Classification.logLoss(new double[] {1, 0}, TWO),
                () -> ActualExpected.ofCounts(NEGATIVE, TWO),
                () -> ActualExpected.ofAmounts(TWO, NEGATIVE));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aDomainErrorIsAnArgumentError(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("null");
    }

    @Test
    void theMessageCountsTheRows() {
        assertThatThrownBy(() -> Deviance.POISSON.mean(THREE, new double[] {1, 0, -2}, THREE))
                .hasMessage("predicted must be finite and positive: 2 of 3 rows are not, the first is row 1"
                        + " (0.0, rows count from 0)");
    }

    static Stream<ThrowingCallable> undefined() {
        double[] zero = {0, 0};
        return Stream.of(
                () -> Gini.byExposure(zero, TWO, TWO),
                () -> Gini.normalised(TWO, TWO, TWO),
                () -> CountGini.kaggleNormalised(new double[] {1, 1}, TWO),
                () -> CountGini.sklearn(new double[] {1}, new double[] {1}),
                () -> Deviance.POISSON.d2(zero, TWO, TWO, 0),
                () -> Deviance.NORMAL.d2(new double[] {3, 3}, TWO, TWO, 3),
                () -> ScoreDecomposition.of(Deviance.POISSON, zero, TWO, TWO),
                () -> DoubleLift.of(zero, TWO, TWO, TWO, 2),
                () -> ActualExpected.ofCounts(TWO, zero),
                () -> Classification.auc(zero, TWO),
                () -> Classification.auc(new double[] {1, 1}, TWO),
                () -> LorenzCurve.of(zero, TWO, TWO));
    }

    @ParameterizedTest
    @MethodSource("undefined")
    void whatDoesNotExistSaysWhy(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(UndefinedMetricException.class);
    }

    @Test
    void aPerfectModelHasNoDeviance() {
        double[] y = {0.5, 1, 3};
        for (double power : new double[] {0, 1, 1.5, 2, 3}) {
            assertThat(Deviance.tweedie(power).mean(y, y, THREE)).isCloseTo(0, within(1e-15));
        }
    }

    /** Closed forms: 2 (ln(2/1) + 1/2 - 1) and (1-2)^2/(1 * 4). */
    @Test
    void unitDevianceOfTheOtherFamilies() {
        assertThat(Deviance.GAMMA.unit(1, 2)).isCloseTo(2 * (Math.log(2) - 0.5), within(1e-15));
        assertThat(Deviance.tweedie(3).unit(1, 2)).isEqualTo(0.25);
        assertThat(Deviance.POISSON.mean(
                        new double[] {2, 0, 1, 4}, new double[] {.5, .5, 2, 2}, new double[] {1, 1, 1, 1}))
                .isCloseTo(1.4260, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "18-20", "2.5", "9", "10", "B", "a"})
    void levelsHaveAnOrder(String level) {
        assertThatCode(() -> FactorTable.of("x", new String[] {level, "zz"}, TWO, TWO, TWO))
                .doesNotThrowAnyException();
    }

    @Test
    void numbersSortAsNumbersAndBeforeTexts() {
        String[] levels = {"R24", "10", "9", "18-20", "-1", "2.5", "A", "71+"};
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(FactorTable.of("x", levels, ones, ones, ones).segments().stream()
                        .map(Segment::label))
                .containsExactly("-1", "2.5", "9", "10", "18-20", "71+", "A", "R24");
    }

    @Test
    void theWorstSegmentNeedsItsShare() {
        FactorTable table = FactorTable.of(
                "Area", new String[] {"A", "B", "C"}, new double[] {11, 24, 9}, new double[] {10, 20, 1}, new double[] {
                    50, 49.5, 0.5
                });
        assertThat(table.worst(0.01).label()).isEqualTo("B");
        assertThat(table.worst(0.001).label()).isEqualTo("C");
        assertThatThrownBy(() -> table.worst(0.9)).hasMessageContaining("no level of Area");
    }

    @Test
    void inversionsAreCounted() {
        double[] claims = {1, 3, 2, 4, 1};
        double[] ones = {1, 1, 1, 1, 1};
        assertThat(LiftTable.of(claims, new double[] {.1, .2, .3, .4, .5}, ones, 5)
                        .inversions())
                .isEqualTo(2);
    }

    @Test
    void ratesThatWereDividedBackStillTie() {
        double[] rates = {0.1, Math.nextUp(0.1), 0.2};
        assertThat(Ranking.of(rates).groupEnds()).containsExactly(1, 2, 3);
        assertThat(Ranking.of(rates, Ranking.DERIVED).groupEnds()).containsExactly(2, 3);
    }

    @Test
    void aRankingIsStableAndKnowsNegativeNumbers() {
        double[] scores = {3, -0.0, 0.0, -7, Double.MAX_VALUE, -1e-300, 3, -Double.MAX_VALUE};
        assertThat(Ranking.of(scores).order()).containsExactly(7, 3, 5, 1, 2, 0, 6, 4);
        assertThat(Ranking.of(scores).groupEnds()).containsExactly(1, 2, 3, 5, 7, 8);
    }

    @Test
    void sumsKeepWhatRoundingWouldLose() {
        assertThat(Sum.of(new double[] {1, 1e100, 1, -1e100})).isEqualTo(2);
    }
}
