package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SpaceTests {

    private enum Booster {
        GBTREE,
        DART
    }

    @Test
    void aRangeNeedsMinAtMostMax() {
        refused(() -> IntDimension.of("depth", 7, 3), "'depth'", "min 7 is greater than max 3");
        refused(() -> RealDimension.of("eta", 0.3, 0.1), "'eta'", "min 0.3 is greater than max 0.1");
    }

    @Test
    void aLogarithmNeedsPositiveValues() {
        refused(() -> IntDimension.log("rounds", 0, 10), "'rounds'", "min > 0, but min is 0", "log = false");
        refused(() -> RealDimension.log("eta", 0, 1), "'eta'", "min > 0, but min is 0.0");
        refused(() -> RealDimension.log("eta", -1, 1), "'eta'", "min > 0");
    }

    @Test
    void aLogarithmHasNoStep() {
        refused(() -> new IntDimension("rounds", 1, 9, 2, true), "'rounds'", "step 2", "exclude each other");
        refused(() -> new RealDimension("eta", 1, 2, 0.5, true), "'eta'", "step 0.5", "exclude each other");
    }

    @Test
    void aStepDividesTheRange() {
        refused(() -> new IntDimension("depth", 1, 10, 4, false), "'depth'", "step 4 does not divide", "max = 9");
        refused(() -> new RealDimension("share", 0, 1, 0.3, false), "'share'", "step 0.3 does not divide");
        assertThat(new RealDimension("share", 0, 1, 0.1, false).size()).isEqualTo(11);
    }

    @Test
    void aStepIsPositive() {
        refused(() -> new IntDimension("depth", 1, 10, 0, false), "'depth'", "step 0 is not positive");
        refused(() -> new RealDimension("share", 0, 1, -0.1, false), "'share'", "step -0.1");
        refused(() -> new RealDimension("share", 0, 1, Double.NaN, false), "'share'", "step NaN");
        refused(() -> new RealDimension("share", 0, 1e300, 1e-300, false), "'share'", "2^53");
    }

    @Test
    void boundsAreFinite() {
        refused(() -> RealDimension.of("eta", Double.NaN, 1), "'eta'", "not finite");
        refused(() -> RealDimension.of("eta", 0, Double.POSITIVE_INFINITY), "'eta'", "not finite");
        refused(() -> RealDimension.of("eta", -1e308, 1e308), "'eta'", "not finite");
        refused(() -> IntDimension.of("rounds", 0, Long.MAX_VALUE), "'rounds'", "2^53");
    }

    @Test
    void aChoiceNamesDifferentValuesOfOneKnownType() {
        refused(() -> CategoricalDimension.of("booster"), "'booster'", "empty");
        refused(() -> CategoricalDimension.of("booster", "a", "b", "a"), "'booster'", "name a value twice");
        refused(() -> new CategoricalDimension("booster", List.of("a", true)), "'booster'", "mix types");
        refused(() -> new CategoricalDimension("booster", List.of('a')), "'booster'", "not a text");
        refused(() -> new CategoricalDimension("eta", List.of(Double.NaN)), "'eta'", "not finite");
    }

    @Test
    void aNameIsNeitherBlankNorUsedTwice() {
        refused(() -> IntDimension.of(" ", 1, 2), "has no name");
        refused(
                () -> Space.of(IntDimension.of("depth", 1, 2), RealDimension.of("depth", 0, 1)),
                "'depth' stands twice");
    }

    @Test
    void anAlternativeHangsOnAValueOfAChoice() {
        Dimension kind = CategoricalDimension.of("kind", "tree", "linear");
        Space depth = Space.of(IntDimension.of("depth", 1, 9));
        refused(() -> space(kind, new Space.Alternative("kind", "dart", depth)), "'kind' = dart", "hangs on no choice");
        refused(() -> space(kind, new Space.Alternative("sort", "tree", depth)), "'sort' = tree", "hangs on no choice");
        refused(
                () -> space(
                        kind,
                        new Space.Alternative("kind", "tree", depth),
                        new Space.Alternative("kind", "tree", depth)),
                "'kind' = tree is given twice");
        refused(
                () -> space(kind, new Space.Alternative("kind", "tree", Space.of(IntDimension.of("kind", 1, 2)))),
                "'kind' stands twice");
    }

    @Test
    void alternativesOfOneChoiceMayShareANameButThoseOfTwoMayNot() {
        Space depth = Space.of(IntDimension.of("depth", 1, 9));
        Dimension kind = CategoricalDimension.of("kind", "tree", "dart");
        Space shared =
                space(kind, new Space.Alternative("kind", "tree", depth), new Space.Alternative("kind", "dart", depth));
        assertThat(shared.names()).containsExactly("kind", "depth");
        refused(
                () -> new Space(
                        List.of(kind, CategoricalDimension.bool("deep")),
                        List.of(
                                new Space.Alternative("kind", "tree", depth),
                                new Space.Alternative("deep", true, depth))),
                "'depth' stands twice");
    }

    @Test
    void aPointBelongsToTheSpaceWhenItHasExactlyItsParameters() {
        Space space = Problem.conditional().space();
        assertThat(space.contains(new Point(Map.of("kind", "linear", "alpha", 0.1))))
                .isTrue();
        assertThat(space.contains(new Point(Map.of("kind", "linear", "alpha", 11.0))))
                .isFalse();
        assertThat(space.contains(new Point(Map.of("kind", "linear")))).isFalse();
        assertThat(space.contains(new Point(Map.of("kind", "tree", "alpha", 0.1))))
                .isFalse();
        assertThat(space.contains(new Point(Map.of("kind", "linear", "alpha", 0.1, "drop", 0.5))))
                .isFalse();
        assertThat(space.contains(new Point(Map.of("kind", "linear", "alpha", 1L))))
                .isFalse();
    }

    @Test
    void anEnumIsSearchedByTheNamesOfItsConstants() {
        assertThat(CategoricalDimension.of("booster", Booster.class).choices()).containsExactly("GBTREE", "DART");
        assertThat(CategoricalDimension.bool("flag").choices()).containsExactly(false, true);
    }

    @Test
    void stepsAreCountedInDecimals() {
        RealDimension share = new RealDimension("share", 0, 1, 0.1, false);
        assertThat(share.at(3)).isEqualTo(0.3);
        assertThat(share.contains(0.3)).isTrue();
        assertThat(share.contains(0.35)).isFalse();
        assertThat(new IntDimension("depth", 1, 9, 4, false).contains(4L)).isFalse();
    }

    @Test
    void anObjectiveThatIsNotANumberIsNoCompleteTrial() {
        Point point = new Point(Map.of("x", 1L));
        refused(() -> FinishedTrial.complete(3, point, Double.NaN), "Trial 3", "NaN", "FAILED");
        refused(() -> FinishedTrial.complete(3, point, 1).withViolation(-1), "Trial 3", "violation of -1.0");
        refused(() -> FinishedTrial.complete(-3, point, 1), "Trial -3", "numbered from 0");
        refused(() -> FinishedTrial.complete(3, null, 1), "Trial 3", "lacks its point");
    }

    private static Space space(Dimension dimension, Space.Alternative... alternatives) {
        return new Space(List.of(dimension), List.of(alternatives));
    }

    private static void refused(Supplier<?> bad, String... parts) {
        ThrowingCallable call = bad::get;
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .satisfies(error -> assertThat(error.getMessage()).contains(parts));
    }
}
