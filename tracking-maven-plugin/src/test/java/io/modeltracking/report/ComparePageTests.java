package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs side by side. */
class ComparePageTests extends PageTestCase {

    @Test
    void saysBetterAndWorseByTheMetricsDirection() throws Exception {
        MotorProject two = project("directions");
        two.add(two.run("E")
                .metric("validation.rmse", 0.5)
                .metric("validation.gini", 0.3)
                .metric("count", 1));
        two.add(two.run("E")
                .metric("validation.rmse", 0.6)
                .metric("validation.gini", 0.4)
                .metric("count", 2));
        compare("directions", two);
        assertThat(browser.text()).contains("same data", "+0.1000 worse", "+0.1000 better");
        assertThat(browser.evaluate("document.querySelectorAll('#main :is(.better, .worse)').length")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void callsNothingBetterOnOtherData() throws Exception {
        MotorProject two = project("data");
        two.add(two.run("E").metric("validation.rmse", 0.5));
        two.add(two.run("E").metric("validation.rmse", 0.6).event(new RunEvent.Data(otherRows())));
        compare("data", two);
        assertThat(browser.text()).contains("not comparable: the data differ", "+0.1000");
        assertThat(browser.evaluate("document.querySelectorAll('#main :is(.better, .worse)').length")
                        .asInt())
                .isZero();
    }

    @Test
    void setsChartsOfTheSameNameBesideEachOther() throws Exception {
        MotorProject three = project("charts");
        three.add(lift(three.run("E"), "validation/lift.json"));
        three.add(lift(three.run("E"), "validation/lift.json"));
        three.add(lift(three.run("E"), "validation/other.json"));
        compare("charts", three);
        assertThat(browser.text()).contains("1 chart that two or more of the runs have");
        assertThat(browser.evaluate("document.querySelectorAll('.plot[data-kind=lift] svg').length")
                        .asInt())
                .isEqualTo(2);
    }

    private static MotorProject project(String name) throws IOException {
        return new MotorProject(Files.createDirectories(directory.resolve(name)));
    }

    private static MotorRun lift(MotorRun run, String name) throws IOException {
        return run.artifact(name, "application/json", ChartFixture.json(ChartFixture.chart(ChartKind.LIFT, "Lift")));
    }

    private static void compare(String name, MotorProject project) throws Exception {
        String ids = String.join(
                ",", project.runs().stream().map(run -> run.record().id()).toList());
        browser.visit(write(name, project.input(List.of())) + "#compare/" + ids);
        browser.settle();
    }

    private static DatasetRecord otherRows() {
        return new DatasetRecord(
                "validation", "VALIDATION", null, "f".repeat(64), "table/v1", 1L, List.of(), null, List.of(), null);
    }
}
