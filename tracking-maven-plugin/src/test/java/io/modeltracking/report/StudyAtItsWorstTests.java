package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Studies without trials, without a winner, with hostile text, and with values that are no numbers. */
class StudyAtItsWorstTests extends PageTestCase {

    private static final String ETA = StudyFixture.range("eta", 0.01, 1, true);

    private static MotorProject project(String name) throws Exception {
        return new MotorProject(Files.createDirectories(directory.resolve("study-" + name)));
    }

    private static void visit(String name, MotorProject project) throws Exception {
        browser.visit(write("study-" + name, project.input(List.of())) + "#study");
        browser.settle();
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        browser.settle();
        assertThat(browser.text()).isNotBlank().doesNotContain("undefined", "null", "cannot be opened");
    }

    @Test
    void looksDeliberateWithoutTrials() throws Exception {
        MotorProject empty = project("empty");
        StudyFixture study = StudyFixture.of(empty, "E", StudyFixture.space(ETA));
        study.ends(Status.BROKEN, null, "the data could not be read");
        visit("empty", empty);
        assertThat(browser.text())
                .contains("0 trials", "the data could not be read", "No trial was recorded", "No trial was run.");
    }

    @Test
    void looksDeliberateWithOneTrial() throws Exception {
        MotorProject one = project("one");
        StudyFixture study = StudyFixture.of(one, "E", StudyFixture.space(ETA));
        study.wonBy(0, study.accepted(Map.of("eta", 0.1), 0.5), 0.5);
        visit("one", one);
        assertThat(browser.text()).contains("1 trial: ", "trial 0: 0.5", "One param alone was left to the search");
    }

    @Test
    void namesTheNearestMissesWhenNoTrialWasAccepted() throws Exception {
        MotorProject rejected = project("rejected");
        StudyFixture study = StudyFixture.of(rejected, "E", StudyFixture.space(ETA));
        study.rejected(Map.of("eta", 0.9), 0.4, 0.30);
        study.rejected(Map.of("eta", 0.5), 0.5, 0.06);
        study.ends(Status.FAILED, Verdict.REJECTED, "none of 2 trials was accepted: widen the space");
        visit("rejected", rejected);
        assertThat(browser.evaluate("document.querySelector('[aria-label=\"Nearest misses\"] tbody tr').innerText")
                        .asText())
                .contains("trial 1", "6.0 %", "eta = 0.5");
        assertThat(browser.text()).contains("no winner", "The nearest misses are below.");
    }

    @Test
    void namesTheBestOfAStudyThatEndedBeforeItChose() throws Exception {
        MotorProject killed = project("killed");
        StudyFixture study = StudyFixture.of(killed, "E", StudyFixture.space(ETA));
        study.rejected(Map.of("eta", 0.9), 0.1, 0.30);
        study.accepted(Map.of("eta", 0.5), 0.5);
        study.accepted(Map.of("eta", 0.3), 0.4);
        study.ends(Status.INTERRUPTED, null, "the JVM was killed");
        visit("killed", killed);
        assertThat(browser.text())
                .contains(
                        "none was chosen trial 2: 0.4000 is the best that was accepted",
                        "eta = 0.3",
                        "the JVM was killed")
                .doesNotContain("No trial was accepted", "Nearest misses");
    }

    @Test
    void looksDeliberateWhenEveryTrialFailed() throws Exception {
        MotorProject broken = project("broken");
        StudyFixture study = StudyFixture.of(broken, "E", StudyFixture.space(ETA));
        study.broken(Map.of("eta", 0.1), "no memory");
        study.broken(Map.of("eta", 0.2), "no memory");
        study.ends(Status.FAILED, null, "none of 2 trials came to an objective");
        visit("broken", broken);
        assertThat(browser.text())
                .contains("2 broken", "No trial came to a finite objective.", "none of 2 trials came to an objective");
    }

    @Test
    void drawsInfinitiesAtTheEdgeAndPrunedTrialsWithTheirCurve() throws Exception {
        MotorProject odd = project("odd");
        StudyFixture study = StudyFixture.of(odd, "E", StudyFixture.space(ETA, StudyFixture.range("b", 0, 1, false)));
        String best = study.accepted(Map.of("eta", 0.1, "b", 0.5), 0.5);
        study.accepted(Map.of("eta", 0.2, "b", 0.5), 0.6);
        study.accepted(Map.of("eta", 0.9, "b", 0.1), Double.POSITIVE_INFINITY);
        study.trial(
                Map.of("eta", 0.8, "b", 0.1),
                study.objective(Double.NaN, null),
                run -> run.finish(Status.FAILED, null, "NaN"));
        study.pruned(Map.of("eta", 1.0, "b", 0.9), 7);
        study.study()
                .event(new RunEvent.Warning(
                        "ended-early", "the study ended after 5 of 40 trials: its timeout is over"));
        study.wonBy(0, best, 0.5);
        visit("odd", odd);
        assertThat(browser.text())
                .contains(
                        "the study ended after 5 of 40 trials: its timeout is over",
                        "outliers",
                        "Values on the way",
                        "1 trial pruned",
                        "Infinity");
    }

    @Test
    void bearsParamsThatOnlySomeTrialsHave() throws Exception {
        MotorProject conditional = project("conditional");
        StudyFixture study = StudyFixture.of(
                conditional,
                "E",
                "MAXIMIZE",
                "{\"dimensions\":[{\"name\":\"booster\",\"type\":\"choice\",\"choices\":[\"linear\",\"tree\"]}],"
                        + "\"alternatives\":[{\"choice\":\"booster\",\"value\":\"tree\",\"space\":{\"dimensions\":["
                        + StudyFixture.range("depth", 1, 9, false) + "]}},{\"choice\":\"booster\",\"value\":\"linear\","
                        + "\"space\":{\"dimensions\":[" + StudyFixture.range("lambda", 0.001, 10, true) + "]}}]}");
        study.accepted(Map.of("booster", "linear", "lambda", 0.1), 0.6);
        study.accepted(Map.of("booster", "tree", "depth", 5.0), 0.7);
        String best = study.accepted(Map.of("booster", "tree", "depth", 7.0), 0.8);
        study.wonBy(2, best, 0.8);
        visit("conditional", conditional);
        assertThat(browser.text()).contains("booster = tree · depth = 7", "1 trial without it", "to maximise");
        assertThat(browser.evaluate("document.querySelector('.chart[aria-label^=Parallel]').textContent")
                        .asText())
                .contains("none", "linear", "lambda");
    }

    @Test
    void tellsRepeatsFoldsAndTrialsThatWereTakenOver() throws Exception {
        MotorProject parts = project("parts");
        StudyFixture study = StudyFixture.of(parts, "E", StudyFixture.space(ETA));
        study.study().event(new SearchEvent.Reused(7, "ef".repeat(16)));
        Objective mean = new Objective(StudyFixture.METRIC, "MINIMIZE", 0.5712, 0.0, 5, 0.0031, null);
        String best = study.trial(Map.of("eta", 0.1), mean, run -> run.finish(Status.FINISHED, Verdict.ACCEPTED, null));
        for (int fold = 0; fold < 5; fold++) {
            parts.add(parts.run("E").part(best, "fold " + fold, null).metric(StudyFixture.METRIC, 0.57 + 0.001 * fold));
        }
        study.wonBy(0, best, 0.5712);
        visit("parts", parts);
        browser.evaluate("document.querySelectorAll('button.expand').forEach(one => one.click())");
        browser.settle();
        assertThat(browser.text())
                .contains("0.5712 ± 0.0031 (5 folds)", "1 trial taken over from an earlier run", "not in this report")
                .contains("fold 4", "0.5740", "ef".repeat(16));
    }

    @Test
    void executesNothingThatATrialSays() throws Exception {
        String attack = HostileProject.ATTACK.replaceAll("[\\p{Cntrl}\ud800]", "");
        String quoted = attack.replace("\"", "\\\"");
        MotorProject hostile = project("hostile");
        StudyFixture study = StudyFixture.of(
                hostile,
                "E",
                StudyFixture.space(
                        ETA,
                        "{\"name\":\"" + quoted + "\",\"type\":\"choice\",\"choices\":[\"" + quoted + "\",\"x\"]}"));
        study.study().event(new RunEvent.Warning("ended-early", attack)).param(attack, attack, Origin.COMMAND_LINE);
        String best = study.trial(
                Map.of("eta", 0.1, attack, attack),
                study.objective(0.5, 0.0),
                run -> run.event(new RunEvent.Check(
                                attack + " <= 1", attack, attack, 0.5, null, 1.0, 0.0, Verdict.ACCEPTED, null))
                        .finish(Status.FINISHED, Verdict.ACCEPTED, null));
        study.trial(
                Map.of("eta", 0.2, attack, "x"),
                study.objective(0.4, 1.0),
                run -> run.event(new RunEvent.Check(
                                attack + " <= 1", attack, attack, 2.0, null, 1.0, 1.0, Verdict.REJECTED, attack))
                        .finish(Status.ABORTED, Verdict.REJECTED, attack));
        study.pruned(Map.of("eta", 0.3, attack, "x"), 3);
        study.wonBy(0, best, 0.5);
        visit("hostile", hostile);
        browser.evaluate("document.querySelectorAll('button.expand').forEach(one => one.click())");
        browser.evaluate(
                "document.querySelectorAll('.chart').forEach(one => { const chart = echarts.getInstanceByDom(one);"
                        + " chart.getOption().series.forEach((series, at) => series.type === 'parallel' || chart.dispatchAction("
                        + "{ type: 'showTip', seriesIndex: at, dataIndex: 0 })); })");
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
    }

    @Test
    void showsNoPartBesideANarrowScreen() throws Exception {
        browser.window(420, 900, true);
        browser.visit(page + "#study");
        browser.settle();
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(420);
        browser.window(1400, 900, false);
    }
}
