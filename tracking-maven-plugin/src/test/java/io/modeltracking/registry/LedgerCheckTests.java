package io.modeltracking.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.RunEvent;
import io.modeltracking.run.Status;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCheckTests {

    @TempDir
    Path base;

    private RegistryFixture models;
    private Path file;
    private List<String> lines;

    @BeforeEach
    void writeFiveEvents() throws IOException {
        models = new RegistryFixture(base);
        RunFixture.run(models.root(), 1)
                .event(new RunEvent.Artifact("note.txt", "text/plain", 5, Sha256.of("hello"), null))
                .finished();
        Files.createDirectories(artifact().getParent());
        Files.writeString(artifact(), "hello");
        RunFixture.run(models.root(), 2).ended(Status.FAILED, null);
        new Recorder(models.root(), Clock.fixed(RegistryFixture.NOW, ZoneOffset.UTC), "0.1.0")
                .record(RunFixture.build(models.root()), false);
        for (int i = 0; i < 4; i++) {
            models.as(RegistryFixture.ADA)
                    .waive(
                            "motor",
                            null,
                            Waivable.DIRTY_TREE,
                            RegistryFixture.NOW.plusSeconds(i + 1),
                            "for the test " + i);
        }
        file = models.root().directory().resolve(Ledger.FILE);
        lines = new ArrayList<>(models.ledger().lines());
    }

    @Test
    void findsNothingInWhatNobodyTouched() {
        LedgerCheck.Result result = new LedgerCheck(models.root(), models.ledger())
                .check(Map.of("a report", models.ledger().head().orElseThrow()), null);
        assertThat(result).isEqualTo(new LedgerCheck.Result(5, 3, "no mirror", "", List.of()));
    }

    @Test
    void namesAnEditedEvent() throws IOException {
        lines.set(2, lines.get(2).replace("for the test 1", "for the test 9"));
        assertThat(findings()).singleElement().asString().startsWith("Line 3 was changed after it was written");
    }

    @Test
    void namesARemovedEvent() throws IOException {
        lines.remove(2);
        assertThat(findings()).containsExactly("Line 3: event 3 before event 4 was removed or moved");
    }

    @Test
    void namesSeveralRemovedEvents() throws IOException {
        lines.remove(2);
        lines.remove(1);
        assertThat(findings()).containsExactly("Line 2: events 2 to 3 before event 4 was removed or moved");
    }

    @Test
    void namesAnInsertedEvent() throws IOException {
        lines.add(3, lines.get(2));
        assertThat(findings()).containsExactly("Line 4: an event 3 stands in line 3 already: one of them was inserted");
    }

    @Test
    void namesAnEventThatWasReplacedByAnotherWithAHashOfItsOwn() throws IOException {
        LedgerEvent old = LedgerEvent.parse(lines.get(2), "line 3");
        LedgerEvent forged =
                LedgerEvent.of(3, old.time(), old.type(), old.body().put("reason", "another reason"), old.prev());
        lines.set(2, forged.line());
        assertThat(findings()).singleElement().asString().startsWith("Line 4: event 4 (WAIVE) does not follow");
    }

    @Test
    void namesAMovedEvent() throws IOException {
        lines.add(3, lines.remove(2));
        assertThat(findings())
                .containsExactly(
                        "Line 3: event 3 before event 4 was removed or moved",
                        "Line 4: event 3 was moved behind event 4",
                        "Line 5: event 5 (WAIVE) does not follow the one before: one of them was replaced or"
                                + " inserted");
    }

    @Test
    void namesACutOffEndByWhatAReportSays() throws IOException {
        String head = models.ledger().head().orElseThrow();
        lines.remove(4);
        Files.write(file, lines);
        assertThat(check(Map.of("report.json", head)))
                .singleElement()
                .asString()
                .contains(head, "when report.json was written", "shortened");
    }

    @Test
    void namesADeletedRunEvenAFailedOne() throws IOException {
        Files.delete(models.root().run(RunFixture.id(2)).resolve("run.jsonl"));
        assertThat(findings()).singleElement().asString().contains(RunFixture.id(2), "is missing");
    }

    @Test
    void namesAChangedJournalAndAChangedArtifact() throws IOException {
        Path journal = models.root().run(RunFixture.id(2)).resolve("run.jsonl");
        Files.writeString(
                journal, Files.readString(journal).replace("failed", "FAILED").replace("Ada", "Eve"));
        Files.writeString(artifact(), "HELLO");
        assertThat(findings())
                .hasSize(2)
                .anyMatch(finding -> finding.contains(RunFixture.id(2)) && finding.contains("was changed after"))
                .anyMatch(finding -> finding.contains("note.txt was changed"));
        Files.delete(artifact());
        assertThat(findings()).anyMatch(finding -> finding.contains("note.txt is missing"));
    }

    @Test
    void namesAChangedOrMissingModel() throws IOException {
        FolderBlobs blobs = new FolderBlobs(models.root().directory().resolve("blobs"));
        String sha256 = blobs.put(artifact());
        models.as(RegistryFixture.ADA).register("motor", model(sha256), RegistryFixture.REASON, () -> {});
        lines = new ArrayList<>(models.ledger().lines());
        assertThat(findings()).isEmpty();
        Path blob = models.root().directory().resolve("blobs/" + sha256.substring(0, 2) + "/" + sha256);
        Files.writeString(blob, "other");
        assertThat(findings()).singleElement().asString().startsWith("motor/1: ");
        Files.delete(blob);
        assertThat(findings()).singleElement().asString().contains("There is no blob " + sha256);
    }

    private static Evidence model(String sha256) {
        Evidence some = RegistryFixture.evidence(1, false);
        return new Evidence(
                some.run(),
                null,
                some.experiment(),
                null,
                null,
                some.considered(),
                List.of(new Evidence.File("model.ubj", sha256, 5)),
                some.datasets(),
                some.commit(),
                some.branch(),
                false,
                some.build(),
                some.module(),
                some.gates(),
                some.authors(),
                some.about(),
                List.of());
    }

    private Path artifact() {
        return models.root().run(RunFixture.id(1)).resolve("artifacts/note.txt");
    }

    private List<String> findings() throws IOException {
        Files.write(file, lines);
        return check(Map.of());
    }

    private List<String> check(Map<String, String> heads) {
        return new LedgerCheck(models.root(), models.ledger())
                .check(new TreeMap<>(heads), null)
                .findings();
    }
}
