package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.gate.GateVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a person meets it, in a real browser, from a file. */
class PageInBrowserTests extends PageTestCase {

    @Test
    void answersFirstWhetherThisMayBeReleased() throws Exception {
        browser.visit(page);
        assertThat(browser.evaluate("document.querySelector('h1').innerText").asText())
                .isEqualTo("May not be released");
        assertThat(browser.evaluate("document.querySelectorAll('.gate').length").asInt())
                .isEqualTo(3);
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('.gatebar')].map(bar => bar.getAttribute('aria-label'))[0]")
                        .asText())
                .isEqualTo("Deviance: 0.5896, rule " + MotorProject.DEVIANCE + " <= 0.60, holds");
        assertThat(browser.text()).contains("mvn tracking:reproduce -Drun=" + winner(), "Autolog was off", "Failures");
    }

    @Test
    void listsTheRunsThatWereAskedForAndJudgesAll() throws Exception {
        List<String> ids = project.runs().stream().map(run -> run.record().id()).toList();
        Listing listing = new Listing("metrics.x < \"0.6\"", "o", null, 2, List.of(ids.get(9), ids.get(0)));
        String some = write("listing", project.listing(listing));
        String sentence = "2 of 12 runs and trials are listed by o; hidden are 10 by the filter metrics.x < \"0.6\".";
        browser.visit(some);
        assertThat(browser.text()).contains("May not be released", "2 experiments failed. 6 runs:", sentence);
        assertThat(browser.evaluate("document.querySelector('#nav [data-page=runs]').textContent")
                        .asText())
                .isEqualTo("Runs 2");
        browser.visit(some + "#runs");
        assertThat(browser.text()).contains(sentence);
        assertThat(browser.evaluate("[...document.querySelectorAll('.tabulator-row a[href^=\"#run/\"]')]"
                                + ".map(one => one.textContent).join()")
                        .asText())
                .isEqualTo(ids.get(9).substring(0, 8) + "," + ids.get(0).substring(0, 8));
        assertThat(browser.evaluate("document.querySelector('#count').textContent")
                        .asText())
                .isEqualTo("2 runs");
    }

    @Test
    void saysHowOftenHeldOutDataHasBeenLookedAt() throws Exception {
        browser.visit(page);
        assertThat(browser.text()).contains("Looks at held-out data so far: holdout 3");
        String study = browser.evaluate("document.querySelector('.verdict ~ .grid a[href^=\"#run/\"]').hash")
                .asText();
        browser.visit(page + study);
        assertThat(browser.text()).contains("Looks at held-out data so far: holdout 3");
        browser.visit(page + "#run/" + winner());
        assertThat(browser.text()).doesNotContain("Looks at");
    }

    @ParameterizedTest
    @CsvSource({"INCONCLUSIVE, '?inconclusive'", "NOT_COMPARABLE, '≠not comparable'"})
    void givesWhatCannotBeToldASignOfItsOwn(GateVerdict verdict, String sign) throws Exception {
        GateLine gate = new GateLine("Gini", "gini >= 0.3", "E", "gini", 0.31, 0.3, null, verdict, "why", null, "E");
        browser.visit(write(verdict.name(), project.input(List.of(gate))));
        assertThat(browser.evaluate("document.querySelector('.gate .pill').textContent")
                        .asText())
                .isEqualTo(sign);
        assertThat(browser.evaluate("document.querySelectorAll('.gate :is(.cross, .dot.good)').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.querySelector('.gatebar').getAttribute('aria-label')")
                        .asText())
                .endsWith(", " + sign.substring(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "metrics.validation.poisson_deviance.per_exposure < 0.59;3",
                "metrics.validation.poisson_deviance.per_exposure < 0.59 and outcome = ACCEPTED;2",
                "outcome = REJECTED or status = BROKEN;3",
                "params.max_depth = 5;3",
                "params.learning_rate >= 0.1;4",
                "experiment = Motor_2026_Frequency_*;11",
                "experiment != *Grid;5",
                "overfitted;1",
                "\"gap 6.2 %\";1",
                "reason ~ gap;2",
                "trial >= 3;3",
                "dirty = true;12",
                "validation.gini.exposure > 0.29;2",
                "nothing like it;0",
                "count:poisson;6",
                "metrics.'x' and;0"
            })
    void filters(String filter, int runs) throws Exception {
        browser.visit(page + "#runs?filter=" + encoded(filter));
        browser.await("document.getElementById('count').innerText !== ''");
        assertThat(browser.evaluate("document.getElementById('count').innerText")
                        .asText())
                .startsWith(runs + (runs == 1 ? " run " : " run"))
                .isEqualTo(runs == 12 ? "12 runs" : (runs == 1 ? "1 run" : runs + " runs") + " of 12");
    }

    @Test
    void saysWhatIsWrongWithAFilter() throws Exception {
        browser.visit(page + "#runs?filter=" + encoded("metrics.tset.rmse < 1"));
        browser.await("document.getElementById('problem').innerText !== ''");
        assertThat(browser.evaluate("document.getElementById('problem').innerText")
                        .asText())
                .startsWith("No run has \"metrics.tset.rmse\".");
        assertThat(browser.evaluate("document.getElementById('find').getAttribute('aria-invalid')")
                        .asText())
                .isEqualTo("true");
    }

    @Test
    void isUsableByKeyboard() throws Exception {
        browser.visit(page + "#runs");
        browser.await("document.querySelectorAll('.tabulator-row').length === 12");
        browser.key("/");
        browser.type("outcome = REJECTED");
        browser.await("document.querySelectorAll('.tabulator-row').length === 2");
        assertThat(browser.evaluate("location.hash").asText())
                .isEqualTo("#runs?filter=" + encoded("outcome = REJECTED"));
        browser.key("Escape");
        browser.key("ArrowDown");
        browser.key("ArrowDown");
        browser.key("Enter");
        browser.await("document.getElementById('main').dataset.page === 'run'");
        assertThat(browser.text()).contains("Run be149fd6 rejected", "gap 82.2 % > 5 %, as expected");
        String before =
                browser.evaluate("document.documentElement.dataset.theme").asText();
        browser.key("t");
        assertThat(browser.evaluate("document.documentElement.dataset.theme").asText())
                .isNotEqualTo(before);
        browser.key("?");
        assertThat(browser.evaluate("document.querySelector('dialog[open]').innerText")
                        .asText())
                .contains("filter the runs");
    }

    @Test
    void opensTheRunThatIsClicked() throws Exception {
        browser.visit(page + "#runs");
        browser.await("document.querySelectorAll('.tabulator-row').length === 12");
        browser.evaluate(
                "document.querySelectorAll('.tabulator-row')[6].querySelectorAll('.tabulator-cell')[3].click()");
        browser.await("document.getElementById('main').dataset.page === 'run'");
        assertThat(browser.evaluate("location.hash").asText()).isEqualTo("#run/" + winner());
    }

    @Test
    void sortsMissingValuesLastEitherWay() throws Exception {
        browser.visit(page + "#runs");
        browser.await("document.querySelectorAll('.tabulator-row').length === 12");
        String title =
                "[...document.querySelectorAll('.tabulator-col-title')].find(one => one.innerText.replace(/\\s/g, '').startsWith('validation.gini'))";
        for (String expected : List.of("0.2500", "0.3060")) {
            browser.evaluate(title + ".click()");
            browser.settle();
            assertThat(browser.evaluate("document.querySelector('.tabulator-row').innerText")
                            .asText())
                    .contains(expected);
        }
    }

    @Test
    void showsARunWithAllThatWasRecorded() throws Exception {
        browser.visit(page + "#run/" + winner());
        browser.settle();
        assertThat(browser.text())
                .contains(
                        "Run " + winner() + " accepted",
                        "gap train to validation <= 5 %",
                        "max_depth",
                        "search",
                        "xgboost.poisson-nloglik",
                        "Learning curves",
                        "lift_chart.png",
                        "610,212 × 4",
                        "uncommitted changes",
                        "Eclipse Adoptium",
                        "shared / split",
                        "231.0 kB");
        assertThat(browser.evaluate("document.querySelectorAll('.chart svg path').length")
                        .asInt())
                .isPositive();
        assertThat(browser.evaluate("document.querySelector('.pictures img').naturalWidth")
                        .asInt())
                .isEqualTo(640);
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.settle();
        assertThat(browser.text())
                .contains("return age < 25 && age > 0 ? 1.9 : 1.0;", "VehBrand", "tablesaw-core-0.44.4.jar", "-Xmx4g");
        assertThat(browser.evaluate("document.querySelectorAll('.chart-table tbody tr').length")
                        .asInt())
                .isEqualTo(150);
        String study = project.runs().get(2).record().id();
        browser.visit(page + "#run/" + study);
        assertThat(browser.text())
                .contains("Why this grid", "three depths", "Child runs")
                .doesNotContain("## Why");
    }

    @Test
    void comparesWhatDiffersFirst() throws Exception {
        browser.visit(page + "#compare/" + winner() + ","
                + project.runs().get(8).record().shortId());
        assertThat(browser.text())
                .contains("same data", "max_depth", "−0.0029 better", "+2")
                .doesNotContain("param learning_rate");
        browser.visit(page + "#compare/nothing");
        assertThat(browser.text()).contains("Tick two or more runs");
    }

    @Test
    void tellsWhichRunsReadWhichData() throws Exception {
        browser.visit(page + "#data");
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.settle();
        assertThat(browser.text())
                .contains("2 data sets", "data/portfolio.csv.gz", "validation", MotorProject.hex64("TRAIN"), winner());
    }
}
