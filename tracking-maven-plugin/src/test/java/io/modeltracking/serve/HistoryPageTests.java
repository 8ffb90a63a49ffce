package io.modeltracking.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modeltracking.report.Browser;
import io.modeltracking.run.Journal;
import io.modeltracking.run.LiveLock;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a person uses it: in a real browser, which must have nothing to complain of. */
class HistoryPageTests {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    @TempDir
    static Path folder;

    static TrackingRoot root;
    static ServedFixture server;
    static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> chromium = Browser.executable();
        assumeTrue(chromium.isPresent(), "SKIPPED: no Chromium on the path; name one by -Dtracking.chromium=<file>");
        root = TrackingRoot.find(folder, folder.toString());
        for (int i = 0; i < 60; i++) {
            RunFixture.run(root, i)
                    .startedAt(RunFixture.START.plusSeconds(60L * i))
                    .param("max_depth", i % 3)
                    .metric("test.rmse", i / 100.0)
                    .finished();
        }
        RunFixture.run(root, 70).experiment("Other").param("text", MARKUP).ended(Status.FINISHED, Verdict.REJECTED);
        server = ServedFixture.open(root);
        browser = Browser.open(chromium.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @AfterEach
    void hasNothingToComplainOf() {
        assertThat(browser.complaints())
                .as("errors, warnings, policy violations and dialogs")
                .isEmpty();
        assertThat(browser.requests())
                .as("requests")
                .allMatch(url ->
                        url.startsWith(server.address("/")) || url.startsWith("data:") || url.equals("about:blank"));
    }

    private static int rows() throws Exception {
        return browser.evaluate("document.querySelectorAll('tr[data-run]').length")
                .asInt();
    }

    private static String firstRow() throws Exception {
        return browser.evaluate("document.querySelector('tr[data-run]').dataset.run")
                .asText();
    }

    @Test
    void filtersSortsAndPagesInTheAddress() throws Exception {
        browser.visit(server.address("/#runs?order=metrics.test.rmse%20ASC"));
        assertThat(rows()).isEqualTo(50);
        assertThat(firstRow()).isEqualTo(RunFixture.id(0));
        browser.await("/^6\\d runs$/.test(document.getElementById('count').innerText)");

        browser.evaluate("document.querySelector('a[rel=next]').click()");
        browser.await("document.querySelectorAll('tr[data-run]').length < 50");

        browser.evaluate("document.getElementById('filter').focus()");
        browser.type("metrics.test.rmse < 0.05");
        browser.key("Enter");
        browser.await("document.querySelectorAll('tr[data-run]').length === 5");
        assertThat(browser.evaluate("location.hash").asText())
                .contains("filter=metrics.test.rmse")
                .doesNotContain("offset");
    }

    @Test
    void showsWhatIsWrongWithAFilterInItsPlace() throws Exception {
        browser.visit(server.address("/#experiments"));
        browser.evaluate("location.hash = '#runs?filter=' + encodeURIComponent('metrics.test.rsme < 1')");
        browser.await(
                "document.getElementById('problem') && document.getElementById('problem').innerText.includes('Nearest')");
        // The browser itself notes that the answer was a refusal.
        assertThat(browser.complaints()).hasSize(1).allMatch(text -> text.contains("400"));
    }

    @Test
    void opensARunAndComparesTwoByTheirAddress() throws Exception {
        browser.visit(server.address("/#run/" + RunFixture.id(70)));
        assertThat(browser.text()).contains(MARKUP, "rejected");
        assertThat(browser.evaluate("document.querySelectorAll('main img').length")
                        .asInt())
                .isZero();

        browser.visit(server.address("/#compare/" + RunFixture.id(1) + "," + RunFixture.id(2)));
        assertThat(browser.text()).contains("2 runs", "max_depth", "+1");

        browser.visit(server.address("/#experiments"));
        assertThat(browser.text()).contains("Motor_2026_Frequency", "Other");
    }

    @Test
    void seesARunGrowWithoutBeingOpenedAgain() throws Exception {
        browser.visit(server.address("/#runs"));
        String id = RunFixture.id(80);
        try (LiveLock jvm = LiveLock.hold(root, "jvm-1");
                Journal journal = Journal.open(root.run(id), live(id, jvm))) {
            journal.append(new RunEvent.Metric("train.rmse", 0.9, 0L, 0, "MINIMIZE"));
            journal.append(new RunEvent.Metric("train.rmse", 0.8, 1L, 0, "MINIMIZE"));
            browser.await("document.querySelector('tr[data-run=\"" + id + "\"]') !== null");

            browser.visit(server.address("/#run/" + id));
            journal.append(new RunEvent.Metric("train.rmse", 0.4321, 2L, 0, "MINIMIZE"));
            browser.await("document.getElementById('main').innerText.includes('0.4321')");
            assertThat(browser.text()).contains("running");
        }
    }

    private static RunEvent.Started live(String id, LiveLock jvm) {
        return new RunEvent.Started(
                RunEvent.SCHEMA_VERSION,
                Instant.now(),
                id,
                "Live",
                "Live",
                null,
                null,
                null,
                null,
                1,
                null,
                "org.example.LiveIT",
                "live",
                "[live]",
                null,
                null,
                null,
                jvm.name(),
                Map.of());
    }
}
