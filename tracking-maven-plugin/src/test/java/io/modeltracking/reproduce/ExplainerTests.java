package io.modeltracking.reproduce;

import static io.modeltracking.reproduce.Factor.CODE;
import static io.modeltracking.reproduce.Factor.DATA;
import static io.modeltracking.reproduce.Factor.DEPENDENCIES;
import static io.modeltracking.reproduce.Factor.PARAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.reproduce.Explanation.Measured;
import io.modeltracking.reproduce.Explanation.Part;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a small project are taken apart; the parts are those of its formula, worked out by hand. */
class ExplainerTests {

    @TempDir
    private Path folder;

    private final List<String> progress = new ArrayList<>();
    private SmallProject project;
    private Explainer.Version old;

    @BeforeEach
    void oldVersion() throws Exception {
        project = new SmallProject(folder);
        old = project.version("motor-1", "2 of claims", "0", "claims\n10\n", 1);
    }

    private Explanation explain(Explainer.Version version) {
        return project.explainer(old, version).explain((name, measured) -> progress.add(name));
    }

    private static Map<Factor, BigDecimal> parts(Explanation explanation) {
        assertThat(explanation.problem()).isNull();
        return explanation.parts().stream()
                .collect(Collectors.toMap(
                        Part::factor, part -> part.amount().stripTrailingZeros().setScale(3)));
    }

    @Test
    void aChangeOfTheDataAloneIsAllDataAndTakesTwoBuilds() throws Exception {
        Explanation explanation = explain(project.version("motor-2", "claims\n13\n", 1));

        assertThat(parts(explanation)).isEqualTo(Map.of(DATA, new BigDecimal("6.000")));
        assertThat(Waterfall.of(explanation).steps())
                .extracting(Waterfall.Step::percent)
                .containsExactly("100.0 %");
        assertThat(project.builds()).isEqualTo(2);
    }

    @Test
    void whatCodeAndDataDoTogetherIsSharedByBoth() throws Exception {
        Explanation explanation = explain(project.version("motor-2", "3 of claims", "0", "claims\n20\n", 1));

        // 20 to 60: code first adds 10, then 20 beside the new data; data first adds 20, then 30 beside the new code.
        assertThat(parts(explanation))
                .isEqualTo(Map.of(CODE, new BigDecimal("15.000"), DATA, new BigDecimal("25.000")));
        assertThat(progress)
                .containsExactly(
                        "motor-1", "motor-2", "motor-1 with the code of motor-2", "motor-1 with the data of motor-2");
        assertThat(explanation.measured())
                .extracting(measured -> measured.value().intValueExact())
                .containsExactly(20, 60, 30, 40);
    }

    @Test
    void allFourGroupsTakeSixteenBuildsAndLeaveNothingOver() throws Exception {
        Explanation explanation = explain(project.version("motor-2", "3 of claims", "7", "claims\n20\n", 2));

        assertThat(project.builds()).isEqualTo(16);
        // The library only adds its version; rate 2 to 3, claims 10 to 20 and factor 1 to 2 multiply: 20 to 120.
        assertThat(explanation.parts()).extracting(Part::factor).containsExactly(CODE, DATA, PARAMS, DEPENDENCIES);
        assertThat(explanation.parts().get(3).amount()).isEqualByComparingTo("7");
        assertThat(explanation.parts().get(1).amount())
                .isCloseTo(explanation.parts().get(2).amount(), within(new BigDecimal("1e-12")));
        assertThat(explanation.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("107")
                .isEqualByComparingTo(explanation.difference());
    }

    @Test
    void aMixtureThatCannotBeMadeIsNamedWithWhatWasMeasuredSoFar() throws Exception {
        Explanation explanation = explain(project.version("motor-2", "3 of losses", "0", "losses\n20\n", 1));

        assertThat(explanation.problem()).isEqualTo("motor-1 with the code of motor-2: its run is BROKEN");
        assertThat(explanation.parts()).isEmpty();
        assertThat(explanation.measured()).extracting(Measured::run).hasSize(2);
        assertThat(ExplanationReport.markdown(explanation))
                .contains("Not explained: `motor-1 with the code of motor-2: ")
                .contains("| `motor-1` | 20.0 |", "| `motor-2` | 60.0 |");
    }

    @Test
    void dataThatAreGoneAreNamed() throws Exception {
        Explainer.Version version = project.version("motor-2", "claims\n13\n", 1);
        Files.delete(folder.resolve("project/data/motor-1.csv"));

        assertThat(explain(version).problem())
                .startsWith("motor-1: missing: data train (data/claims.csv, sha256 ")
                .contains("name its folder with -Dtracking.data=");
    }

    @Test
    void aVersionThatIsNotReproducibleExplainsNothing() throws Exception {
        Explainer.Version version = project.version("motor-2", "claims\n13\n", 1);
        project.drifting(0.5);

        Explanation explanation = explain(version);

        assertThat(explanation.problem())
                .startsWith("motor-1 is not reproducible: its run ")
                .contains("has test.rmse = 20.0, and made again it is 20.5");
        assertThat(explanation.measured()).extracting(Measured::value).containsExactly(new BigDecimal("20.5"));
    }

    @Test
    void runsThatDifferInNothingAreNotExplained() throws Exception {
        Explanation explanation = explain(project.version("motor-2", "claims\n10\n", 1));

        assertThat(explanation.problem()).contains("are the same, so far as they were recorded");
        assertThat(project.builds()).isZero();
    }

    @Test
    void aMetricThatAVersionDoesNotHaveIsRefusedWithThoseThatItHas() {
        assertThatThrownBy(() -> new Explainer(project.settings(), old, old, "test.gini"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no finite test.gini")
                .hasMessageContaining("it has test.rmse");
    }
}
