package io.modeltracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTests {

    private static final double[] CLAIMS = {0, 1, 2};
    private static final double[] EXPOSURE = {1, 0.5, 1};
    private static final double[] RATE = {0.1, 0.2, 0.3};

    @Test
    void ratesAndCountsAreToldApart() {
        Evaluation rates =
                Evaluation.frequency().claims(CLAIMS).exposure(EXPOSURE).predictedRate(RATE);
        Evaluation counts =
                Evaluation.frequency().claims(CLAIMS).exposure(EXPOSURE).predictedClaims(RATE);
        assertThat(rates.predicted()).containsExactly(0.1, 0.2, 0.3);
        assertThat(rates.expected()).containsExactly(0.1, 0.1, 0.3);
        assertThat(counts.predicted()).containsExactly(0.1, 0.4, 0.3);
        assertThat(counts.expected()).containsExactly(0.1, 0.2, 0.3);
    }

    @Test
    void itKeepsWhatItWasGiven() {
        double[] rate = RATE.clone();
        Evaluation evaluation =
                Evaluation.frequency().claims(CLAIMS).exposure(EXPOSURE).predictedRate(rate);
        rate[0] = 99;
        evaluation.predicted()[1] = 99;
        assertThat(evaluation.predicted()).containsExactly(0.1, 0.2, 0.3);
        assertThat(evaluation.bins(5).bins()).isEqualTo(5);
        assertThat(evaluation.bins()).isEqualTo(10);
    }

    @Test
    void anErrorGivesTheRuleTheCountAndTheFirstRow() {
        fails(
                () -> Evaluation.frequency().claims(CLAIMS).exposure(EXPOSURE).predictedRate(new double[] {0.1, 0, -3}),
                "predictedRate must be finite and positive",
                "2 of 3 rows are not, the first is row 1 (0.0, rows count from 0)",
                "Rows are never dropped");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 0})
    void exposureMustBePositive(double value) {
        fails(
                () -> Evaluation.frequency().claims(CLAIMS).exposure(new double[] {1, value, 1}),
                "exposure must be finite and positive: 1 of 3 rows are not, the first is row 1 (" + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
    void claimsMustNotBeNegative(double value) {
        fails(() -> Evaluation.frequency().claims(new double[] {value}), "claims must be finite and 0 or more");
        fails(() -> Evaluation.purePremium().loss(new double[] {value}), "loss must be finite and 0 or more");
    }

    @Test
    void amountsOfASeverityMustBePositive() {
        fails(() -> Evaluation.severity().claimAmount(new double[] {5, 0}), "claimAmount must be finite and positive");
        fails(() -> Evaluation.severity().claimAmount(RATE).claims(new double[] {1, 0, 1}), "claims must be finite");
    }

    @Test
    void eventsAreZeroOrOneAndProbabilitiesBetween() {
        fails(() -> Evaluation.binary().event(new double[] {1, 2}), "event must be finite and 0 or 1");
        fails(
                () -> Evaluation.binary().event(new double[] {1, 0}).predictedProbability(new double[] {0.5, 1.5}),
                "predictedProbability must be finite and a probability from 0 to 1: 1 of 2 rows");
    }

    @Test
    void lengthsMustAgree() {
        fails(
                () -> Evaluation.frequency().claims(CLAIMS).exposure(new double[] {1}),
                "exposure has 1 rows, the arrays before it have 3");
        fails(() -> Evaluation.frequency().claims(new double[0]), "claims is empty");
        fails(() -> Evaluation.frequency().claims(null), "claims is null");
    }

    @Test
    void predictionsOfXGBoostAreTakenAsTheyCome() {
        float[][] predicted = {{0.1f}, {0.2f}, {0.3f}};
        double[] same = {0.1f, 0.2f, 0.3f};
        EvaluationSteps.FrequencyPrediction frequency =
                Evaluation.frequency().claims(CLAIMS).exposure(EXPOSURE);

        assertThat(frequency.predictedRate(predicted).predicted()).isEqualTo(same);
        assertThat(frequency.predictedClaims(predicted).expected()).isEqualTo(same);
        assertThat(frequency.predictedRate(RATE).champion(predicted).champion().orElseThrow())
                .isEqualTo(same);
        fails(
                () -> frequency.predictedRate(new float[][] {{0.1f}, {0.1f, 0.2f}, {0.3f}}),
                "predictedRate has 2 values in row 1");
        fails(
                () -> frequency.predictedRate(new float[][] {{0.1f}, null, {0.3f}}),
                "predictedRate has no values in row 1");
        fails(() -> frequency.predictedRate(new float[][] {{0.1f}, {0.2f}}), "predictedRate has 2 rows");
    }

    @Test
    void optionsAreChecked() {
        Evaluation evaluation =
                Evaluation.frequency().claims(CLAIMS).exposure(EXPOSURE).predictedRate(RATE);
        fails(() -> evaluation.bins(1), "bins must be 2 to 100, not 1");
        fails(() -> evaluation.trainMean(0), "trainMean must be finite, and positive");
        fails(() -> evaluation.champion(new double[] {0.1, 0.2}), "champion has 2 rows");
        fails(() -> evaluation.champion(new double[] {0.1, 0.2, 0}), "champion must be finite and positive");
        fails(() -> evaluation.cappedAt(1000), "there is no money to cap");
        fails(() -> evaluation.currentPremium(RATE), "currentPremium belongs to purePremium()");
        fails(() -> evaluation.bootstrap(10, 1), "100 to 100000 replicates");
        fails(() -> evaluation.clusteredBy(new String[2]), "clusteredBy(keys) is given 2 rows");
        fails(() -> evaluation.by(" ", new String[3]), "factor needs a name");
        fails(() -> evaluation.by("Area", new String[2]), "is given 2 rows, the evaluation has 3");
        fails(
                () -> evaluation.by("Area", new String[] {"A", null, null}),
                "2 of 3 texts are null, the first is row 1",
                "name one for unknown values");
    }

    @Test
    void aCapThatTheAmountsExceedIsAnError() {
        Evaluation severity = Evaluation.severity()
                .claimAmount(new double[] {3000, 1000})
                .claims(new double[] {2, 1})
                .predictedAverageCost(new double[] {1200, 1100});
        assertThat(severity.cappedAt(1500).cap()).hasValue(1500);
        fails(
                () -> severity.cappedAt(1499),
                "claimAmount / claims must be finite and at most the cap of 1499.0: 1 of 2");
    }

    private static void fails(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(parts);
    }
}
