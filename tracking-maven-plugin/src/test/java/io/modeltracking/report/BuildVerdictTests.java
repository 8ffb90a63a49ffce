package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.gate.GateVerdict;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildVerdictTests {

    @TempDir
    Path directory;

    private static final GateLine HOLDS = new GateLine("g", "rmse <= 1", "*", "rmse", 0.5, null, 1.0, true, null, null);
    private static final GateLine FAILS =
            new GateLine("g", "rmse <= 1", "*", "rmse", 1.5, null, 1.0, false, "too large", null);

    @Test
    void passesWhenEveryGateHolds() {
        assertThat(BuildVerdict.of(List.of(HOLDS), List.of(run("a", 1, Status.FINISHED, null, false))))
                .isEqualTo(BuildVerdict.PASSED);
    }

    @Test
    void failsWithOneGate() {
        assertThat(BuildVerdict.of(List.of(HOLDS, FAILS), List.of())).isEqualTo(BuildVerdict.FAILED);
    }

    @Test
    void claimsNothingWithoutGates() {
        assertThat(BuildVerdict.of(List.of(), List.of(run("a", 1, Status.FINISHED, null, false))))
                .isEqualTo(BuildVerdict.UNGATED);
    }

    @Test
    void failsWithAFailedExperimentWhateverTheGatesSay() {
        assertThat(BuildVerdict.of(List.of(HOLDS), List.of(run("a", 1, Status.BROKEN, null, false))))
                .isEqualTo(BuildVerdict.FAILED);
        assertThat(BuildVerdict.of(List.of(HOLDS), List.of(run("a", 1, Status.INTERRUPTED, null, false))))
                .isEqualTo(BuildVerdict.FAILED);
    }

    @Test
    void countsTheLastAttemptOfATest() {
        List<ReportRun> runs =
                List.of(run("a", 2, Status.FINISHED, null, false), run("a", 1, Status.FAILED, null, false));
        assertThat(BuildVerdict.of(List.of(HOLDS), runs)).isEqualTo(BuildVerdict.PASSED);
    }

    @Test
    void countsNeitherTrialsNorRunsFromOutside() {
        List<ReportRun> runs =
                List.of(run("a", 1, Status.FAILED, "0".repeat(32), false), run("b", 1, Status.BROKEN, null, true));
        assertThat(BuildVerdict.of(List.of(HOLDS), runs)).isEqualTo(BuildVerdict.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, The gate holds.",
        "1, 4, 0, The gate holds.",
        "3, 1, 0, All 3 gates hold.",
        "3, 4, 0, All 3 gates hold on 4 experiments.",
        "1, 4, 2, The gate failed.",
        "3, 4, 2, 1 of 3 gates failed."
    })
    void countsAGateOnSeveralExperimentsOnce(int gates, int experiments, int failures, String sentence)
            throws Exception {
        List<GateLine> lines = new ArrayList<>();
        for (int gate = 0; gate < gates; gate++) {
            for (int one = 0; one < experiments; one++) {
                boolean passed = lines.size() >= failures;
                lines.add(new GateLine(
                        "E" + one,
                        "m <= 1",
                        "E" + one,
                        "m",
                        0.5,
                        null,
                        1.0,
                        passed ? GateVerdict.PASSED : GateVerdict.FAILED,
                        null,
                        null,
                        "E*" + "*".repeat(gate)));
            }
        }
        ReportInput input = new MotorProject(directory).input(lines);
        assertThat(BuildVerdict.sentence(input)).startsWith(sentence + " No run");
    }

    private static ReportRun run(String test, int attempt, Status status, String parent, boolean outside) {
        RunEvent.Started started = new RunEvent.Started(
                1,
                MotorProject.START,
                MotorProject.hex64(test + attempt).substring(0, 32),
                "E",
                null,
                null,
                parent,
                null,
                null,
                attempt,
                "g:a",
                "T",
                test,
                test,
                "1",
                null,
                null,
                null,
                Map.of());
        RunRecord record = new RunRecord(
                started,
                status,
                MotorProject.START,
                status == Status.FINISHED ? Verdict.ACCEPTED : null,
                null,
                null,
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new ReportRun(record, null, null, Path.of("artifacts"), outside);
    }
}
