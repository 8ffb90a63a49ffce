package io.modeltracking.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.gate.Baseline;
import io.modeltracking.gate.Baselines;
import io.modeltracking.gate.Gate;
import io.modeltracking.gate.GateEvaluator;
import io.modeltracking.gate.GateResult;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldoutLooksTests {

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    private RunFixture run(int number, String commit, int depth, long seed, String data) throws IOException {
        RunFixture run = RunFixture.run(root, number).experiment("Motor").param("depth", depth);
        String source = new FactStore(root)
                .put(new SourceState(
                        "git",
                        null,
                        commit.repeat(40),
                        "main",
                        "git",
                        null,
                        false,
                        false,
                        "sha1",
                        null,
                        List.of(),
                        true));
        DatasetRecord rows =
                new DatasetRecord("holdout", "HOLDOUT", null, data.repeat(64), "table/v1", 1L, null, null, null, null);
        return run.event(new RunEvent.Fact("source", source))
                .event(new RunEvent.Data(rows))
                .event(new RunEvent.Seed("seed/v1", seed, List.of("split"), 7));
    }

    private RunFixture look(int number, String commit, int depth, long seed) throws IOException {
        return run(number, commit, depth, seed, "a").metric("holdout.rmse", 0.5);
    }

    private OptionalInt looks(RunRecord run) {
        new Recorder(root, Clock.systemUTC(), "1").record(null, false);
        return new HoldoutLooks(root).of(run, "holdout");
    }

    @Test
    void countsEachCombinationOfCodeParamsAndSeedOnce() throws IOException {
        look(1, "a", 3, 1).finished();
        look(2, "a", 3, 1).finished();
        look(3, "b", 3, 1).finished();
        look(4, "b", 5, 1).finished();
        RunRecord last = look(5, "b", 5, 2).finished();

        assertThat(looks(last)).hasValue(4);
    }

    @Test
    void whoHoldsOutButDoesNotLookOrHasOtherRowsIsNotCounted() throws IOException {
        run(1, "a", 3, 1, "a").metric("validation.rmse", 0.5).finished();
        run(2, "a", 4, 1, "b").metric("holdout.rmse", 0.5).finished();
        RunRecord last = look(3, "a", 5, 1).finished();

        assertThat(looks(last)).hasValue(1);
    }

    @Test
    void aStudyIsOneLookUnlessItsTrialsHaveLookedThemselves() throws IOException {
        RunRecord study = look(1, "a", 3, 1).finished();
        run(2, "a", 3, 1, "a").parent(study.id()).trial(0).finished();
        assertThat(looks(study)).hasValue(1);

        look(3, "a", 4, 1).parent(study.id()).trial(1).finished();
        look(4, "a", 5, 1).parent(study.id()).trial(2).finished();
        assertThat(looks(study)).hasValue(2);
    }

    @Test
    void areCountedForEachDataSetThatARunHoldsOut() throws IOException {
        look(1, "a", 3, 1).finished();
        RunRecord last = look(2, "a", 4, 1)
                .event(new RunEvent.Data(new DatasetRecord(
                        "later", "HOLDOUT", null, "e".repeat(64), "table/v1", 1L, List.of(), null, null, null)))
                .finished();
        looks(last);

        assertThat(new HoldoutLooks(root).of(last)).isEqualTo(Map.of("holdout", 2));
    }

    @Test
    void rowsAreToldByTheirKeysWhereThereAreAny() throws IOException {
        DatasetRecord.Column key = new DatasetRecord.Column("id", "integer", "k".repeat(64), 0, null, null, null, null);
        for (String data : new String[] {"c", "d"}) {
            DatasetRecord rows = new DatasetRecord(
                    "holdout",
                    "HOLDOUT",
                    null,
                    data.repeat(64),
                    "table/v1",
                    1L,
                    List.of(key),
                    null,
                    List.of("id"),
                    null);
            RunRecord run = RunFixture.run(root, data.charAt(0))
                    .param("data", data)
                    .event(new RunEvent.Data(rows))
                    .metric("holdout.rmse", 1)
                    .finished();
            assertThat(looks(run)).hasValue(data.equals("c") ? 1 : 2);
        }
    }

    @Test
    void aGateLimitsThem() throws IOException {
        look(1, "a", 3, 1).finished();
        RunRecord last = look(2, "a", 4, 1).finished();
        looks(last);

        assertThat(gate("2", last).passed()).isTrue();
        assertThat(gate("1", last)).hasToString("Motor: looks(holdout) <= 1, but it is 2 (run " + last.shortId() + ")");
        assertThat(gate("9", RunFixture.run(root, 3).experiment("Motor").finished())
                        .reason())
                .startsWith("it recorded no held-out data set \"holdout\"");
    }

    private GateResult gate(String max, RunRecord run) {
        HoldoutLooks looks = new HoldoutLooks(root);
        Baselines history = new Baselines() {
            @Override
            public Optional<Baseline> of(String baseline, RunRecord other) {
                return Optional.empty();
            }

            @Override
            public OptionalInt looks(RunRecord other, String dataSet) {
                return looks.of(other, dataSet);
            }
        };
        List<GateResult> results = GateEvaluator.evaluate(
                List.of(Gate.of("Motor", "looks(holdout)", null, null, max)), List.of(run), history);
        assertThat(results).hasSize(1);
        return results.get(0);
    }
}
