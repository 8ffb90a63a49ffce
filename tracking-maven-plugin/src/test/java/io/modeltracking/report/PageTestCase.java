package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A browser, and the page of a motor pricing build in it. Nothing that a test does may make the browser complain. */
abstract class PageTestCase {

    @TempDir
    static Path directory;

    static Browser browser;
    static MotorProject project;
    static String page;

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

    static String write(String name, ReportInput input) {
        return ReportWriter.write(input, directory.resolve(name).resolve("target/report"), Set.of(ReportFormat.HTML))
                .get(0)
                .toUri()
                .toString();
    }

    static String winner() {
        return project.winner().record().shortId();
    }

    static String encoded(String text) throws Exception {
        return browser.evaluate("encodeURIComponent(" + new ObjectMapper().writeValueAsString(text) + ")")
                .asText();
    }
}
