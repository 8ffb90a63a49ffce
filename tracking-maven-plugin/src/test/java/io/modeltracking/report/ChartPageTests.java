package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts of a run, drawn from their data in a real browser. */
class ChartPageTests extends PageTestCase {

    private static String kinds;
    private static String run;

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void drawsEveryKindFromItsData(ChartKind kind) throws Exception {
        open(kind);
        int series = switch (kind) {
            case HISTOGRAM, BARS, BEESWARM, SCATTER, WATERFALL, MURPHY -> 1;
            case RATIO, LOSS_RATIO, LORENZ, CALIBRATION, CURVES -> 2;
            case LIFT, ACTUAL_EXPECTED -> 3;
            case DOUBLE_LIFT -> 4;
        };
        assertThat(evaluate(kind, "chart.getOption().series.length")).isEqualTo(series);
        int points = kind == ChartKind.CURVES ? 5 : kind == ChartKind.WATERFALL ? 11 : 10;
        assertThat(evaluate(kind, "chart.getOption().series[chart.getOption().series.length - 1].data.length"))
                .isEqualTo(points);
        assertThat(browser.evaluate(holder(kind) + ".getAttribute('aria-label')")
                        .asText())
                .startsWith("Kind; 10 rows; ")
                .contains(" from 0.0", " to 0.9");
        browser.evaluate("document.querySelector('[data-kind=" + kind.id() + "] details').open = true");
        browser.settle();
        assertThat(browser.evaluate("document.querySelectorAll('[data-kind=" + kind.id() + "] tbody tr').length")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void drawsActualSolidAndExpectedDashedOverBarsOfExposure() throws Exception {
        open(ChartKind.LIFT);
        assertThat(browser.evaluate(
                                instance(ChartKind.LIFT)
                                        + ".getOption().series.map(one => [one.name, one.type, one.lineStyle && one.lineStyle.type].join(' ')).join('; ')")
                        .asText())
                .isEqualTo("weight bar ; actual line solid; expected line dashed");
    }

    @Test
    void showsValidationFirstAndNoPictureOfWhatIsDrawn() throws Exception {
        open(ChartKind.LIFT);
        assertThat(browser.text())
                .containsSubsequence("Charts · validation", "Charts · holdout", "Tables", "Artifacts");
        assertThat(browser.evaluate("document.querySelectorAll('.pictures img').length")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void keepsHostileTextText(ChartKind kind) throws Exception {
        MotorProject hostile = new MotorProject(Files.createDirectories(directory.resolve("hostile-" + kind.id())));
        MotorRun one = hostile.run("E")
                .artifact(
                        "c.json",
                        "application/json",
                        ChartFixture.json(ChartFixture.chart(kind, HostileProject.ATTACK)));
        hostile.add(one);
        browser.visit(write("hostile-" + kind.id(), hostile.input(List.of())) + "#run/"
                + one.id().substring(0, 8));
        browser.await("!!" + holder(kind));
        browser.evaluate(holder(kind) + ".scrollIntoView()");
        browser.await("!!" + instance(kind));
        browser.evaluate(instance(kind) + ".dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 1 })");
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.settle();
        assertThat(browser.evaluate("window.owned === undefined && !document.querySelector('[data-kind] img')")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"schemaVersion\":1,\"kind\":\"pie\",\"columns\":[1]}"})
    void fallsBackToThePictureAndSaysWhy(String json) throws Exception {
        MotorProject broken = new MotorProject(Files.createDirectories(directory.resolve("broken" + json.length())));
        MotorRun one = broken.run("E")
                .artifact("lift.json", "application/json", json.getBytes())
                .picture("lift.png");
        broken.add(one.finish(Status.FINISHED, Verdict.ACCEPTED, null));
        browser.visit(
                write("broken", broken.input(List.of())) + "#run/" + one.id().substring(0, 8));
        browser.await("document.querySelectorAll('.pictures img').length === 1");
        assertThat(browser.evaluate("document.querySelector('.refused').innerText")
                        .asText())
                .contains("not drawn: it");
    }

    @Test
    void clipsOutliersWithAMarkAndTellsTheirFullValue() throws Exception {
        MotorProject far = new MotorProject(Files.createDirectories(directory.resolve("far")));
        List<Double> values = List.of(1.0, 1.1, 0.9, 1.0, 1.05, 0.95, 1.02, 0.98, 1.01, 1e9 + 0.125);
        MotorRun one = far.run("E")
                .artifact(
                        "bars.json",
                        "application/json",
                        ChartFixture.json(ChartFixture.chart(
                                "scatter", "Kind", Map.of("x", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), "y", values))));
        far.add(one);
        browser.visit(write("far", far.input(List.of())) + "#run/" + one.id().substring(0, 8));
        browser.await("!!" + instance(ChartKind.SCATTER));
        assertThat(browser.evaluate(instance(ChartKind.SCATTER) + ".getOption().series[0].data[9].symbol")
                        .asText())
                .isEqualTo("triangle");
        assertThat(browser.text()).contains("1 value outside", "is drawn as ▲ at the edge");
        browser.evaluate(
                instance(ChartKind.SCATTER) + ".dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 9 })");
        browser.await(
                "!!document.querySelector('.tip') && document.querySelector('.tip').innerText.includes('1000000000.125')");
    }

    private static void open(ChartKind kind) throws Exception {
        if (kinds == null) {
            MotorProject charts = new MotorProject(Files.createDirectories(directory.resolve("charts")));
            run = ChartFixture.everyKind(charts, "Kind").substring(0, 8);
            kinds = write("charts", charts.input(List.of()));
        }
        browser.visit(kinds + "#run/" + run);
        browser.await("!!" + holder(kind));
        browser.evaluate(holder(kind) + ".scrollIntoView()");
        browser.await("!!" + instance(kind));
    }

    private static int evaluate(ChartKind kind, String expression) throws Exception {
        return browser.evaluate("(chart => " + expression + ")(" + instance(kind) + ")")
                .asInt();
    }

    private static String holder(ChartKind kind) {
        return "document.querySelector('[data-kind=" + kind.id() + "] .chart')";
    }

    private static String instance(ChartKind kind) {
        return "echarts.getInstanceByDom(" + holder(kind) + ")";
    }
}
