package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTests {

    @TempDir
    Path directory;

    private MotorProject project;
    private List<String> ids;

    @BeforeEach
    void open() throws Exception {
        project = MotorProject.typical(directory);
        ids = project.runs().stream().map(run -> run.record().id()).toList();
    }

    @Test
    void saysHowManyAreHiddenAndByWhat() {
        assertThat(sentence(new Listing("a < 1", "a DESC", 2, 5, ids.subList(0, 2))))
                .isEqualTo("2 of 12 runs and trials are listed by <a DESC>; hidden are 7 by the filter <a < 1>,"
                        + " 3 by the limit of 2. The verdict rests on all.");
        assertThat(sentence(new Listing("a < 1", null, null, 5, ids.subList(0, 5))))
                .startsWith("5 of 12 runs and trials are listed; hidden are 7 by the filter <a < 1>. ");
        assertThat(sentence(new Listing(null, null, 2, 12, ids.subList(0, 2))))
                .startsWith("2 of 12 runs and trials are listed; hidden are 10 by the limit of 2. ");
        assertThat(sentence(new Listing(null, "a", null, 12, ids)))
                .isEqualTo("12 of 12 runs and trials are listed by <a>. The verdict rests on all.");
    }

    @Test
    void followsTheOrderWhereThereIsOneElseTheReport() {
        List<String> backwards = List.of(ids.get(4), ids.get(1));
        assertThat(listed(new Listing("f", "o", null, 2, backwards))).isEqualTo(backwards);
        assertThat(listed(new Listing("f", null, null, 2, backwards))).containsExactly(ids.get(1), ids.get(4));
    }

    @Test
    void standsInMarkdownAboveTheListWhichHasTheseRunsAloneAndTrialsToo() throws Exception {
        ReportRun trial = project.winner();
        ReportInput some = project.listing(
                new Listing("a | b", "o", null, 2, List.of(trial.record().id(), ids.get(0))));
        String summary = MemoryOutput.of(some).text("summary.md");
        assertThat(summary).contains("\n2 of 12 runs and trials are listed by `o`; hidden are 10 by the filter ");
        assertThat(summary.substring(summary.indexOf("### Runs")).lines().filter(line -> line.startsWith("| ✓")))
                .satisfiesExactly(
                        line -> assertThat(line).contains(trial.record().shortId()),
                        line -> assertThat(line).contains(ids.get(0).substring(0, 8)));
        String all = MemoryOutput.of(project.input()).text("summary.md");
        assertThat(summary.lines().limit(4).toList())
                .isEqualTo(all.lines().limit(4).toList());
    }

    @Test
    void isValidJson() throws Exception {
        Listing listing = new Listing("f", "o", 1, 2, List.of(ids.get(3)));
        String json = MemoryOutput.of(project.listing(listing)).text("report.json");
        assertThat(ReportWriterTests.violations(json)).isEmpty();
    }

    private static String sentence(Listing listing) {
        return listing.sentence(12, text -> "<" + text + ">");
    }

    private List<String> listed(Listing listing) {
        return project.listing(listing).listed().stream()
                .map(run -> run.record().id())
                .toList();
    }
}
