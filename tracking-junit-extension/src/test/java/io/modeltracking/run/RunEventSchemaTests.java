package io.modeltracking.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunEvent.Data;
import io.modeltracking.run.RunEvent.Fact;
import io.modeltracking.run.RunEvent.Failure;
import io.modeltracking.run.RunEvent.Feature;
import io.modeltracking.run.RunEvent.Finished;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunEvent.Note;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Seed;
import io.modeltracking.run.RunEvent.Tag;
import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SearchEvent.Reused;
import io.modeltracking.run.SearchEvent.Trial;
import io.modeltracking.run.SearchEvent.Winner;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event is as its JSON Schema says, and reads back as itself. */
class RunEventSchemaTests {

    private static final String SHA = "0e2b130e674eb385dbcdad81390e74fa0fa24c0cd865986b348bbceed5892c1c";

    private static Schema schema() {
        try (InputStream in = RunEvent.class.getResourceAsStream("run-event.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<RunEvent> events() {
        Instant now = Instant.parse("2026-11-23T12:00:00.123Z");
        DatasetRecord.Column column =
                new DatasetRecord.Column("Exposure", "real", SHA, 0, "0.0027", "1.0", Double.NaN, 187L);
        DatasetRecord dataset = new DatasetRecord(
                "train",
                "TRAIN",
                SHA,
                SHA,
                "table/v1",
                60_000L,
                List.of(column),
                new DatasetRecord.Source("sql", null, null, "select * from policy where year = ?", List.of("2026")),
                List.of("IDpol"),
                "train.sample.csv");
        return Stream.of(
                Runs.started(Runs.ID, "jvm-1.lock"),
                new Param("a", ParamValue.of(1), null),
                new Param("a", ParamValue.of(new BigInteger("123456789012345678901234567890")), Origin.SEARCH),
                new Param("a", ParamValue.of(1.0), Origin.AUTOLOG),
                new Param("a", ParamValue.of(-0.0), Origin.COMMAND_LINE),
                new Param("a", ParamValue.of(Double.NEGATIVE_INFINITY), null),
                new Param("a", ParamValue.of(Double.NaN), Origin.USER),
                new Param("a", ParamValue.of(true), null),
                new Param("a", ParamValue.of(""), null),
                new Param("a", ParamValue.of("\u0000 \ud83d\ude97 </script> |"), null),
                new Metric("test.rmse", 0.1, null, 1_764_000_000_000L, null),
                new Metric("test.rmse", Double.NaN, -3L, 0, "MINIMIZE"),
                new Metric("test.rmse", Double.MIN_VALUE, Long.MAX_VALUE, 0, "MAXIMIZE"),
                new Tag("stage", ""),
                new Tag("stage", "tuning"),
                new Note("# Why\n\n*because*"),
                new Artifact("plots/lift.png", "image/png", 12, SHA, List.of("train")),
                new Data(dataset),
                new Model(
                        "model",
                        "model.ubj",
                        "xgboost-ubj",
                        9,
                        SHA,
                        List.of(new Feature("DrivAge", "float"), new Feature("Area", null)),
                        "xgboost4j",
                        "3.0.4"),
                new Fact("source", SHA),
                new Seed("seed/v1", 42, List.of("exp", "trial", "0", "xgboost"), -6691452575085597247L),
                new Check(
                        "test.rmse <= 0.5",
                        "metric",
                        "test.rmse",
                        Double.NaN,
                        null,
                        0.5,
                        null,
                        Verdict.REJECTED,
                        "NaN"),
                new Warning("autolog-off", "no agent"),
                new Trial(0, "tpe/optuna-5.0", List.of()),
                new Trial(3, "enqueue", List.of(0, 2)),
                new Trial(4, "tpe/optuna-5.0", List.of(0, 2), List.of(1, 3)),
                new Objective("validation.rmse", "MINIMIZE", null, null),
                new Objective("validation.rmse@min", "MAXIMIZE", 0.5, Double.POSITIVE_INFINITY),
                new Objective("validation.rmse", "MINIMIZE", 0.5, 0.0, 5, 0.01, "validation.rmse"),
                new Reused(2, Runs.ID),
                new Winner(3, Runs.ID, 0.5, "smallest validation.rmse of 4 accepted trials"),
                new Finished(now, Status.BROKEN, null, "boom", new Failure("java.lang.Error", null, "at …")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsAreAsTheSchemaSays(RunEvent event) {
        String line = new String(RunJson.line(event), StandardCharsets.UTF_8);

        assertThat(schema().validate(line, InputFormat.JSON)).as(line).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsReadBackAsThemselves(RunEvent event) throws IOException {
        byte[] line = RunJson.line(event);

        assertThat(new String(line, StandardCharsets.UTF_8)).doesNotContain("\n");
        assertThat(RunJson.event(line, line.length)).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"metric\",\"name\":\"x\",\"time\":1}",
                "{\"event\":\"metric\",\"name\":\"x\",\"value\":\"nan\",\"time\":1}",
                "{\"event\":\"artifact\",\"name\":\"x\",\"size\":1,\"sha256\":\"abc\"}",
                "{\"event\":\"finished\",\"time\":\"2026-11-23T12:00:00Z\",\"status\":\"GREAT\"}",
                "{\"event\":\"trial\",\"number\":-1,\"sampler\":\"grid/1\",\"seen\":[]}",
                "{\"event\":\"objective\",\"metric\":\"loss\",\"direction\":\"BEST\"}",
                "{\"event\":\"objective\",\"metric\":\"loss\",\"direction\":\"MINIMIZE\",\"parts\":0}",
                "{\"event\":\"reused\",\"trial\":1,\"run\":\"abc\"}",
                "{\"event\":\"winner\",\"trial\":1,\"run\":\"abc\",\"objective\":1,\"rule\":\"best\"}",
                "{\"name\":\"x\"}"
            })
    void theSchemaRefusesWhatIsNoEvent(String line) {
        assertThat(schema().validate(line, InputFormat.JSON)).isNotEmpty();
    }
}
