package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.registry.Ledger;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version is in Production, who put it there, when and why, as a person meets it in a browser. */
class RegistryPageTests extends PageTestCase {

    @Test
    void saysWhichVersionStandsWhereAndWhoPutItThere() throws Exception {
        browser.visit(page + "#registry");
        assertThat(cells("Versions of motor-frequency"))
                .containsSubsequence(
                        "motor-frequency/2", "◐ Staging challenger", "2026-11-23 14:02", "Eve ci:GitHub Actions")
                .containsSubsequence(
                        "motor-frequency/1", "● Production champion", "2026-07-01 09:12", "Eve ci:GitHub Actions");
        assertThat(browser.text())
                .contains("peer review passed; better lift than the 2025 tariff", "1 of 1 hold")
                .contains("motor-frequency/2 is to go to Production, asked by Ada git");
    }

    @Test
    void tellsTheHistoryOfAModelTheLatestFirstWithoutLosingAnEvent() throws Exception {
        browser.visit(page + "#registry");
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('table[aria-label=History] tbody th')].map(e => e.innerText).join()")
                        .asText())
                .isEqualTo("7,6,5,3,2,1");
        assertThat(cells("Waivers")).contains("4", "dirty-tree");
    }

    @Test
    void printsWhatNobodyHasSaidAsNotProvided() throws Exception {
        browser.visit(page + "#registry/motor-frequency/1");
        assertThat(browser.text())
                .contains("motor-frequency/1 Production, champion", "Frequency of motor claims")
                .containsPattern("tier\\s+!\\s+NOT PROVIDED");
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('.pill')].filter(p => p.innerText.includes('NOT PROVIDED')).length")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void setsTheChampionBesideWhatIsProposed() throws Exception {
        browser.visit(page);
        assertThat(cells("Champion and challenger"))
                .containsSubsequence(
                        MotorProject.DEVIANCE + " ↓",
                        "0.5946",
                        "0.5896",
                        "−0.0050",
                        "[−0.0063, −0.0037]",
                        "✓ better",
                        "<= 0.60")
                .containsSubsequence("validation.actual_expected", "1.0041", "1.0037");
        assertThat(cells("What changed")).containsSubsequence("param", "learning_rate", "0.05", "0.1");
        assertThat(browser.evaluate("document.querySelector('svg.interval.good').getAttribute('aria-label')")
                        .asText())
                .isEqualTo("difference −0.0050, from −0.0063 to −0.0037");
    }

    @Test
    void saysWhatBecameOfEachExperimentAndDrawsItsCourseOverBuilds() throws Exception {
        browser.visit(page);
        browser.settle();
        assertThat(cells("Since the last build"))
                .startsWith("≠ changed\nMotor_2026_Frequency_Grid\n117\n" + MotorProject.DEVIANCE
                        + " 0.5911 → 0.5896 ✓ better")
                .containsSubsequence(
                        "+ new", "− removed\nMotor_2026_Frequency_Spline", "= unchanged\nMotor_2026_Frequency_Mean");
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('.chart')].map(c => c.getAttribute('aria-label'))[0]")
                        .asText())
                .startsWith(MotorProject.DEVIANCE + " over 5 builds: Motor_2026_Frequency_Grid · main ends at 0.5896")
                .contains("deeper-trees ends at 0.5921");
        assertThat(browser.evaluate("document.querySelectorAll('.chart svg path').length")
                        .asInt())
                .isPositive();
    }

    @Test
    void leadsFromARunToItsVersionAndBack() throws Exception {
        browser.visit(page + "#run/" + winner());
        browser.evaluate(
                "[...document.querySelectorAll('a')].find(a => a.innerText.includes('motor-frequency/2')).click()");
        browser.await("document.getElementById('main').dataset.page === 'registry'");
        assertThat(browser.text()).contains("motor-frequency/2 Staging, challenger", "dirty");
        browser.evaluate(
                "[...document.querySelectorAll('#main a.mono')].find(a => a.innerText === '" + winner() + "').click()");
        browser.await("document.getElementById('main').dataset.page === 'run'");
    }

    @Test
    void endsEveryPageWithTheLedgersHead() throws Exception {
        String head = new Ledger(project.root(), Clock.systemUTC()).head().orElseThrow();
        for (String address : new String[] {"#overview", "#runs", "#registry", "#data"}) {
            browser.visit(page + address);
            assertThat(browser.evaluate("document.getElementById('foot').innerText")
                            .asText())
                    .isEqualTo("Ledger head " + head);
        }
    }

    @Test
    void saysHowToRegisterWhereNoModelIs() throws Exception {
        MotorProject empty = new MotorProject(directory.resolve("empty"));
        browser.visit(write("empty", empty.input(List.of())) + "#registry");
        assertThat(browser.text()).contains("No model is registered yet.", "The ledger has no event yet.");
        browser.visit(page + "#registry/nothing");
        assertThat(browser.text()).contains("There is no nothing.");
    }

    @Test
    void executesNothingThatAVersionSays() throws Exception {
        String hostile = write(
                "hostile",
                HostileProject.input(Files.createDirectories(directory.resolve("hostile")), HostileProject.ATTACK));
        browser.visit(hostile + "#registry");
        String version =
                "[...document.querySelectorAll('#main a')].map(a => a.getAttribute('href')).find(h => h.endsWith('/1'))";
        browser.visit(hostile + browser.evaluate(version).asText());
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.settle();
        assertThat(browser.text()).contains("Said by people", "abababab");
        assertThat(browser.evaluate(
                                "window.owned === undefined && document.querySelectorAll('#main :is(img, script)').length === 0")
                        .asBoolean())
                .isTrue();
    }

    private static String cells(String label) throws Exception {
        return browser.evaluate("[...document.querySelectorAll('table[aria-label=\"" + label
                        + "\"] tbody :is(td, th)')].map(cell => cell.innerText.replace(/\\s+/g, ' ')).join('\\n')")
                .asText();
    }
}
