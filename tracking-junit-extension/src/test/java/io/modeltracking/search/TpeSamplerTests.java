package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.History.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TpeSamplerTests {

    private static final Space LINE = Space.of(IntDimension.of("x", 0, 1000));

    @Test
    void ranksFeasibleTrialsThenPrunedThenInfeasibleByViolation() {
        List<FinishedTrial> trials = new ArrayList<>();
        // 41 finished trials: five are good, two of them complete, two pruned and one infeasible.
        trials.add(FinishedTrial.complete(0, at(0), 7));
        trials.add(pruned(1, 3, 5.0));
        trials.add(pruned(2, 9, 8.0));
        trials.add(FinishedTrial.complete(3, at(3), -5).withViolation(.2));
        trials.add(FinishedTrial.complete(4, at(4), 6));
        for (int number = 5; number < 41; number++) {
            trials.add(FinishedTrial.complete(number, at(number), -100).withViolation(1 + number));
        }
        trials.add(new FinishedTrial(41, at(41), 0, 0, State.RUNNING, new TreeMap<>()));
        trials.add(new FinishedTrial(42, at(42), -500, 0, State.FAILED, new TreeMap<>()));
        Split split = Split.of(new History(new Layout(LINE), trials, 43));
        assertThat(numbers(split.below())).containsExactly(0, 1, 2, 3, 4);
        assertThat(numbers(split.above()))
                .containsExactlyElementsOf(IntStream.rangeClosed(5, 41).boxed().toList());
    }

    @Test
    void aPrunedTrialThatCameFurtherIsBetterAndNaNIsWorst() {
        List<FinishedTrial> trials = new ArrayList<>();
        trials.add(pruned(0, 4, Double.NaN));
        trials.add(pruned(1, 4, 3.0));
        trials.add(pruned(2, 4, 2.0));
        trials.add(pruned(3, 2, 0.0));
        trials.add(new FinishedTrial(4, at(4), 0, 0, State.PRUNED, new TreeMap<>()));
        List<Integer> ranking = new ArrayList<>();
        while (!trials.isEmpty()) {
            Split split = Split.of(new History(new Layout(LINE), trials, 99));
            int best = split.below().get(0).trial().number();
            ranking.add(best);
            trials.removeIf(trial -> trial.number() == best);
        }
        assertThat(ranking).containsExactly(2, 1, 0, 3, 4);
    }

    @Test
    void startsAtRandomUntilEnoughTrialsAreCompleteOrPruned() {
        Space space = Problem.branin().space();
        List<FinishedTrial> nine = Studies.run(Problem.branin(), new TpeSampler(), 9, 1);
        Point random = new TpeSampler().propose(space, List.of(), 9, 77);
        assertThat(new TpeSampler().propose(space, nine, 9, 77)).isEqualTo(random);
        List<FinishedTrial> ten = Studies.run(Problem.branin(), new TpeSampler(), 10, 1);
        assertThat(new TpeSampler().propose(space, ten, 10, 77)).isNotEqualTo(random);
        assertThat(new TpeSampler(11).propose(space, ten, 10, 77)).isEqualTo(random);
    }

    @Test
    void keepsAwayFromRunningTrials() {
        Problem valley = new Problem(
                "valley", Space.of(RealDimension.of("x", 0, 1)), 0, p -> Math.abs((Double) p.get("x") - .5), p -> 0);
        List<FinishedTrial> trials = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            trials.add(valley.evaluate(number, new Point(Map.of("x", (number + .5) / 20))));
        }
        List<FinishedTrial> crowded = new ArrayList<>(trials);
        for (int i = 0; i < 20; i++) {
            Point near = new Point(Map.of("x", .45 + i * .005));
            crowded.add(new FinishedTrial(40 + i, near, 0, 0, State.RUNNING, new TreeMap<>()));
        }
        assertThat(shareOfCrowd(valley, trials)).isGreaterThan(.4);
        assertThat(shareOfCrowd(valley, crowded)).isLessThan(.2);
    }

    private static double shareOfCrowd(Problem problem, List<FinishedTrial> trials) {
        return IntStream.range(0, 400)
                .mapToObj(seed -> new TpeSampler().propose(problem.space(), trials, 90, seed))
                .mapToDouble(point -> (Double) point.get("x") > .45 && (Double) point.get("x") < .55 ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void findsMuchBetterPointsThanRandomSearch() {
        for (String name : List.of("hartmann6", "levy4")) {
            double tpe = medianRegret(Problem.named(name), true);
            double random = medianRegret(Problem.named(name), false);
            assertThat(tpe).as(name).isLessThanOrEqualTo(.3 * random);
        }
    }

    private static double medianRegret(Problem problem, boolean tpe) {
        double[] regret = IntStream.range(0, 30)
                .mapToDouble(seed -> {
                    Sampler sampler = tpe ? new TpeSampler() : new RandomSampler(seed);
                    return Studies.regret(problem, Studies.run(problem, sampler, 100, seed))[99];
                })
                .toArray();
        return RankTest.quantile(regret, .5);
    }

    @Test
    void movesIntoTheAcceptedRegion() {
        for (Problem problem : Problem.constrained()) {
            double early = 0;
            double late = 0;
            for (int seed = 0; seed < 20; seed++) {
                List<FinishedTrial> trials = Studies.run(problem, new TpeSampler(), 100, seed);
                early += trials.subList(0, 25).stream()
                        .filter(FinishedTrial::isFeasible)
                        .count();
                late += trials.subList(75, 100).stream()
                        .filter(FinishedTrial::isFeasible)
                        .count();
            }
            assertThat(late).as(problem.name()).isGreaterThan(1.15 * early);
        }
    }

    @Test
    void leavesAWrongCategory() {
        // Ten good trials in "a" and bad ones elsewhere: without exploration "b" would hardly be tried again.
        Problem trap = new Problem(
                "trap",
                Space.of(RealDimension.of("x", 0, 1), CategoricalDimension.of("kind", "a", "b", "c")),
                0,
                point -> Math.abs((Double) point.get("x") - .7)
                        + (point.get("kind").equals("b") ? 0 : .05),
                point -> 0);
        List<FinishedTrial> stuck = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            boolean good = number % 3 == 0;
            double x = good ? .7 + number * 1e-4 : number / 120.0;
            stuck.add(trap.evaluate(number, point(x, good ? "a" : number % 3 == 1 ? "b" : "c")));
        }
        long others = IntStream.range(0, 400)
                .mapToObj(seed -> new TpeSampler().propose(trap.space(), stuck, 60, seed))
                .filter(point -> point.get("kind").equals("b"))
                .filter(point -> Math.abs((Double) point.get("x") - .7) < .1)
                .count();
        assertThat(others).isBetween(5L, 80L);
    }

    private static Point point(double x, String kind) {
        return new Point(Map.of("x", x, "kind", kind));
    }

    private static Point at(long x) {
        return new Point(Map.of("x", x));
    }

    private static FinishedTrial pruned(int number, long step, double value) {
        return new FinishedTrial(number, at(number), 0, 0, State.PRUNED, new TreeMap<>(Map.of(step, value)));
    }

    private static List<Integer> numbers(List<Entry> entries) {
        return entries.stream().map(entry -> entry.trial().number()).toList();
    }
}
