package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a person meets it, in a real browser, from a file. */
class PageInBrowserTests {

    @TempDir
    static Path directory;

    private static Browser browser;
    private static MotorProject project;
    private static String page;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> chromium = Browser.executable();
        assumeTrue(chromium.isPresent(), "SKIPPED: no Chromium on the path; name one by -Dtracking.chromium=<file>");
        browser = Browser.open(chromium.get(), directory.resolve("profile"));
        project = MotorProject.typical(Files.createDirectories(directory.resolve("motor")));
        page = write("motor", project.input());
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void hasNothingToComplainOf() {
        assertThat(browser.complaints()).as("errors, warnings and dialogs").isEmpty();
        assertThat(browser.requests())
                .as("requests")
                .allMatch(url -> url.startsWith("file:")
                        || url.startsWith("data:")
                        || url.startsWith("blob:")
                        || url.equals("about:blank"));
    }

    private static String write(String name, ReportInput input) {
        return ReportWriter.write(input, directory.resolve(name).resolve("target/report"), Set.of(ReportFormat.HTML))
                .get(0)
                .toUri()
                .toString();
    }

    private static String winner() {
        return project.winner().record().shortId();
    }

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
    void showsAFailedGateWithAFigureThatFails() throws Exception {
        GateLine gate = new GateLine(
                "Deviance", "deviance <= 0.5896", "*", "deviance", 0.58960001, null, 0.5896, false, "just above", null);
        browser.visit(write("failed", project.input(List.of(gate))));
        assertThat(browser.evaluate("document.querySelector('.gate').innerText").asText())
                .contains("failed", "0.58960001", "just above");
        assertThat(browser.evaluate("document.querySelectorAll('.gatebar .cross').length")
                        .asInt())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "metrics.validation.poisson_deviance.per_exposure < 0.59;2",
                "metrics.validation.poisson_deviance.per_exposure < 0.59 and outcome = ACCEPTED;1",
                "outcome = REJECTED or status = BROKEN;3",
                "params.max_depth = 5;2",
                "params.learning_rate >= 0.1;3",
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
                        "xgboost.validation.poisson-nloglik",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#overview",
                "#runs",
                "#run/00000000",
                "#compare/a,b",
                "#data",
                "#constructor",
                "#run/%zz",
                "#runs?filter=%zz&&="
            })
    void looksDeliberateWithoutRuns(String address) throws Exception {
        MotorProject none = new MotorProject(Files.createDirectories(directory.resolve("none" + address.hashCode())));
        browser.visit(write("none", none.input(List.of())) + address);
        assertThat(browser.text()).isNotBlank().doesNotContain("undefined", "NaN", "null", "cannot be opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#overview", "#runs", "#run/abababab", "#compare/abababab,cdcdcdcd", "#data"})
    void executesNothingThatARunSays(String address) throws Exception {
        ReportInput one =
                HostileProject.input(Files.createDirectories(directory.resolve("hostile")), HostileProject.ATTACK);
        List<ReportRun> runs = new ArrayList<>(one.runs());
        runs.add(HostileProject.again(runs.get(0), "cd".repeat(16)));
        ReportInput two = new ReportInput(
                one.project(),
                one.module(),
                one.version(),
                one.buildId(),
                one.buildTime(),
                one.ciUrl(),
                one.source(),
                one.root(),
                runs,
                one.gates(),
                one.verdict(),
                one.warnings(),
                one.seed(),
                one.ledgerHead(),
                one.reproduceCommand());
        browser.visit(write("hostile", two) + address);
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.settle();
        Thread.sleep(150);
        assertThat(browser.evaluate("window.owned === undefined").asBoolean()).isTrue();
        assertThat(browser.evaluate(
                                "document.querySelectorAll('img, svg[onload], a[href^=\"javascript\"], [onerror]').length")
                        .asInt())
                .isZero();
        assertThat(browser.text()).contains("<img src=x onerror=");
        browser.evaluate(
                "document.querySelectorAll('.chart').forEach(one => ['mousemove', 'mouseover'].forEach(kind => one.querySelector('svg')"
                        + "?.parentNode.dispatchEvent(new MouseEvent(kind, { bubbles: true, clientX: one.getBoundingClientRect().x + 200, clientY: one.getBoundingClientRect().y + 150 }))))");
        browser.settle();
        assertThat(browser.evaluate("window.owned === undefined").asBoolean()).isTrue();
    }

    @Test
    void followsTheSystemToTheDark() throws Exception {
        browser.window(1400, 900, true);
        browser.visit(page);
        assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(16, 20, 26)");
        browser.window(1400, 900, false);
        browser.settle();
        assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(245, 246, 248)");
    }

    @Test
    void showsNoPartBesideANarrowScreen() throws Exception {
        browser.window(420, 900, false);
        for (String address : List.of("#overview", "#run/" + winner(), "#data")) {
            browser.visit(page + address);
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .as(address)
                    .isLessThanOrEqualTo(420);
        }
        browser.window(1400, 900, false);
    }

    @Test
    void writesCsvWithFullValuesAndNoFormula() throws Exception {
        MotorProject formulas = new MotorProject(Files.createDirectories(directory.resolve("formulas")));
        formulas.add(formulas.run("E")
                .metric("rmse", 0.123456789012)
                .param("formula", "=HYPERLINK(\"http://example.org\")", null)
                .param("negative", -1.5, null));
        browser.visit(write("formulas", formulas.input(List.of())) + "#runs");
        browser.await("document.querySelectorAll('.tabulator-row').length === 1");
        browser.evaluate(
                "window.made = []; const create = URL.createObjectURL; URL.createObjectURL = blob => { window.made.push(blob); return create.call(URL, blob); };"
                        + " HTMLAnchorElement.prototype.click = function () {}; [...document.querySelectorAll('button')].find(one => one.innerText === 'CSV').click()");
        String csv = browser.evaluate("window.made[0].text()").asText();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .contains("metrics.rmse", "0.123456789012", "\"'=HYPERLINK(\"\"http://example.org\"\")\"", ",-1.5,");
    }

    private static String encoded(String text) throws Exception {
        return browser.evaluate("encodeURIComponent(" + new ObjectMapper().writeValueAsString(text) + ")")
                .asText();
    }
}
