package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.gate.Gate;
import io.modeltracking.gate.Statistic;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.report.ReportFormat;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.query.FilterException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingRequestTests {

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void makeRuns() {
        root = TrackingRoot.find(base, base.toString());
        for (int i = 1; i <= 4; i++) {
            run(root, i)
                    .startedAt(START.plusSeconds(i))
                    .metric("rmse", 1.0 / i)
                    .param("depth", i)
                    .finished();
        }
        run(root, 5).build("6").metric("rmse", 0.01).finished();
    }

    @Test
    void keepsWhatTheGatesAndTheVerdictSayOfAllRuns() throws IOException {
        JsonNode all = report(null, null, null);
        JsonNode some = report("metrics.rmse < 0.3", null, null);
        assertThat(all.has("listing")).isFalse();
        assertThat(all.path("runs")).hasSize(4);
        assertThat(ids(some)).containsExactly(id(4));
        assertThat(some.path("gates")).hasSize(4).isEqualTo(all.path("gates"));
        assertThat(some.path("verdict").asText()).isEqualTo("FAILED");
        assertThat(some.path("summary")).isEqualTo(all.path("summary"));
        assertThat(some.path("experiments")).isEqualTo(all.path("experiments"));
    }

    @Test
    void saysWhatHidesHowMany() throws IOException {
        JsonNode report = report("params.depth > 1", "metrics.rmse DESC", 2);
        assertThat(ids(report)).containsExactly(id(2), id(3));
        assertThat(report.path("listing"))
                .isEqualTo(RunJson.mapper()
                        .readTree("{\"filter\": \"params.depth > 1\", \"order\": \"metrics.rmse DESC\", \"limit\": 2,"
                                + " \"listed\": 2, \"hiddenByFilter\": 1, \"hiddenByLimit\": 1}"));
    }

    @Test
    void limitsToTheLatestInTheOrderOfTheReport() throws IOException {
        assertThat(ids(report(" ", null, 2))).containsExactly(id(3), id(4));
    }

    @Test
    void pointsAtTheColumnOfWhatCannotBeReadAndWritesNothing() {
        assertThatThrownBy(() -> report("metrics.rmse <", null, null))
                .isInstanceOf(FilterException.class)
                .hasMessageStartingWith("Column 15 of the filter: ");
        assertThatThrownBy(() -> report("metrics.rsme < 1", null, null))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("Nearest: metrics.rmse.");
        assertThatThrownBy(() -> report(null, "params.dept", null))
                .isInstanceOf(FilterException.class)
                .hasMessageStartingWith("Column 1 of the order: ");
        assertThatThrownBy(() -> report(null, null, 0))
                .isInstanceOf(RegistryException.class)
                .hasMessage("-Dlimit=0 shows nothing: a limit is at least 1");
        assertThat(base.resolve("report")).doesNotExist();
    }

    private static List<String> ids(JsonNode report) {
        return report.path("runs").findValuesAsText("id");
    }

    private JsonNode report(String filter, String order, Integer limit) throws IOException {
        ModuleReport report = ModuleReport.of(
                new BuildRuns(root, new Ledger(root, Clock.systemUTC()), Clock.systemUTC(), "0.1.0"),
                RunFixture.build(root),
                List.of(Gate.of("Motor_*", "rmse", Statistic.ALL, null, "0.5")),
                Optional.empty());
        Path file = report.write(
                        "Pricing",
                        base.resolve("report"),
                        Set.of(ReportFormat.JSON),
                        new ListingRequest(filter, order, limit))
                .get(0);
        return RunJson.mapper().readTree(file.toFile());
    }
}
