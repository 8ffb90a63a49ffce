package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page of a study as a person meets it: the worked example, a grid of 3 x 2. */
class StudyPageTests extends PageTestCase {

    private static String study() {
        return "#study/" + project.runs().get(2).record().shortId();
    }

    @Test
    void saysFirstWhatWonByWhichRuleAndWhatWasRejectedThoughBetter() throws Exception {
        browser.visit(page + study());
        assertThat(browser.evaluate("document.querySelector('.verdict').innerText")
                        .asText())
                .contains(
                        "Motor_2026_Frequency_Grid accepted",
                        "6 trials",
                        "5 accepted",
                        "1 rejected",
                        "to minimise " + MotorProject.DEVIANCE,
                        "trial 3: 0.5896",
                        "the smallest " + MotorProject.DEVIANCE + " of 5 accepted trials",
                        "max_depth = 5 · learning_rate = 0.1",
                        "grid/1");
        assertThat(browser.evaluate("document.querySelector('[aria-label=\"Rejected though better\"]').innerText")
                        .asText())
                .contains("trial 5", "0.5867", "−0.0029", MotorStudy.GAP, "6.2 %", "max_depth = 7");
        assertThat(browser.evaluate("document.querySelector('.command').innerText")
                        .asText())
                .contains("mvn verify", "-Dtracking.seed=42");
    }

    @Test
    void readsAsAGridAtAGlance() throws Exception {
        browser.visit(page + study());
        String matrix = "document.querySelector('table.matrix')";
        assertThat(browser.evaluate(matrix + ".rows.length").asInt()).isEqualTo(4);
        assertThat(browser.evaluate(matrix + ".rows[2].cells[2].innerText").asText())
                .contains("0.5896", "winner", "1 of 5");
        assertThat(browser.evaluate(matrix + ".rows[3].cells[2].innerText").asText())
                .contains("0.5867", "rejected", "gap 6.2 % > 5 %");
        assertThat(browser.evaluate(matrix + ".rows[1].cells[1].innerText").asText())
                .contains("0.6112", "accepted", "5 of 5");
    }

    @Test
    void listsTheTrialsInTheOrderOfMerit() throws Exception {
        browser.visit(page + study());
        browser.await("document.querySelectorAll('#trials .tabulator-row').length === 6");
        assertThat(browser.evaluate("[...document.querySelectorAll('#trials .tabulator-row')].map(row =>"
                                + " row.querySelectorAll('.tabulator-cell')[1].innerText.trim()).join()")
                        .asText())
                .isEqualTo("3,1,4,2,0,5");
        assertThat(browser.evaluate("document.querySelectorAll('#trials .tabulator-row')[5].innerText")
                        .asText())
                .contains("rejected", "✕ 6.2 %");
    }

    @Test
    void keepsTheFocusWhenTheTableIsDrawnAnew() throws Exception {
        browser.visit(page + study());
        browser.await("document.querySelectorAll('#trials .tabulator-row').length === 6");
        browser.evaluate("window.before = document.querySelectorAll('button.expand')[5]; before.focus();"
                + " document.getElementById('trials').style.width = '700px'");
        browser.await("!before.isConnected");
        browser.settle();
        assertThat(browser.evaluate("document.activeElement.getAttribute('aria-label')")
                        .asText())
                .isEqualTo("More of trial 5");
    }

    @Test
    void opensATrialByKeyboard() throws Exception {
        browser.visit(page + study());
        browser.await("document.querySelectorAll('#trials .tabulator-row').length === 6");
        browser.evaluate("document.querySelectorAll('button.expand')[5].focus()");
        browser.key("Enter");
        assertThat(browser.evaluate("document.querySelector('.tabulator-row .more').innerText")
                        .asText())
                .contains("gap 6.2 % > 5 %", MotorStudy.GAP, "grid/1");
        assertThat(browser.evaluate("document.activeElement.getAttribute('aria-expanded')")
                        .asText())
                .isEqualTo("true");
        browser.key("Enter");
        assertThat(browser.evaluate("document.querySelectorAll('.tabulator-row .more').length")
                        .asInt())
                .isZero();
    }

    @Test
    void filtersTheTrialsByABrush() throws Exception {
        browser.visit(page + study());
        browser.await("document.querySelectorAll('#trials .tabulator-row').length === 6");
        String chart = "echarts.getInstanceByDom(document.querySelector('.chart[aria-label^=Parallel]'))";
        browser.evaluate(chart
                + ".dispatchAction({ type: 'axisAreaSelect', parallelAxisIndex: 0, intervals: [[1.5, 2.5]] }); true");
        browser.await("document.getElementById('trial-count').innerText === '2 trials of 6'");
        browser.evaluate(
                "[...document.querySelectorAll('button')].find(one => one.innerText === 'Clear the selection').click()");
        browser.await("document.getElementById('trial-count').innerText === '6 trials'");
    }

    @Test
    void drawsEveryChartWithATextBesideIt() throws Exception {
        browser.visit(page + study());
        browser.settle();
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('.chart')].every(one => one.getAttribute('aria-label')"
                                        + " && one.querySelector('svg path'))")
                        .asBoolean())
                .isTrue();
        assertThat(browser.evaluate("[...document.querySelectorAll('h2')].map(one => one.innerText).join()")
                        .asText())
                .contains(
                        "Parallel coordinates", "Trials", "History", "What mattered", "Slices", "Gap against objective")
                .contains("Timeline", "Requirements");
        assertThat(browser.text()).contains("it needs 20 with an objective; this study has 6");
    }

    @Test
    void isLinkedFromOverviewRunsAndTrials() throws Exception {
        browser.visit(page);
        assertThat(browser.evaluate("document.querySelector('#nav a[data-page=study]').innerText")
                        .asText())
                .isEqualTo("Studies 1");
        assertThat(browser.evaluate("document.querySelectorAll('main a[href=\"" + study() + "\"]').length")
                        .asInt())
                .isPositive();
        browser.visit(page + "#run/" + winner());
        assertThat(browser.evaluate("document.querySelectorAll('main a[href=\"" + study() + "\"]').length")
                        .asInt())
                .isPositive();
        browser.visit(page + "#study");
        assertThat(browser.text()).contains("Motor_2026_Frequency_Grid accepted");
    }
}
