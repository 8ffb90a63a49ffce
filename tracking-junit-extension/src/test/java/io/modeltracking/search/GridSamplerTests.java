package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridSamplerTests {

    private final GridSampler grid = new GridSampler();

    @Test
    void theFirstDimensionChangesSlowest() {
        Space space = Space.of(
                new CategoricalDimension("max_depth", List.of(3L, 5L, 7L)),
                new CategoricalDimension("learning_rate", List.of(0.01, 0.1)));
        assertThat(points(space))
                .containsExactly(
                        "{max_depth=3, learning_rate=0.01}",
                        "{max_depth=3, learning_rate=0.1}",
                        "{max_depth=5, learning_rate=0.01}",
                        "{max_depth=5, learning_rate=0.1}",
                        "{max_depth=7, learning_rate=0.01}",
                        "{max_depth=7, learning_rate=0.1}");
    }

    @Test
    void anAlternativeIsListedUnderItsChoice() {
        Space space = new Space(
                List.of(CategoricalDimension.of("kind", "linear", "tree"), CategoricalDimension.bool("weighted")),
                List.of(new Space.Alternative("kind", "tree", Space.of(IntDimension.of("depth", 1, 2)))));
        assertThat(points(space))
                .containsExactly(
                        "{kind=linear, weighted=false}",
                        "{kind=linear, weighted=true}",
                        "{kind=tree, weighted=false, depth=1}",
                        "{kind=tree, weighted=true, depth=1}",
                        "{kind=tree, weighted=false, depth=2}",
                        "{kind=tree, weighted=true, depth=2}");
    }

    @Test
    void theNumberOfPointsIsKnown() {
        assertThat(GridSampler.size(Space.of())).isEqualTo(1);
        assertThat(GridSampler.size(Space.of(
                        new RealDimension("share", 0.5, 1, 0.1, false), new IntDimension("depth", 2, 12, 5, false))))
                .isEqualTo(18);
    }

    @Test
    void aContinuousRangeHasNoGrid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GridSampler.size(Problem.conditional().space()))
                .withMessageContaining("'alpha' is a continuous range")
                .withMessageContaining("step");
        long many = 1L << 40;
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> GridSampler.size(Space.of(IntDimension.of("a", 1, many), IntDimension.of("b", 1, many))))
                .withMessageContaining("[a, b]");
    }

    @Test
    void aTrialBeyondTheGridIsRefused() {
        Space space = Space.of(IntDimension.of("depth", 1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid.propose(space, List.of(), 3, 0))
                .withMessageContaining("Trial 3")
                .withMessageContaining("3 points");
    }

    private List<String> points(Space space) {
        return IntStream.range(0, (int) GridSampler.size(space))
                .mapToObj(i -> grid.propose(space, List.of(), i, 0).toString())
                .toList();
    }
}
