package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenMetricsReportTests {

    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([a-z]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\n\"])*\",?)+\\} (NaN|[+-]Inf|-?[0-9.]+(E-?[0-9]+)?)");

    @TempDir
    Path directory;

    @Test
    void followsTheFormat() throws Exception {
        checkFormat(text(MotorProject.typical(directory).input()));
        checkFormat(text(HostileProject.input(directory, HostileProject.ATTACK)));
    }

    @Test
    void isCompleteWithoutRuns() throws Exception {
        assertThat(text(new MotorProject(directory).input(List.of()))).isEqualTo("# EOF\n");
    }

    @Test
    void spellsWhatIsNoNumber() throws Exception {
        MotorProject project = new MotorProject(directory);
        project.add(project.run("E")
                .metric("a", Double.NaN)
                .metric("b", Double.POSITIVE_INFINITY)
                .metric("c", Double.NEGATIVE_INFINITY)
                .metric("d", 1e-7));
        assertThat(text(project.input(List.of())))
                .containsPattern("model_a\\{.*} NaN\n")
                .containsPattern("model_b\\{.*} \\+Inf\n")
                .containsPattern("model_c\\{.*} -Inf\n")
                .containsPattern("model_d\\{.*} 1.0E-7\n");
    }

    @Test
    void keepsMetricsApartWhoseNamesLookAlike() throws Exception {
        MotorProject project = new MotorProject(directory);
        project.add(project.run("E")
                .metric("test.rmse", 1)
                .metric("test_rmse", 2)
                .event(new RunEvent.Metric("test.rmse", 3.0, 2L, 0, null)));
        String text = text(project.input(List.of()));
        checkFormat(text);
        assertThat(text)
                .containsOnlyOnce("# TYPE model_test_rmse gauge")
                .contains("metric=\"test.rmse\"", "metric=\"test_rmse\"")
                .containsPattern("\"test.rmse\".*} 3.0\n");
    }

    @Test
    void hasOfAStudyItsFiguresAndItsWinner() throws Exception {
        MotorProject project = MotorProject.typical(directory);
        String text = text(project.input());
        List<String> trials = project.runs().stream()
                .map(ReportRun::record)
                .filter(run -> run.started().trial() != null)
                .map(RunRecord::id)
                .toList();
        assertThat(trials).hasSize(6);
        assertThat(trials.stream().filter(text::contains))
                .containsExactly(project.winner().record().id());
        assertThat(text).contains("tracking_study_trials{");
    }

    private static void checkFormat(String text) {
        assertThat(text).endsWith("# EOF\n");
        Set<String> families = new HashSet<>();
        Set<String> samples = new HashSet<>();
        String family = null;
        for (String line : text.substring(0, text.length() - 6).split("\n")) {
            if (line.startsWith("# TYPE ")) {
                family = line.split(" ")[2];
                assertThat(families.add(family))
                        .as("one block a family: " + line)
                        .isTrue();
            } else {
                assertThat(line).matches(SAMPLE).startsWith(family + "{");
                assertThat(samples.add(line.substring(0, line.lastIndexOf(' '))))
                        .as("one sample a label set: " + line)
                        .isTrue();
            }
        }
    }

    private static String text(ReportInput input) throws Exception {
        StringWriter out = new StringWriter();
        new OpenMetricsReport(input).write(out);
        return out.toString();
    }
}
