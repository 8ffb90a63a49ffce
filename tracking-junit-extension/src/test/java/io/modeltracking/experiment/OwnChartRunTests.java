package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Chart;
import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.ModelExperiment;
import io.modeltracking.RequireGap;
import io.modeltracking.Run;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own tables, charts and metrics. */
class OwnChartRunTests {

    @TempDir
    static Path base;

    private static Experiments experiments;

    @BeforeAll
    static void execute() {
        experiments = Experiments.in(base).execute(OwnTestCase.class);
    }

    static class OwnTestCase {

        private static final double[] YEARS = {2023, 2024, 2025};

        @ModelExperiment
        void draws(Run run) {
            Map<String, Object> columns = new LinkedHashMap<>();
            columns.put("level", List.of("young", "=SUM(A1)"));
            columns.put("relativity", new double[] {1.5, 0.9});
            columns.put("claims", new int[] {3, 4});
            run.table("tariff/relativities", columns)
                    .table("rows", Dataset.of(new double[][] {{1, Double.NaN}}, "age", "power"))
                    .chart("bars", Chart.bars("Relativities", new String[] {"young"}, new double[] {1.5}))
                    .chart(
                            "points",
                            Chart.scatter("Points", YEARS, YEARS).xTitle("year").hint("On the diagonal."))
                    .chart(
                            "tariff/by_year",
                            Chart.lines("Frequency")
                                    .x("year", YEARS)
                                    .line("observed", new double[] {0.1, Double.NaN, 0.12})
                                    .line("model", new double[] {0.1, 0.11, 0.12})
                                    .yTitle("claims per year"));
        }

        @ModelExperiment
        @RequireGap(train = "train.profit", test = "test.profit", maxRelative = 0.1)
        void earnsLessOnTest(Run run) {
            run.metric("train.profit", 10, Direction.MAXIMIZE).metric("test.profit", 8, Direction.MAXIMIZE);
        }

        @ModelExperiment
        void turnsRound(Run run) {
            run.metric("test.profit", 8, Direction.MAXIMIZE).metric("test.profit", 8, Direction.MINIMIZE);
        }

        @ModelExperiment
        void namesAnotherType(Run run) {
            run.table("relativities", Map.of("level", 1));
        }

        @ModelExperiment
        void givesLinesWithoutX(Run run) {
            run.chart("by_year", Chart.lines("Frequency").line("model", YEARS));
        }

        @ModelExperiment
        void givesALineThatIsTooShort(Run run) {
            run.chart("by_year", Chart.lines("Frequency").x("year", YEARS).line("model", new double[2]));
        }

        @ModelExperiment
        void givesNoLine(Run run) {
            run.chart("by_year", Chart.lines("Frequency").x("year", YEARS));
        }

        @ModelExperiment
        void namesAChartAsATable(Run run) {
            run.table("by_year", Map.of("year", YEARS));
            run.chart("by_year", Chart.scatter("Points", YEARS, YEARS));
        }

        @ModelExperiment
        void leavesItsFolder(Run run) {
            run.chart("../by_year", Chart.scatter("Points", YEARS, YEARS));
        }
    }

    private static String text(RunRecord run, String artifact) throws IOException {
        return Files.readString(base.resolve(".tracking/runs")
                .resolve(run.id())
                .resolve("artifacts")
                .resolve(artifact));
    }

    @Test
    void tablesAreKeptAsCsvAndJson() throws IOException {
        RunRecord run = experiments.run("draws");

        assertThat(text(run, "tariff/relativities.csv"))
                .isEqualTo("level,relativity,claims\r\nyoung,1.5,3.0\r\n'=SUM(A1),0.9,4.0\r\n");
        assertThat(text(run, "rows.csv")).isEqualTo("age,power\r\n1.0,NaN\r\n");
        assertThat(run.artifacts()).extracting(Artifact::name).contains("tariff/relativities.json", "rows.json");
    }

    @Test
    void chartsAreKeptAsDataAndPicture() throws IOException {
        RunRecord run = experiments.run("draws");

        assertThat(run.artifacts())
                .extracting(Artifact::name)
                .contains("bars.png", "points.png", "tariff/by_year.png", "tariff/by_year.csv");
        io.modeltracking.chart.Chart lines = io.modeltracking.chart.Chart.read(
                text(run, "tariff/by_year.json").getBytes());
        assertThat(lines)
                .returns("Frequency", io.modeltracking.chart.Chart::title)
                .returns("year", io.modeltracking.chart.Chart::xTitle)
                .returns("claims per year", io.modeltracking.chart.Chart::yTitle);
        assertThat(text(run, "tariff/by_year.csv")).contains("observed,2024.0,NaN\r\n", "model,2025.0,0.12\r\n");
    }

    @Test
    void aDeclaredDirectionDecidesWhatIsWorse() {
        assertThat(experiments.failure("earnsLessOnTest"))
                .hasMessageContaining("gap train.profit → test.profit <= 10.0 %: observed 20 % (10.0 → 8.0)");
        assertThat(experiments.run("earnsLessOnTest").metrics().get(0).direction())
                .isEqualTo("MAXIMIZE");
    }

    @Test
    void aMetricHasOneDirection() {
        assertThat(experiments.failure("turnsRound"))
                .hasMessageContaining("declared to MAXIMIZE before, and now to MINIMIZE");
    }

    @Test
    void faultsAreNamed() {
        assertThat(experiments.failure("namesAnotherType"))
                .hasMessageContaining("column level must be a double[] or a String[], not Integer");
        assertThat(experiments.failure("givesLinesWithoutX")).hasMessageContaining("give x(title, values) before line");
        assertThat(experiments.failure("givesALineThatIsTooShort"))
                .hasMessageContaining("line \"model\" has 2 values, x has 3");
        assertThat(experiments.failure("givesNoLine")).hasMessageContaining("\"Frequency\" has no line(name, values)");
        assertThat(experiments.failure("namesAChartAsATable"))
                .hasMessageContaining("The chart by_year would replace the table of the same name in by_year.json");
        assertThat(experiments.failure("leavesItsFolder")).hasMessageContaining("looks like a path out of its folder");
        assertThat(experiments.run("leavesItsFolder").status()).isEqualTo(Status.BROKEN);
    }
}
