package io.modeltracking.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.Recorder;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFilesTests {

    @TempDir
    Path base;

    private MotorModel model;

    @BeforeEach
    void register() throws IOException {
        model = MotorModel.in(base);
    }

    @Test
    void hasEveryRunWithHowItEnded() throws IOException {
        List<String> lines = csv();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).startsWith("run,kind,experiment,study,trial,outcome,reason,chosen,considered,start");
        assertThat(line(MotorModel.STUDY)).contains(",study,", ",accepted,");
        assertThat(line(1))
                .contains(
                        ",trial,",
                        ",accepted,",
                        ",true,true,",
                        "Ada (git)," + MotorModel.COMMIT + ",false,kept,0.55,3");
        assertThat(line(2)).contains(",accepted,", ",false,false,");
        assertThat(line(3)).contains(",rejected,");
        assertThat(line(4)).contains(",broken,", ",NaN,");
    }

    @Test
    void noCellIsAFormula() throws IOException {
        assertThat(line(4)).contains(",'=cmd|' /C calc'!A0 <b>broken</b>,");
    }

    @Test
    void aRunWhoseJournalIsLostStands() throws IOException {
        Files.delete(model.root.run(RunFixture.id(3)).resolve("run.jsonl"));
        Files.delete(model.root.run(RunFixture.id(2)).resolve("run.jsonl"));
        assertThat(line(3)).contains(",rejected,gap 5.5 % > 5 %,false,true,", ",LOST,");
        assertThat(line(2)).contains(",finished,", ",LOST,");
        assertThat(csv()).hasSize(6);
        assertThat(csv()).doesNotHaveDuplicates();
    }

    @Test
    void runsOfOtherModelsAreNoneOfIt() throws IOException {
        RunFixture.run(model.root, 7).experiment("Home_2026_Frequency").finished();
        new Recorder(model.root, model.ledger, MotorModel.CLOCK, "1.0").record(null, false);
        assertThat(csv()).hasSize(6).noneMatch(line -> line.contains("Home_"));
        assertThat(model.subject().ledger()).hasSize(2);
    }

    @Test
    void theJsonHasTheSame() throws IOException {
        csv();
        JsonNode json = RunJson.mapper().readTree(base.resolve("history.json").toFile());
        assertThat(json.path("version").asText()).isEqualTo("motor-frequency/1");
        assertThat(json.path("runs")).hasSize(5);
        JsonNode winner = json.path("runs").get(1);
        assertThat(winner.path("run").asText()).isEqualTo(RunFixture.id(1));
        assertThat(winner.path("chosen").asBoolean()).isTrue();
        assertThat(winner.path("params").path("max_depth").asText()).isEqualTo("3");
        assertThat(winner.path("metrics")
                        .path("validation.poisson_deviance.per_exposure")
                        .asDouble())
                .isEqualTo(0.55);
        assertThat(json.path("runs").get(4).path("objective").asText()).isEqualTo("NaN");
    }

    private String line(int run) throws IOException {
        return csv().stream()
                .filter(line -> line.startsWith(RunFixture.id(run)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> csv() throws IOException {
        new HistoryFiles(model.root).write(model.subject(), base);
        return Files.readAllLines(base.resolve("history.csv"));
    }
}
