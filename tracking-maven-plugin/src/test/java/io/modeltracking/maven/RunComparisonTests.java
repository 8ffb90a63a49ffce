package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.EnvironmentState.Entry;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTests {

    private static final String ONE = id(1).substring(0, 8);
    private static final String TWO = id(2).substring(0, 8);

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void find() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void showsParamsThatDifferByValueOrType() {
        run(root, 1).param("depth", 3).param("eta", 0.1).param("rounds", 5).finished();
        run(root, 2)
                .param("depth", 5)
                .param("eta", 0.1)
                .param("rounds", "5")
                .param("extra", true)
                .finished();
        assertThat(text(1, 2))
                .contains(
                        "params: 3 differ, 1 is the same",
                        "NAME    " + ONE + "  " + TWO,
                        "depth   3         5",
                        "rounds  5         \"5\"",
                        "extra   –         true");
    }

    @Test
    void saysWhichIsBetterByTheMetricsDirection() {
        withData(1, "d")
                .metric("test.rmse", 0.5)
                .metric("test.gini", 0.3)
                .metric("test.odd", 1)
                .finished();
        withData(2, "d")
                .metric("test.rmse", 0.2)
                .metric("test.gini", 0.1)
                .metric("test.odd", 3)
                .finished();
        assertThat(text(1, 2))
                .contains("metrics: 3 differ, 0 are the same")
                .contains(
                        "test.rmse       0.5       0.2        -0.3  " + TWO,
                        "test.gini       0.3       0.1        -0.2  " + ONE,
                        "test.odd          1         3           2  –")
                .noneMatch(line -> line.contains("not recorded"));
    }

    @Test
    void believesADeclaredDirectionBeforeTheNameWhereRunsAgree() {
        withData(1, "d")
                .event(maximized("test.rmse", 0.5))
                .event(maximized("test.mae", 1))
                .finished();
        withData(2, "d")
                .event(maximized("test.rmse", 0.2))
                .metric("test.mae", 2, 1)
                .finished();
        assertThat(text(1, 2))
                .contains(
                        "test.rmse       0.5       0.2        -0.3  " + ONE,
                        "test.mae          1         2           1  –");
    }

    @Test
    void callsNothingBetterOnOtherDataOrWithoutAFigure() {
        withData(1, "d")
                .metric("test.rmse", 0.5)
                .metric("valid.rmse", Double.NaN)
                .metric("other.rmse", 1)
                .finished();
        withData(2, "e")
                .metric("test.rmse", 0.2)
                .metric("valid.rmse", 0.1)
                .metric("other.rmse", 2)
                .finished();
        assertThat(text(1, 2))
                .contains(
                        "test.rmse        0.5       0.2        -0.3  NOT COMPARABLE: other data",
                        "valid.rmse       NaN       0.1           –  –",
                        "Whether these are of the same data is not recorded: other.rmse",
                        "data: 1 differs, 0 are the same",
                        "test  dddddddddddd, 3 rows  eeeeeeeeeeee, 3 rows");
    }

    @Test
    void readsTheDataOfAStudyFromItsWinner() {
        withData(1, "d").metric("test.rmse", 0.5).finished();
        withData(3, "d").parent(id(2)).trial(0).metric("test.rmse", 0.2).finished();
        run(root, 2)
                .metric("test.rmse", 0.2)
                .event(new SearchEvent.Winner(0, id(3), 0.2, "the smallest"))
                .finished();
        assertThat(text(1, 2))
                .contains("test.rmse       0.5       0.2        -0.3  " + TWO, "data: none differs, 1 is the same")
                .noneMatch(line -> line.contains("not recorded"));
    }

    @Test
    void findsTheBestOfThree() {
        for (int i = 1; i <= 3; i++) {
            withData(i, "d")
                    .metric("test.rmse", 1.0 / i)
                    .metric("test.mae", i / 2)
                    .finished();
        }
        assertThat(text(1, 2, 3))
                .anyMatch(line -> line.startsWith("test.rmse ") && line.endsWith(id(3).substring(0, 8)))
                .anyMatch(line -> line.startsWith("test.mae ") && line.endsWith("  " + ONE))
                .noneMatch(line -> line.contains("DIFFERENCE"));
    }

    @Test
    void showsSourceAndDependenciesThatDiffer() throws IOException {
        Entry same = new Entry("same-1.jar", "2".repeat(64), 1L);
        withFacts(1, "aaaa", List.of(new Entry("lib-1.0.jar", "1".repeat(64), 1L), same));
        withFacts(2, "bbbb", List.of(new Entry("lib-2.0.jar", "3".repeat(64), 1L), same));
        assertThat(text(1, 2))
                .contains(
                        "source: 1 differs, 2 are the same",
                        "commit  aaaa      bbbb",
                        "environment: 1 differs, 8 are the same",
                        "lib   1.0 (111111111111)  2.0 (333333333333)")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(ConsoleText.WIDTH));
    }

    @Test
    void writesExactNumbersForMachines() throws IOException {
        withData(1, "d")
                .metric("test.rmse", 0.51234567)
                .metric("test.gini", Double.NaN)
                .finished();
        withData(2, "d").metric("test.rmse", 0.5).finished();
        JsonNode json = RunJson.mapper().readTree(ComparisonJson.of(comparison(1, 2)));
        assertThat(json.at("/runs/1/run").asText()).isEqualTo(id(2));
        assertThat(json.at("/metrics/0").toString())
                .isEqualTo("{\"name\":\"test.rmse\",\"direction\":\"MINIMIZE\",\"data\":\"same\","
                        + "\"values\":[0.51234567,0.5],\"differences\":[0.0,-0.01234567],\"better\":\"" + id(2)
                        + "\"}");
        assertThat(json.at("/metrics/1/values").toString()).isEqualTo("[\"NaN\",null]");
        assertThat(json.at("/metrics/1/better").isNull()).isTrue();
        assertThat(json.at("/params/same").asInt()).isZero();
    }

    private static RunEvent maximized(String name, double value) {
        return new RunEvent.Metric(name, value, null, 0, "MAXIMIZE");
    }

    private RunFixture withData(int number, String hash) {
        return run(root, number)
                .event(new RunEvent.Data(new DatasetRecord(
                        "test", "HOLDOUT", null, hash.repeat(64), "table/v1", 3L, List.of(), null, null, null)));
    }

    private void withFacts(int number, String commit, List<Entry> classPath) throws IOException {
        RunFixture fixture = run(root, number);
        FactStore facts = new FactStore(root);
        String source = facts.put(
                new SourceState("git", null, commit, "main", "git", null, false, false, "sha1", null, List.of(), true));
        String environment = facts.put(new EnvironmentState(
                "17.0.9", "V", "R", "Linux", "6", "amd64", null, 2, 1, "en", "UTC", "UTF-8", null, Map.of(),
                classPath));
        fixture.event(new RunEvent.Fact("source", source))
                .event(new RunEvent.Fact("environment", environment))
                .finished();
    }

    private List<String> text(int... numbers) {
        return ComparisonText.of(comparison(numbers));
    }

    private RunComparison comparison(int... numbers) {
        List<ComparedRun> runs = new ArrayList<>();
        try (RunHistory history = RunHistory.open(root, Clock.systemUTC(), "1")) {
            for (int number : numbers) {
                runs.add(history.compared(id(number)));
            }
        }
        return new RunComparison(runs, new MetricPatterns(null));
    }
}
