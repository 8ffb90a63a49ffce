package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.search.FinishedTrial.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every sampler that draws. */
class SamplerContractTests {

    private static final Space DISCRETE = Space.of(
            IntDimension.of("depth", 1, 4),
            IntDimension.log("weight", 1, 3),
            new RealDimension("share", 0.5, 1, 0.25, false),
            CategoricalDimension.bool("flag"));

    static Stream<Sampler> samplers() {
        return Stream.of(new RandomSampler(5), new QuasiRandomSampler(5), new TpeSampler(), new GpSampler(10, 5));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aProposalLiesInTheSpace(Sampler sampler) {
        for (Problem problem : List.of(Problem.mixed6(), Problem.conditional())) {
            assertThat(Studies.run(problem, sampler, 25, 1))
                    .allMatch(trial -> problem.space().contains(trial.point()));
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aProposalDependsOnItsArgumentsAlone(Sampler sampler) {
        List<FinishedTrial> trials = Studies.run(Problem.mixed6(), sampler, 30, 2);
        List<FinishedTrial> shuffled = new ArrayList<>(trials);
        Collections.shuffle(shuffled, new Random(1));
        for (int number : new int[] {25, 30, 7, 30}) {
            long seed = Studies.seed(2, number);
            Space space = Problem.mixed6().space();
            Point once = sampler.propose(space, trials, number, seed);
            assertThat(sampler.propose(space, shuffled, number, seed)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "random/1, -1161524018, 717433752",
        "quasi-random/1, -1147735958, -800446564",
        "tpe/optuna-5.0, -710201694, -1449926937",
        "gp/1, 552093542, -45020057"
    })
    void proposalsAreTheSameOnEveryMachine(String id, int mixed, int conditional) {
        Sampler sampler =
                samplers().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        assertThat(hash(Problem.mixed6(), sampler)).isEqualTo(mixed);
        assertThat(hash(Problem.conditional(), sampler)).isEqualTo(conditional);
    }

    private static int hash(Problem problem, Sampler sampler) {
        return Studies.run(problem, sampler, 35, 7).stream()
                .map(FinishedTrial::point)
                .toList()
                .hashCode();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void replayingATrialWithTheTrialsItSawGivesItsPoint(Sampler sampler) {
        List<FinishedTrial> trials = Studies.run(Problem.conditional(), sampler, 30, 3);
        for (int number = 29; number >= 0; number -= 4) {
            Point again = sampler.propose(
                    Problem.conditional().space(), trials.subList(0, number), number, Studies.seed(3, number));
            assertThat(again).isEqualTo(trials.get(number).point());
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void anotherSeedGivesOtherPoints(Sampler sampler) {
        List<FinishedTrial> trials = Studies.run(Problem.branin(), sampler, 12, 4);
        Set<Point> points = new HashSet<>();
        for (int seed = 0; seed < 5; seed++) {
            points.add(sampler.propose(Problem.branin().space(), trials, 12, seed));
        }
        assertThat(points).hasSizeGreaterThan(sampler instanceof QuasiRandomSampler ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void eachPointOfADiscreteSpaceIsProposedOnceBeforeAnyComesAgain(Sampler sampler) {
        Problem problem = discrete();
        int size = (int) DISCRETE.size();
        List<FinishedTrial> trials = Studies.run(problem, sampler, size + 3, 6);
        assertThat(trials.subList(0, size).stream().map(FinishedTrial::point))
                .doesNotHaveDuplicates()
                .hasSize(72);
        assertThat(trials).allMatch(trial -> DISCRETE.contains(trial.point()));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void neitherConstraintsNorAlternativesMakeAPointComeTwice(Sampler sampler) {
        Space inner = Space.of(IntDimension.of("leaves", 2, 6), CategoricalDimension.of("grow", "depth", "loss"));
        Space tree = new Space(
                List.of(IntDimension.of("depth", 1, 5), CategoricalDimension.bool("leafwise")),
                List.of(new Space.Alternative("leafwise", true, inner)));
        Space space = new Space(
                List.of(CategoricalDimension.of("kind", "none", "tree")),
                List.of(new Space.Alternative("kind", "tree", tree)));
        Problem nested = new Problem(
                "nested",
                space,
                0,
                point -> point.get("depth") instanceof Long depth ? 1.0 / depth : 3,
                point -> point.get("leaves") instanceof Long leaves ? Math.max(0, leaves - 4) : 0);
        int size = (int) space.size();
        assertThat(size).isEqualTo(1 + 5 + 5 * 10);
        assertThat(Studies.run(nested, sampler, size, 11).stream().map(FinishedTrial::point))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aSpaceOfSingleValuesHasOnePoint(Sampler sampler) {
        Space space = Space.of(
                RealDimension.of("eta", 0.3, 0.3),
                IntDimension.of("depth", 4, 4),
                CategoricalDimension.of("kind", "a"));
        Problem single = new Problem("single", space, 0, point -> 1, point -> 0);
        assertThat(Studies.run(single, sampler, 14, 0))
                .allMatch(trial -> trial.point().values().equals(Map.of("eta", 0.3, "depth", 4L, "kind", "a")));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void trialsOutsideTheSpaceAreIgnored(Sampler sampler) {
        List<FinishedTrial> trials = Studies.run(Problem.branin(), sampler, 15, 8);
        List<FinishedTrial> more = new ArrayList<>(trials);
        more.add(FinishedTrial.complete(90, new Point(Map.of("x1", 99.0, "x2", 1.0)), -1e9));
        more.add(FinishedTrial.complete(91, new Point(Map.of("x1", 1.0)), -1e9));
        more.add(new FinishedTrial(92, new Point(Map.of("x1", 0.0, "x2", 1.0)), 0, 0, State.FAILED, new TreeMap<>()));
        Space space = Problem.branin().space();
        assertThat(sampler.propose(space, more, 15, 1)).isEqualTo(sampler.propose(space, trials, 15, 1));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void extremeObjectivesAreSurvived(Sampler sampler) {
        double[] values = {Double.POSITIVE_INFINITY, 1e308, -1e308, 0, Double.NEGATIVE_INFINITY, 1e-320};
        Problem wild = new Problem(
                "wild",
                Problem.branin().space(),
                0,
                point -> values[(int) (((Double) point.get("x1") + 5) * 1e6 % values.length)],
                point -> (Double) point.get("x2") > 7 ? 1e300 : 0);
        assertThat(Studies.run(wild, sampler, 30, 9))
                .allMatch(trial -> wild.space().contains(trial.point()));
    }

    private static Problem discrete() {
        return new Problem(
                "discrete",
                DISCRETE,
                0,
                point -> (Long) point.get("depth") + (Long) point.get("weight") * (Double) point.get("share"),
                point -> 0);
    }
}
