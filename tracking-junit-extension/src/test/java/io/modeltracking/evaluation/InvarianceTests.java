package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any portfolio, on sixty of them. */
class InvarianceTests {

    private static final double TOLERANCE = 1e-11;

    /** Metrics that are weighted by exposure and pool ties. */
    private static final Map<String, ToDoubleFunction<Portfolio>> WEIGHTED = new LinkedHashMap<>();

    static {
        for (Deviance deviance : new Deviance[] {Deviance.NORMAL, Deviance.POISSON, Deviance.tweedie(1.5)}) {
            WEIGHTED.put("deviance " + deviance.power(), p -> deviance.mean(p.observed(), p.rate(), p.exposure()));
        }
        WEIGHTED.put("rmse", p -> PointErrors.rmse(p.observed(), p.rate(), p.exposure()));
        WEIGHTED.put("mae", p -> PointErrors.mae(p.observed(), p.rate(), p.exposure()));
        WEIGHTED.put("gini", p -> Gini.byExposure(p.claims(), p.rate(), p.exposure()));
        WEIGHTED.put("normalised", p -> Gini.normalised(p.claims(), p.rate(), p.exposure()));
        WEIGHTED.put("relativity", p -> Gini.byRelativity(p.claims(), p.exposure(), product(p)));
        WEIGHTED.put("miscalibration", p -> decomposition(p).miscalibration());
        WEIGHTED.put("discrimination", p -> decomposition(p).discrimination());
        WEIGHTED.put("murphy", p -> Murphy.curve(p.observed(), p.rate(), p.exposure(), new double[] {0.2})[0]);
        WEIGHTED.put(
                "actual / expected",
                p -> ActualExpected.ofCounts(p.claims(), product(p)).ratio());
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfRowsDoesNotMatter(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 60);
        Portfolio shuffled = portfolio.shuffled(seed + 1);
        WEIGHTED.forEach((name, metric) -> assertThat(metric.applyAsDouble(shuffled))
                .as(name)
                .isCloseTo(metric.applyAsDouble(portfolio), within(TOLERANCE)));
        assertThat(Classification.auc(events(shuffled), shuffled.rate()))
                .isCloseTo(Classification.auc(events(portfolio), portfolio.rate()), within(TOLERANCE));
        assertThat(Gini.byPolicyCount(shuffled.claims(), shuffled.rate()))
                .isCloseTo(Gini.byPolicyCount(portfolio.claims(), portfolio.rate()), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aWeightOfThreeIsTheRowThreeTimes(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 40);
        Random random = new Random(seed);
        int[] times = random.ints(40, 1, 5).toArray();
        WEIGHTED.forEach((name, metric) -> assertThat(metric.applyAsDouble(portfolio.weighted(times)))
                .as(name)
                .isCloseTo(metric.applyAsDouble(portfolio.repeated(times)), within(TOLERANCE)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void devianceIsHomogeneous(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 40);
        double[] y = Portfolio.scaled(portfolio.observed(), 7.5);
        double[] m = Portfolio.scaled(portfolio.rate(), 7.5);
        for (double power : new double[] {0, 1, 1.3, 1.9}) {
            Deviance deviance = Deviance.tweedie(power);
            double expected = Math.pow(7.5, 2 - power)
                    * deviance.mean(portfolio.observed(), portfolio.rate(), portfolio.exposure());
            assertThat(deviance.mean(y, m, portfolio.exposure())).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ranksDoNotDependOnTheScale(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 60);
        double[] other = Arrays.stream(portfolio.rate()).map(r -> 5 + r * r * 3).toArray();
        assertThat(Gini.byExposure(portfolio.claims(), other, portfolio.exposure()))
                .isEqualTo(Gini.byExposure(portfolio.claims(), portfolio.rate(), portfolio.exposure()));
        assertThat(Classification.auc(events(portfolio), other))
                .isEqualTo(Classification.auc(events(portfolio), portfolio.rate()));
        assertThat(CountGini.sklearn(portfolio.claims(), other))
                .isEqualTo(CountGini.sklearn(portfolio.claims(), portfolio.rate()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boundsHold(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 60);
        double gini = Gini.byExposure(portfolio.claims(), portfolio.rate(), portfolio.exposure());
        double oracle = Gini.oracle(portfolio.claims(), portfolio.exposure());
        assertThat(Math.abs(gini)).isLessThanOrEqualTo(oracle + TOLERANCE);
        ScoreDecomposition parts = decomposition(portfolio);
        assertThat(parts.miscalibration()).isGreaterThanOrEqualTo(-TOLERANCE);
        assertThat(parts.discrimination()).isBetween(-TOLERANCE, parts.uncertainty() + TOLERANCE);
        assertThat(parts.miscalibration() - parts.discrimination() + parts.uncertainty())
                .isCloseTo(parts.score(), within(TOLERANCE));
        double[] grid = {0, 0.01, 0.1, 0.3, 2, 30};
        assertThat(Arrays.stream(Murphy.curve(portfolio.observed(), portfolio.rate(), portfolio.exposure(), grid)))
                .allMatch(score -> score >= 0);
        assertThat(Psi.ofRows(portfolio.rate(), Portfolio.of(seed + 1, 90).rate()))
                .isGreaterThanOrEqualTo(0);
        assertThat(Psi.ofRows(portfolio.rate(), portfolio.rate())).isZero();
    }

    /** The short cut for rows without a claim gives what the definition gives threshold by threshold. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aGridOfThresholdsIsEachThresholdAlone(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 60);
        double[] grid = {0.02, 0.1, 0.14, 0.3, 0.5, 4};
        double[] scores = Murphy.curve(portfolio.observed(), portfolio.rate(), portfolio.exposure(), grid);
        for (int k = 0; k < grid.length; k++) {
            double[] falling = {grid[k], -1};
            assertThat(Murphy.curve(portfolio.observed(), portfolio.rate(), portfolio.exposure(), falling)[0])
                    .isCloseTo(scores[k], within(1e-14));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void calibrationRises(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 80);
        Calibration calibration = Calibration.of(portfolio.observed(), portfolio.rate(), portfolio.exposure());
        assertThat(calibration.predicted()).isSorted().doesNotHaveDuplicates();
        assertThat(calibration.calibrated()).isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void segmentsAddUp(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 80);
        double claims = Arrays.stream(portfolio.claims()).sum();
        double exposure = Arrays.stream(portfolio.exposure()).sum();
        LiftTable lift = LiftTable.of(portfolio.claims(), portfolio.rate(), portfolio.exposure(), 7);
        assertThat(lift.segments().stream().mapToDouble(Segment::actual).sum()).isCloseTo(claims, within(1e-9));
        assertThat(lift.segments().stream().mapToDouble(Segment::weight).sum()).isCloseTo(exposure, within(1e-9));
        assertThat(lift.segments().stream().mapToInt(Segment::rows).sum()).isEqualTo(80);
        String[] levels =
                Arrays.stream(portfolio.rate()).mapToObj(Double::toString).toArray(String[]::new);
        FactorTable table =
                FactorTable.of("rate", levels, portfolio.claims(), product(portfolio), portfolio.exposure());
        assertThat(table.segments().stream().mapToDouble(Segment::actual).sum()).isCloseTo(claims, within(1e-9));
        assertThat(table.segments().stream()
                        .map(s -> Double.parseDouble(s.label()))
                        .toList())
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theGiniIsTheAreaOfTheCurve(long seed) {
        Portfolio portfolio = Portfolio.of(seed, 60);
        LorenzCurve curve = LorenzCurve.of(portfolio.claims(), portfolio.rate(), portfolio.exposure());
        double gini = Gini.byExposure(portfolio.claims(), portfolio.rate(), portfolio.exposure());
        assertThat(1 - 2 * area(curve)).isCloseTo(gini, within(TOLERANCE));
        assertThat(2 * area(curve.cap()) - 1).isCloseTo(gini, within(TOLERANCE));
    }

    private static double area(LorenzCurve curve) {
        double area = 0;
        for (int i = 1; i < curve.weightShare().length; i++) {
            area += (curve.weightShare()[i] - curve.weightShare()[i - 1])
                    * (curve.lossShare()[i] + curve.lossShare()[i - 1])
                    / 2;
        }
        return area;
    }

    private static ScoreDecomposition decomposition(Portfolio portfolio) {
        return ScoreDecomposition.of(Deviance.POISSON, portfolio.observed(), portfolio.rate(), portfolio.exposure());
    }

    private static double[] product(Portfolio portfolio) {
        double[] expected = portfolio.rate().clone();
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= portfolio.exposure()[i];
        }
        return expected;
    }

    private static double[] events(Portfolio portfolio) {
        return Arrays.stream(portfolio.claims()).map(n -> Math.min(n, 1)).toArray();
    }
}
