package io.modeltracking.reproduce;

import static io.modeltracking.reproduce.ReproductionVerdict.DIVERGED;
import static io.modeltracking.reproduce.ReproductionVerdict.EQUIVALENT;
import static io.modeltracking.reproduce.ReproductionVerdict.IDENTICAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTests {

    @TempDir
    private Path base;

    private int number;

    private RunFixture run() {
        return RunFixture.run(new TrackingRoot(base.resolve(TrackingRoot.NAME)), ++number)
                .param("depth", 3);
    }

    private static Artifact file(String name, char digit) {
        return new Artifact(name, "text/csv", 1, String.valueOf(digit).repeat(64), null);
    }

    private static List<Difference> differences(RunRecord original, RunRecord reproduced) {
        return new Comparison(1e-9).of(original, reproduced);
    }

    @Test
    void equalRunsAreIdentical() {
        RunRecord first =
                run().metric("rmse", 0.5, 0).metric("rmse", Double.NaN).finished();
        RunRecord second =
                run().metric("rmse", 0.5, 0).metric("rmse", Double.NaN).finished();

        assertThat(differences(first, second)).isEmpty();
        assertThat(Reproduction.verdict(List.of())).isEqualTo(IDENTICAL);
    }

    @Test
    void metricsWithinTheToleranceAreEquivalent() {
        List<Difference> differences = differences(
                run().metric("rmse", 2).finished(),
                run().metric("rmse", 2 + 1e-9).finished());

        assertThat(differences)
                .singleElement()
                .returns("metric", Difference::kind)
                .returns(true, Difference::tolerated);
        assertThat(Reproduction.verdict(differences)).isEqualTo(EQUIVALENT);
    }

    @Test
    void beyondItTheyHaveDiverged() {
        List<Difference> differences = differences(
                run().metric("rmse", 2).finished(),
                run().metric("rmse", 2 + 1e-8).finished());

        assertThat(Reproduction.verdict(differences)).isEqualTo(DIVERGED);
    }

    @Test
    void aStepAMetricOrAParamThatOnlyOneHasIsADifference() {
        List<Difference> differences = differences(
                run().metric("rmse", 1, 0).metric("mae", 1).finished(),
                run().metric("rmse", 1, 1).param("eta", 0.1).finished());

        assertThat(differences)
                .extracting(Difference::name)
                .containsExactly("eta", "mae", "rmse at step 0", "rmse at step 1");
        assertThat(Reproduction.verdict(differences)).isEqualTo(DIVERGED);
    }

    @Test
    void filesAreComparedByTheirContentAndPicturesAreNot() {
        RunRecord first =
                run().event(file("model.ubj", 'a')).event(file("lift.png", 'a')).finished();
        RunRecord second =
                run().event(file("model.ubj", 'b')).event(file("lift.png", 'b')).finished();

        assertThat(differences(first, second)).extracting(Difference::name).containsExactly("model.ubj");
    }

    @Test
    void filesOfTheSameFiguresAreJudgedByTheMetrics() {
        RunRecord first = withFiles('a').metric("rmse", 0.5).finished();
        RunRecord close = withFiles('b').metric("rmse", 0.5 + 1e-12).finished();
        RunRecord apart = withFiles('b').metric("rmse", 0.6).finished();
        RunRecord without = withFiles('b').finished();

        assertThat(differences(first, close))
                .filteredOn(difference -> !difference.tolerated())
                .extracting(Difference::name)
                .containsExactly("export.csv");
        assertThat(differences(first, apart)).noneMatch(Difference::tolerated);
        assertThat(differences(without, withFiles('c').finished())).noneMatch(Difference::tolerated);
        assertThat(differences(first, run().metric("rmse", 0.5).finished())).noneMatch(Difference::tolerated);
    }

    /** A model, a chart, kept predictions, and a file of the user's own. */
    private RunFixture withFiles(char digit) {
        String sha256 = String.valueOf(digit).repeat(64);
        return run().event(new RunEvent.Model("model", "model.ubj", "xgboost", 1, sha256, null, null, null))
                .event(file("model.ubj", digit))
                .event(file("test/lift.png", digit))
                .event(file("test/lift.csv", digit))
                .event(file("test/predictions.csv.gz", digit))
                .event(file("export.csv", digit));
    }

    @Test
    void theLikeliestCauseOfADifferenceStandsFirst() {
        Original before = original(environment("17.0.1", 2, "3.0.0", "en"));
        Original after = original(environment("21.0.2", 4, "3.1.0", "de"));

        assertThat(Comparison.environments(before, after))
                .extracting(Difference::name)
                .containsExactly("xgboost4j", "threads", "lib-1.jar", "Java", "processors", "locale");
    }

    private Original original(EnvironmentState environment) {
        RunRecord run = run().finished();
        return new Original(null, run, List.of(), null, environment, null);
    }

    private static EnvironmentState environment(String java, int processors, String xgboost, String locale) {
        return new EnvironmentState(
                java,
                "V",
                java,
                "Linux",
                "6",
                "amd64",
                "C",
                processors,
                1,
                locale,
                "UTC",
                "UTF-8",
                List.of(),
                Map.of("xgboost4j", xgboost),
                List.of(new EnvironmentState.Entry("lib-1.jar", xgboost, 1L)));
    }

    @Test
    void textOfRunsStaysTextInTheEvidence() {
        Reproduction reproduction = new Reproduction(
                "0".repeat(32),
                "1".repeat(32),
                DIVERGED,
                null,
                List.of(Finding.ok("commit", "a|b\n# <script>`x`")),
                List.of(),
                List.of());

        assertThat(ReproductionReport.markdown(reproduction)).contains("| `commit` | OK | `a¦b # <script>'x'` |");
        assertThat(ReproductionPage.of(reproduction))
                .contains("<td>commit</td><td class=\"good\">OK</td><td>a|b\n# &lt;script&gt;`x`</td>")
                .doesNotContain("<script", "src=", "href=");
    }
}
