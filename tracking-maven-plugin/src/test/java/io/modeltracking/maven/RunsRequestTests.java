package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.query.FilterException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsRequestTests {

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void makeRuns() {
        root = TrackingRoot.find(base, base.toString());
        run(root, 1)
                .param("depth", 3)
                .metric("test.rmse", 0.51234567)
                .event(new RunEvent.Tag("team", "=1+1"))
                .finished();
        run(root, 2)
                .startedAt(START.plusSeconds(60))
                .param("depth", 5)
                .metric("test.rmse", Double.NaN)
                .ended(Status.FAILED, Verdict.REJECTED);
        run(root, 3).startedAt(START.plusSeconds(120)).param("depth", 7).unfinished();
    }

    @Test
    void showsTheLatestFirstWithWhatTellsThemApart() {
        assertThat(list(null, null, 100, null).table())
                .containsExactly(
                        "RUN       run_name              status       start_time (UTC)",
                        id(3).substring(0, 8) + "  Motor_2026_Frequency  INTERRUPTED  2026-11-23 08:02",
                        id(2).substring(0, 8) + "  Motor_2026_Frequency  FAILED       2026-11-23 08:01",
                        id(1).substring(0, 8) + "  Motor_2026_Frequency  FINISHED     2026-11-23 08:00",
                        "3 runs.");
    }

    @Test
    void showsWhatFilterAndOrderSpeakOf() {
        RunList list = list("params.depth < 6 AND run_id LIKE '%'", "metrics.test.rmse", 100, null);
        assertThat(list.table()).first().asString().endsWith("start_time (UTC)  …trics.test.rmse  params.depth");
        assertThat(list.table().get(1)).startsWith(id(1).substring(0, 8)).contains(" 0.512346  ");
        assertThat(list.table().get(2)).startsWith(id(2).substring(0, 8)).contains(" NaN  ");
    }

    @Test
    void leavesOutWhatNoRunHasUnlessItIsAskedFor() {
        assertThat(list("parent IS NULL", null, 100, null).table().get(0)).doesNotContain("parent");
        assertThat(list("parent IS NULL", null, 100, "parent, status").table().get(0))
                .contains("parent");
    }

    @Test
    void saysWhenTheLimitKeepsOthersOut() {
        assertThat(list(null, null, 2, null).table()).last().isEqualTo("The first 2; -Dlimit= shows more.");
        assertThat(list(null, null, 3, null).table()).last().isEqualTo("3 runs.");
        assertThatThrownBy(() -> list(null, null, 0, null))
                .isInstanceOf(RegistryException.class)
                .hasMessage("-Dlimit=0 shows nothing: a limit is at least 1");
    }

    @Test
    void writesWholeIdsAndExactNumbersForMachines() throws IOException {
        RunList list = list(null, "start_time", 2, "metrics.test.rmse, params.depth, tags.team, start_time");
        assertThat(list.csv())
                .isEqualTo("run,metrics.test.rmse,params.depth,tags.team,attributes.start_time\r\n" + id(1)
                        + ",0.51234567,3,'=1+1,2026-11-23T08:00:00Z\r\n" + id(2)
                        + ",NaN,5,,2026-11-23T08:01:00Z\r\n");
        JsonNode runs = RunJson.mapper().readTree(list.json()).get("runs");
        assertThat(runs.get(0).get("run").asText()).isEqualTo(id(1));
        assertThat(runs.get(0).get("values").toString())
                .isEqualTo("{\"metrics.test.rmse\":0.51234567,\"params.depth\":3,\"tags.team\":\"=1+1\","
                        + "\"attributes.start_time\":\"2026-11-23T08:00:00Z\"}");
        assertThat(runs.get(1).get("values").get("metrics.test.rmse").asText()).isEqualTo("NaN");
        assertThat(runs.get(1).get("values").get("tags.team").isNull()).isTrue();
    }

    @Test
    void offersTheNearestNamesForOneThatNoRunHas() {
        assertThatThrownBy(() -> list("status = 'FAILED' AND metrics.test.rsme < 1", null, 9, null))
                .isInstanceOf(FilterException.class)
                .hasMessage("Column 23 of the filter: no run has metrics.test.rsme.\n"
                        + "  status = 'FAILED' AND metrics.test.rsme < 1\n"
                        + "                        ^\n"
                        + "Nearest: metrics.test.rmse.");
        assertThatThrownBy(() -> list(null, "params.dept", 9, null)).hasMessageContaining("Nearest: params.depth.");
        assertThatThrownBy(() -> list(null, null, 9, "tags.Teem")).hasMessageContaining("Nearest: tags.team.");
        assertThat(list("metrics.test.rmse@min < 1", null, 9, null).rows()).hasSize(1);
    }

    @Test
    void saysThatNothingMatches() {
        assertThat(list("params.depth > 100", null, 9, null).table()).containsExactly("No run matches.");
    }

    private RunList list(String filter, String order, int limit, String columns) {
        try (RunHistory history = RunHistory.open(root, Clock.systemUTC(), "1")) {
            return new RunsRequest(filter, order, limit, columns, false).answer(history.store());
        }
    }
}
