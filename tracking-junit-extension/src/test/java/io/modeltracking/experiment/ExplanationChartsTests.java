package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.autolog.AutologSink.Feature;
import io.modeltracking.autolog.Explanation;
import io.modeltracking.chart.Chart;
import io.modeltracking.chart.Column;
import io.modeltracking.chart.PictureResult.Picture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationChartsTests {

    private static final double NAN = Double.NaN;

    /** Region, a code, counts most; then DrivAge; "z=1" least. */
    private final Explanation explanation = new Explanation(
            List.of(new Feature("DrivAge", "q"), new Feature("Region", "q"), new Feature("z=1", "c")),
            new int[] {3, 8, 11, 20},
            new double[][] {{50, 2, 0}, {30, 1, 1}, {40, 2, 0}, {NAN, 0, 1}},
            new double[][] {{0.2, -0.5, 0}, {-0.3, 0.4, 0.01}, {0.1, -0.6, 0}, {0, 0.7, -0.02}},
            -2,
            "log");

    private final ExplanationCharts charts = new ExplanationCharts(explanation, "Region"::equals);

    private static List<Double> numbers(Chart chart, String column) {
        return ((Column.Numbers) column(chart, column)).values();
    }

    private static List<String> texts(Chart chart, String column) {
        return ((Column.Texts) column(chart, column)).values();
    }

    private static Column column(Chart chart, String name) {
        return chart.data().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void featuresStandInTheOrderOfTheirMeanSize() {
        Chart bar = charts.overall().get("shap_bar");

        assertThat(texts(bar, "label")).containsExactly("Region", "DrivAge", "z=1");
        assertThat(numbers(bar, "value")).containsExactly(0.55, 0.15, 0.0075);
        assertThat(bar.xTitle()).isEqualTo("mean |SHAP value (log scale)|");
    }

    @Test
    void onlyOrderedFeaturesAreColouredByTheirValue() {
        Chart summary = charts.overall().get("shap_summary");

        assertThat(texts(summary, "feature").subList(4, 8)).containsOnly("DrivAge");
        assertThat(numbers(summary, "value").subList(4, 8)).containsExactly(-0.3, 0.0, 0.1, 0.2);
        assertThat(numbers(summary, "level").subList(4, 8)).containsExactly(1 / 6.0, NAN, 0.5, 5 / 6.0);
        assertThat(numbers(summary, "level").subList(0, 4)).containsOnly(NAN);
        assertThat(numbers(summary, "level").subList(8, 12)).containsOnly(NAN);
    }

    @Test
    void aDependenceChartHasTheValuesInOrder() {
        Map<String, Chart> overall = charts.overall();

        assertThat(overall)
                .containsOnlyKeys(
                        "shap_summary",
                        "shap_bar",
                        "shap_dependence_driv_age",
                        "shap_dependence_region",
                        "shap_dependence_z_1");
        assertThat(numbers(overall.get("shap_dependence_driv_age"), "x")).containsExactly(30.0, 40.0, 50.0, NAN);
        assertThat(numbers(overall.get("shap_dependence_driv_age"), "y")).containsExactly(-0.3, 0.1, 0.2, 0.0);
    }

    @Test
    void waterfallsAreThoseOfTheLowestTheMedianAndTheHighestPrediction() {
        Map<String, Chart> waterfalls = new Waterfalls(explanation).of();

        assertThat(waterfalls).containsOnlyKeys("shap_waterfall_11", "shap_waterfall_8", "shap_waterfall_20");
        Chart lowest = waterfalls.get("shap_waterfall_11");
        assertThat(texts(lowest, "label")).containsExactly("base", "Region = 2", "DrivAge = 40", "z=1 = 0");
        assertThat(numbers(lowest, "value")).containsExactly(-2.0, -0.6, 0.1, 0.0);
        assertThat(texts(waterfalls.get("shap_waterfall_20"), "label")).contains("DrivAge = missing");
    }

    @Test
    void chosenRowsAreNamedByTheirNumbersInTheMatrix() {
        Map<String, Chart> waterfalls = new Waterfalls(explanation).of(20, 3, 4);

        assertThat(waterfalls.keySet()).containsExactly("shap_waterfall_20", "shap_waterfall_3");
        assertThat(numbers(waterfalls.get("shap_waterfall_3"), "value")).containsExactly(-2.0, -0.5, 0.2, 0.0);
    }

    @Test
    void everyChartCanBeDrawn() {
        charts.overall().values().forEach(chart -> assertThat(chart.png()).isInstanceOf(Picture.class));
        new Waterfalls(explanation)
                .of()
                .values()
                .forEach(chart -> assertThat(chart.png()).isInstanceOf(Picture.class));
    }

    @Test
    void theTableHasEveryContribution() {
        assertThat(new String(charts.contributions().csv(), StandardCharsets.UTF_8))
                .startsWith("row,base,shap DrivAge,shap Region,shap z=1\r\n")
                .contains("20.0,-2.0,0.0,0.7,-0.02");
    }
}
