package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modeltracking.search.FinishedTrial.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PrunerTests {

    private static final Point POINT = new Point(Map.of("x", 1L));

    @Nested
    class Median {

        private final MedianPruner pruner = new MedianPruner(3, 0, 1);
        private final List<FinishedTrial> complete =
                List.of(trial(0, State.COMPLETE, 5, 1), trial(1, State.COMPLETE, 6, 2), trial(2, State.COMPLETE, 7, 9));

        @Test
        void stopsWhatIsWorseThanTheMedianOfTheSameStep() {
            assertThat(pruner.shouldPrune(complete, running(8, 2.1))).isTrue();
            assertThat(pruner.shouldPrune(complete, running(8, 2.0))).isFalse();
        }

        @Test
        void judgesTheBestValueSoFar() {
            assertThat(pruner.shouldPrune(complete, running(1.5, 50))).isFalse();
        }

        @Test
        void waitsForCompleteTrials() {
            List<FinishedTrial> few = new ArrayList<>(complete.subList(0, 2));
            few.add(trial(2, State.PRUNED, 0, 0));
            few.add(trial(3, State.RUNNING, 0, 0));
            assertThat(pruner.shouldPrune(few, running(8, 20))).isFalse();
        }

        @Test
        void waitsForAFirstReportAndForTheWarmup() {
            assertThat(pruner.shouldPrune(complete, running())).isFalse();
            assertThat(new MedianPruner(3, 2, 1).shouldPrune(complete, running(8, 20)))
                    .isFalse();
            assertThat(new MedianPruner(3, 1, 1).shouldPrune(complete, running(8, 20)))
                    .isTrue();
        }

        @Test
        void judgesTheFirstReportOfAnInterval() {
            List<FinishedTrial> longer = List.of(
                    trial(0, State.COMPLETE, 1, 1, 1, 1),
                    trial(1, State.COMPLETE, 1, 1, 1, 1),
                    trial(2, State.COMPLETE, 1, 1, 1, 1));
            MedianPruner everySecond = new MedianPruner(3, 0, 2);
            assertThat(everySecond.shouldPrune(longer, running(9))).isTrue();
            assertThat(everySecond.shouldPrune(longer, running(9, 9))).isFalse();
            assertThat(everySecond.shouldPrune(longer, running(9, 9, 9))).isTrue();
        }

        @Test
        void goesOnWhereNoOtherTrialHasTheStep() {
            assertThat(pruner.shouldPrune(complete, running(9, 9, 9))).isFalse();
        }

        @Test
        void stopsATrialThatReportsNothingButNaN() {
            assertThat(pruner.shouldPrune(complete, running(Double.NaN))).isTrue();
            assertThat(pruner.shouldPrune(complete, running(5, Double.NaN))).isTrue();
            assertThat(pruner.shouldPrune(complete, running(1, Double.NaN))).isFalse();
        }

        @Test
        void takesTheMiddleOfTwo() {
            List<FinishedTrial> four = new ArrayList<>(complete);
            four.add(trial(3, State.COMPLETE, 6, 4));
            assertThat(pruner.shouldPrune(four, running(8, 3))).isFalse();
            assertThat(pruner.shouldPrune(four, running(8, 3.1))).isTrue();
        }

        @Test
        void refusesSettingsThatCannotWork() {
            assertThatIllegalArgumentException().isThrownBy(() -> new MedianPruner(0, 0, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new MedianPruner(5, -1, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new MedianPruner(5, 0, 0));
        }
    }

    @Nested
    class Asha {

        private final AshaPruner pruner = new AshaPruner(1, 2);

        @Test
        void theBestOfARungGoesOn() {
            List<FinishedTrial> others = List.of(trial(0, State.RUNNING, 9, 5), trial(1, State.PRUNED, 9, 7));
            assertThat(pruner.shouldPrune(others, running(9, 4))).isFalse();
            assertThat(pruner.shouldPrune(others, running(9, 6))).isTrue();
        }

        @Test
        void halfOfARungGoesOn() {
            List<FinishedTrial> others = List.of(
                    trial(0, State.RUNNING, 9, 5), trial(1, State.PRUNED, 9, 7), trial(2, State.COMPLETE, 9, 3));
            assertThat(pruner.shouldPrune(others, running(9, 4))).isFalse();
            assertThat(pruner.shouldPrune(others, running(9, 6))).isTrue();
        }

        @Test
        void betweenRungsNothingIsStopped() {
            List<FinishedTrial> others = List.of(trial(0, State.COMPLETE, 0, 0, 0, 0, 0, 0));
            assertThat(pruner.shouldPrune(others, running(9))).isFalse();
            assertThat(pruner.shouldPrune(others, running(9, 9))).isTrue();
            assertThat(pruner.shouldPrune(others, running(9, 9, 9))).isTrue();
            assertThat(pruner.shouldPrune(others, running(9, 9, 9, 9))).isFalse();
            assertThat(pruner.shouldPrune(others, running(9, 9, 9, 9, 9))).isTrue();
        }

        @Test
        void theLowestRungIsAHundredthOfTheFirstCompleteTrial() {
            double[] long1 = new double[301];
            List<FinishedTrial> others = List.of(trial(4, State.COMPLETE, 0, 0), trial(2, State.COMPLETE, long1));
            AshaPruner auto = new AshaPruner();
            assertThat(auto.shouldPrune(others, running(9, 9, 9))).isFalse();
            assertThat(auto.shouldPrune(others, running(9, 9, 9, 9))).isTrue();
            assertThat(auto.shouldPrune(List.of(), running(9, 9, 9, 9))).isFalse();
        }

        @Test
        void notANumberIsStoppedAtARung() {
            assertThat(pruner.shouldPrune(List.of(), running(9, Double.NaN))).isTrue();
            assertThat(pruner.shouldPrune(List.of(), running())).isFalse();
        }

        @Test
        void refusesSettingsThatCannotWork() {
            assertThatIllegalArgumentException().isThrownBy(() -> new AshaPruner(-1, 4));
            assertThatIllegalArgumentException().isThrownBy(() -> new AshaPruner(1, 1));
        }
    }

    private static FinishedTrial running(double... values) {
        return trial(99, State.RUNNING, values);
    }

    /** A trial with values at steps 0, 1, 2 … */
    private static FinishedTrial trial(int number, State state, double... values) {
        TreeMap<Long, Double> steps = new TreeMap<>();
        for (double value : values) {
            steps.put((long) steps.size(), value);
        }
        return new FinishedTrial(number, POINT, 0, 0, state, steps);
    }
}
