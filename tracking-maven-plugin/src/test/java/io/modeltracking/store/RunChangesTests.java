package io.modeltracking.store;

import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunEvent.Author;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.query.FilterParser;
import io.modeltracking.store.query.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunChangesTests {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Author ADA = new Author("Ada", null, "git");

    @TempDir
    Path base;

    private TrackingRoot root;
    private Path folder;
    private String journal;

    @BeforeEach
    void makeARun() throws IOException {
        root = TrackingRoot.find(base, base.toString());
        folder = root.run(id(1));
        run(root, 1)
                .event(new RunEvent.Tag("team", "motor"))
                .event(new RunEvent.Tag("draft", "yes"))
                .event(new RunEvent.Note("first"))
                .finished();
        journal = Sha256.of(folder.resolve("run.jsonl"));
    }

    @Test
    void setsTagsAndAddsNotesInTheirOrderAndLeavesTheJournalAlone() throws IOException {
        change(null, Map.of("team", "pricing", "reviewed", "yes"), List.of("draft"), "second", null);
        change(null, Map.of("team", "reserving"), List.of(), null, null);
        RunRecord now = loaded();
        assertThat(now.tags()).isEqualTo(Map.of("team", "reserving", "reviewed", "yes"));
        assertThat(now.notes()).containsExactly("first", "second");
        assertThat(now.problems()).isEmpty();
        assertThat(Sha256.of(folder.resolve("run.jsonl"))).isEqualTo(journal);
    }

    @Test
    void isOneLineAChangeWithWhoAndWhen() throws IOException {
        change("the one", Map.of("b", "2", "a", "1"), List.of(), null, true);
        assertThat(Files.readString(folder.resolve("changes.jsonl")))
                .isEqualTo("{\"time\":\"2026-11-24T10:00:00Z\",\"author\":{\"name\":\"Ada\",\"source\":\"git\"},"
                        + "\"name\":\"the one\",\"tags\":{\"a\":\"1\",\"b\":\"2\"},\"archived\":true}\n");
    }

    @Test
    void isFoundByTheIndexAndRestoredWithIt() throws IOException {
        record();
        change("the one", Map.of("team", "pricing"), List.of("draft"), null, null);
        assertThat(record()).as("refreshed").isEqualTo(1);
        assertThat(found("run_name = 'the one' AND tags.team = 'pricing' AND tags.draft IS NULL", false))
                .isEqualTo(1);
        change(null, Map.of(), List.of(), null, true);
        record();
        assertThat(found(null, false)).as("archived").isZero();
        assertThat(found("lifecycle_stage = 'archived'", true)).isEqualTo(1);

        Files.delete(root.directory().resolve(History.FILE));
        record();
        assertThat(found("run_name = 'the one'", false)).isZero();
        assertThat(found("run_name = 'the one' AND tags.team = 'pricing'", true))
                .isEqualTo(1);
        change(null, Map.of(), List.of(), null, false);
        record();
        assertThat(found("run_name = 'the one'", false)).as("restored").isEqualTo(1);
    }

    @Test
    void namesWhatIsNoChangeAndReadsTheRest() throws IOException {
        change(null, Map.of("a", "1"), List.of(), null, null);
        append("not json\nnull\n{\"time\":\"2026-11-24T10:00:00Z\",\"tags\":{\"../x\":\"1\"}}\n"
                + "{\"time\":\"2026-11-24T10:00:00Z\",\"tags\":{\"x\":null}}\n");
        change(null, Map.of("b", "2"), List.of(), null, null);
        RunRecord now = loaded();
        assertThat(now.tags()).containsEntry("a", "1").containsEntry("b", "2").doesNotContainKeys("../x", "x");
        assertThat(now.problems()).hasSize(4).first().isEqualTo("line 2 of changes.jsonl is no change: skipped");
    }

    @Test
    void takesAChangeThatWasCutOffForNeverMade() throws IOException {
        append("{\"time\":\"2026-11-24T10:00:00Z\",\"tags\":{\"a\":\"1\"}}");
        assertThat(RunChanges.read(folder)).isEqualTo(RunChanges.NONE);
        Files.writeString(folder.resolve("changes.jsonl"), "{\"time\":");
        change(null, Map.of("b", "2"), List.of(), null, null);
        assertThat(RunChanges.read(folder).all()).extracting(RunChange::tags).containsExactly(Map.of("b", "2"));
    }

    @Test
    void followsNoLink() throws IOException {
        Path elsewhere = base.resolve("elsewhere.jsonl");
        Files.writeString(elsewhere, "{\"time\":\"2026-11-24T10:00:00Z\",\"tags\":{\"a\":\"1\"}}\n");
        Files.createSymbolicLink(folder.resolve("changes.jsonl"), elsewhere);
        assertThat(RunChanges.read(folder).all()).isEmpty();
        assertThat(RunChanges.read(folder).problems()).hasSize(1);
    }

    private void append(String text) throws IOException {
        Files.writeString(folder.resolve("changes.jsonl"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void change(String name, Map<String, String> tags, List<String> removed, String note, Boolean archived) {
        RunChanges.append(root, id(1), new RunChange(NOW, ADA, null, name, tags, removed, note, archived));
    }

    private RunRecord loaded() {
        List<RunFile> files = new ArrayList<>();
        new RunFolders(root, Clock.systemUTC()).changed(Map.of(), files::addAll);
        return files.get(0).run();
    }

    private int record() {
        List<Integer> refreshed = new ArrayList<>();
        try (History history = History.open(root, "1", false)) {
            HistoryStore store = history.store();
            new RunFolders(root, Clock.systemUTC())
                    .changed(
                            store.settled(),
                            runs -> refreshed.add(store.record(runs).refreshed()));
        }
        return refreshed.stream().mapToInt(Integer::intValue).sum();
    }

    private int found(String filter, boolean archived) {
        try (History history = History.open(root, "1", false)) {
            return history.store()
                    .search(new RunSearch(
                            filter == null ? null : FilterParser.parse(filter),
                            Order.parse("run_id"),
                            9,
                            archived,
                            List.of()))
                    .size();
        }
    }
}
