package io.modeltracking.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.gate.MovedGoalpost.HoldoutLook;
import io.modeltracking.gate.MovedGoalpost.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalpostHistoryTests {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final String EXPERIMENT = "Motor_2026_Frequency";
    private static final GoalpostHistory NOWHERE = new GoalpostHistory(Kind.REQUIREMENT, EXPERIMENT, List.of());

    private final List<Goalposts> builds = new ArrayList<>();

    /** Each build starts a minute after the one before; their commits are c1, c2 and so on. */
    private GoalpostHistoryTests build(Gate... gates) {
        int number = builds.size() + 1;
        builds.add(new Goalposts(at(number), "c" + number, true, Goalpost.of(List.of(gates))));
        return this;
    }

    private static Instant at(int build) {
        return START.plusSeconds(60L * build);
    }

    /** A run of that build is the first that reads the hold-out. */
    private List<String> movedWhenReadIn(int build) {
        return moved(NOWHERE, build).stream().map(MovedGoalpost::toString).toList();
    }

    private List<MovedGoalpost> moved(GoalpostHistory elsewhere, int build) {
        return new GoalpostHistory(Kind.GATE, EXPERIMENT, builds)
                .moved(elsewhere, new HoldoutLook("0123456789abcdef", at(build).plusSeconds(30)));
    }

    private static String finding(String was, String now) {
        return "MOVED GOALPOSTS: " + EXPERIMENT + ": the gate on " + was + " and is " + now
                + ", moved after run 01234567 had read the hold-out";
    }

    private static Gate max(String metric, String max) {
        return Gate.of("Motor_*", metric, null, null, max);
    }

    private static Gate min(String metric, String min) {
        return Gate.of("Motor_*", metric, null, min, null);
    }

    private static Gate regression(String amount) {
        return Gate.of("Motor_*", "rmse", null, null, null, BaselineRule.of("production", amount, null, false));
    }

    @Test
    void tellsALooserBoundWithBothValuesAndCommits() {
        build(max("rmse", "0.50")).build(max("rmse", "0.50")).build(max("rmse", "0.6"));
        assertThat(movedWhenReadIn(1))
                .containsExactly(finding("rmse was at most 0.50 (commit c2)", "at most 0.6 (commit c3)"));
    }

    @Test
    void tellsALooserLowerBoundToo() {
        build(min("gini", "0.3")).build(min("gini", "0.25"));
        assertThat(movedWhenReadIn(1))
                .containsExactly(finding("gini was at least 0.3 (commit c1)", "at least 0.25 (commit c2)"));
    }

    @Test
    void saysNothingOfWhatWasLoosenedBeforeTheHoldOutWasRead() {
        build(max("rmse", "0.5")).build(max("rmse", "0.6"));
        assertThat(movedWhenReadIn(2)).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsUnchanged() {
        build(max("rmse", "0.5")).build(max("rmse", "0.50"));
        assertThat(movedWhenReadIn(1)).isEmpty();
    }

    @Test
    void saysNothingOfAStricterBoundWheneverItCame() {
        build(max("rmse", "0.5"), min("gini", "0.2")).build(max("rmse", "0.4"), min("gini", "0.3"));
        assertThat(movedWhenReadIn(1)).isEmpty();
        assertThat(movedWhenReadIn(2)).isEmpty();
    }

    @Test
    void tellsAGateThatIsGone() {
        build(max("rmse", "0.5")).build().build();
        assertThat(movedWhenReadIn(1))
                .containsExactly(finding("rmse was at most 0.5 (commit c1)", "not there any more (commit c2)"));
        assertThat(movedWhenReadIn(2)).isEmpty();
    }

    @Test
    void takesAnotherMetricForAnotherGate() {
        build(max("rmse", "0.5")).build(max("mae", "0.5"));
        assertThat(movedWhenReadIn(1))
                .containsExactly(finding("rmse was at most 0.5 (commit c1)", "not there any more (commit c2)"));
        assertThat(movedWhenReadIn(2)).isEmpty();
    }

    @Test
    void knowsTheGateUnderAnotherPattern() {
        build(max("rmse", "0.5")).build(Gate.of("*Frequency", "rmse", null, null, "0.5"));
        assertThat(movedWhenReadIn(1)).isEmpty();
    }

    @Test
    void tellsAPatternThatLeavesTheExperimentOut() {
        build(max("rmse", "0.5")).build(Gate.of("*Severity", "rmse", null, null, "0.5"));
        assertThat(movedWhenReadIn(1)).hasSize(1);
    }

    @Test
    void tellsTheStrictestValueSinceTheHoldOutWasReadUntilItIsBack() {
        build(max("rmse", "0.4"))
                .build(max("rmse", "0.5"))
                .build(max("rmse", "0.6"))
                .build(max("rmse", "0.7"))
                .build(max("rmse", "0.7"));
        assertThat(movedWhenReadIn(2))
                .containsExactly(finding("rmse was at most 0.5 (commit c2)", "at most 0.7 (commit c4)"));
        build(max("rmse", "0.5"));
        assertThat(movedWhenReadIn(2)).isEmpty();
    }

    @Test
    void letsTheStrictestOfSeveralGatesDecide() {
        build(max("rmse", "0.5"), max("rmse", "0.9")).build(max("rmse", "0.8"), max("rmse", "0.5"));
        assertThat(movedWhenReadIn(1)).isEmpty();
    }

    @Test
    void takesOneRunAsWellAsAllForAsStrict() {
        build(max("rmse", "0.5")).build(Gate.of("Motor_*", "rmse", Statistic.ALL, null, "0.5"));
        assertThat(movedWhenReadIn(1)).isEmpty();
        build(Gate.of("Motor_*", "rmse", Statistic.MEAN, null, "0.5"));
        assertThat(movedWhenReadIn(1))
                .containsExactly(
                        finding("rmse was at most 0.5 (commit c1)", "not there any more (commit c3)"),
                        finding("rmse (ALL) was at most 0.5 (commit c2)", "not there any more (commit c3)"));
    }

    @Test
    void comparesAmountsOfOneUnitAndTellsAChangeOfTheUnit() {
        build(regression("0.5%")).build(regression("1%"));
        assertThat(movedWhenReadIn(1))
                .containsExactly(
                        finding("rmse worse than production was at most 0.5% (commit c1)", "at most 1% (commit c2)"));
        build(regression("0.001"));
        assertThat(movedWhenReadIn(1))
                .containsExactly(finding(
                        "rmse worse than production was at most 0.5% (commit c1)", "at most 0.001 (commit c3)"));
        build(regression("0"));
        assertThat(movedWhenReadIn(1)).isEmpty();
    }

    @Test
    void lowersTheImprovementThatIsAskedFor() {
        build(Gate.of("Motor_*", "rmse", null, null, null, BaselineRule.of("last", null, "0.01", false)))
                .build(Gate.of("Motor_*", "rmse", null, null, null, BaselineRule.of("last", null, "0", false)));
        assertThat(movedWhenReadIn(1))
                .containsExactly(
                        finding("rmse better than last was at least 0.01 (commit c1)", "at least 0 (commit c2)"));
    }

    @Test
    void saysNothingOfABoundThatOnlyMovedFromThePomToTheCode() {
        build(max("rmse", "0.5")).build();
        GoalpostHistory strict = new GoalpostHistory(
                Kind.REQUIREMENT,
                EXPERIMENT,
                List.of(new Goalposts(at(2), "c2", true, List.of(new Goalpost(EXPERIMENT, "rmse", true, "0.5")))));
        GoalpostHistory loose = new GoalpostHistory(
                Kind.REQUIREMENT,
                EXPERIMENT,
                List.of(new Goalposts(at(2), "c2", true, List.of(new Goalpost(EXPERIMENT, "rmse", true, "0.6")))));
        assertThat(moved(strict, 1)).isEmpty();
        assertThat(moved(loose, 1)).hasSize(1);
    }

    @Test
    void doesNotTakeWhatWasNeverJudgedForGone() {
        build(max("rmse", "0.5"));
        builds.add(new Goalposts(at(2), "c2", false, List.of()));
        assertThat(movedWhenReadIn(1)).isEmpty();
    }

    @Test
    void namesTheNearestCommitThatIsKnown() {
        build(max("rmse", "0.5"));
        builds.add(new Goalposts(at(2), null, true, Goalpost.of(List.of(max("rmse", "0.6")))));
        assertThat(movedWhenReadIn(1))
                .containsExactly(finding("rmse was at most 0.5 (commit c1)", "at most 0.6 (commit not known)"));
        build(max("rmse", "0.6"));
        assertThat(movedWhenReadIn(1))
                .containsExactly(finding("rmse was at most 0.5 (commit c1)", "at most 0.6 (commit c3)"));
    }

    @Test
    void cutsLongNamesAndNotTheValues() {
        build(max("r".repeat(250), "0.5")).build(max("r".repeat(250), "0.6"));
        assertThat(movedWhenReadIn(1))
                .containsExactly(finding("r".repeat(69) + "… was at most 0.5 (commit c1)", "at most 0.6 (commit c2)"));
    }
}
