package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.GaussianProcess.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GpSamplerTests {

    @Test
    void closesInOnTheOptimumWithinFiftyTrials() {
        for (String name : List.of("branin", "mixed6")) {
            Problem problem = Problem.named(name);
            double[] regret = IntStream.range(0, 5)
                    .mapToDouble(seed ->
                            Studies.regret(problem, Studies.run(problem, new GpSampler(10, seed), 50, seed))[49])
                    .toArray();
            assertThat(RankTest.quantile(regret, .5)).as(name).isLessThan(1e-2);
        }
    }

    @Test
    void movesIntoTheAcceptedRegion() {
        for (Problem problem : Problem.constrained()) {
            double early = 0;
            double late = 0;
            for (int seed = 0; seed < 5; seed++) {
                List<FinishedTrial> trials = Studies.run(problem, new GpSampler(10, seed), 40, seed);
                early += trials.subList(0, 10).stream()
                        .filter(FinishedTrial::isFeasible)
                        .count();
                late += trials.subList(30, 40).stream()
                        .filter(FinishedTrial::isFeasible)
                        .count();
            }
            assertThat(late).as(problem.name()).isGreaterThan(1.1 * early);
        }
    }

    @Test
    void searchesForAnAcceptedPointWhereThereIsNoneYet() {
        Problem corner = new Problem(
                "corner",
                Problem.branin().space(),
                0,
                point -> 1,
                point -> Math.max(0, 9 - (Double) point.get("x1")) + Math.max(0, 13 - (Double) point.get("x2")));
        for (int seed = 0; seed < 5; seed++) {
            assertThat(Studies.run(corner, new GpSampler(10, seed), 20, seed)).anyMatch(FinishedTrial::isFeasible);
        }
    }

    @Test
    void keepsAwayFromRunningTrials() {
        Problem problem = Problem.branin();
        List<FinishedTrial> trials = Studies.run(problem, new GpSampler(10, 1), 30, 1);
        Point first = new GpSampler(10, 1).propose(problem.space(), trials, 30, 5);
        List<FinishedTrial> crowded = new ArrayList<>(trials);
        crowded.add(new FinishedTrial(30, first, 0, 0, State.RUNNING, new TreeMap<>()));
        Point second = new GpSampler(10, 1).propose(problem.space(), crowded, 31, 5);
        assertThat(Math.abs((Double) second.get("x1") - (Double) first.get("x1"))
                        + Math.abs((Double) second.get("x2") - (Double) first.get("x2")))
                .isGreaterThan(1e-2);
    }

    @Test
    void theGradientsOfTheAcquisitionAreThoseOfItsValues() {
        SplittableRandom random = new SplittableRandom(3);
        GaussianProcess objective = process(random);
        GaussianProcess constraint = process(random);
        for (double best : new double[] {-3, 0, 1, 4, 60}) {
            Acquisition acquisition = new Acquisition(objective, best, constraint, .3, false);
            double[] x = {.37, .81, 1};
            double[] gradient = new double[3];
            assertThat(acquisition.at(x, gradient)).isEqualTo(-acquisition.at(x));
            for (int j = 0; j < 2; j++) {
                double[] up = x.clone();
                double[] down = x.clone();
                up[j] += 1e-6;
                down[j] -= 1e-6;
                double slope = (acquisition.at(up) - acquisition.at(down)) / 2e-6;
                assertThat(-gradient[j]).isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
            }
            assertThat(gradient[2]).isZero();
        }
    }

    /** Golden values by NumPy: K by the formula, numpy.linalg.solve. */
    @Test
    void theMeanIsTheGeneralisedLeastSquaresEstimate() {
        Parameters parameters = new Parameters(new double[] {2, 3}, 1.5, 1e-3);
        double[][] points = {{.1, .2}, {.4, .9}, {.8, .3}};
        boolean[] choice = new boolean[2];
        for (double shift : new double[] {0, 5}) {
            double[] values = {1 + shift, -.5 + shift, 2.5 + shift};
            GaussianProcess process = new GaussianProcess(points, values, choice, parameters);
            assertThat(process.predict(new double[] {1e3, 1e3}, false).mean())
                    .isCloseTo(0.8737242725639532 + shift, within(1e-12));
            assertThat(process.predict(new double[] {.5, .5}, false).mean())
                    .isCloseTo(1.1766441778201262 + shift, within(1e-12));
        }
    }

    @Test
    void theGradientOfTheFitIsThatOfItsLoss() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] points = new double[9][];
        double[] values = new double[9];
        for (int i = 0; i < 9; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextInt(2)};
            values[i] = 3 + points[i][0] - points[i][1] + random.nextDouble();
        }
        GpFit fit = new GpFit(points, values, new boolean[] {false, true});
        double[] logs = {.4, -.7, .2, -3};
        double[] gradient = new double[4];
        fit.loss(logs, gradient);
        for (int j = 0; j < 4; j++) {
            double[] up = logs.clone();
            double[] down = logs.clone();
            up[j] += 1e-6;
            down[j] -= 1e-6;
            double slope = (fit.loss(up, new double[4]) - fit.loss(down, new double[4])) / 2e-6;
            assertThat(gradient[j]).isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
        }
    }

    private static GaussianProcess process(SplittableRandom random) {
        double[][] points = new double[12][];
        double[] values = new double[12];
        for (int i = 0; i < 12; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextInt(3)};
            values[i] = random.nextDouble() * 2 - 1;
        }
        boolean[] choice = {false, false, true};
        return new GaussianProcess(points, values, choice, GpFit.fit(points, values, choice));
    }

    @Test
    void theDescentFindsTheMinimumInABox() {
        Lbfgs.Function rosenbrock = (x, gradient) -> {
            double bend = x[1] - x[0] * x[0];
            gradient[0] = -400 * x[0] * bend - 2 * (1 - x[0]);
            gradient[1] = 200 * bend;
            return 100 * bend * bend + (1 - x[0]) * (1 - x[0]);
        };
        double[] start = {-1.2, 1};
        Lbfgs free = new Lbfgs(rosenbrock, new double[] {-5, -5}, new double[] {5, 5});
        assertThat(free.minimise(start, 1e-8, 500).x()).containsExactly(new double[] {1, 1}, within(1e-3));
        Lbfgs bounded = new Lbfgs(rosenbrock, new double[] {-5, -5}, new double[] {.5, 5});
        assertThat(bounded.minimise(start, 1e-8, 500).x()).containsExactly(new double[] {.5, .25}, within(1e-3));
    }
}
