package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page with hostile text, without runs, in the dark and on narrow screens. */
class PageAtItsWorstTests extends PageTestCase {

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
    @ValueSource(strings = {"#overview", "#runs", "#run/abababab", "#compare/abababab,cdcdcdcd", "#data", "#registry"})
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
                one.reproduceCommand(),
                one.past(),
                one.listing());
        browser.visit(write("hostile", two) + address);
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.settle();
        Thread.sleep(150);
        assertThat(browser.evaluate("window.owned === undefined").asBoolean()).isTrue();
        assertThat(browser.evaluate(
                                "document.querySelectorAll('img, svg[onload], a[href^=\"javascript\"], [onerror]').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.documentElement.scrollWidth - innerWidth")
                        .asInt())
                .as("parts beside the screen")
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
}
