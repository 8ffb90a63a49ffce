package io.modeltracking.store;

import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFoldersTests {

    @TempDir
    Path base;

    private TrackingRoot root;
    private RunFolders folders;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
        folders = new RunFolders(root, Clock.systemUTC());
    }

    private record Found(List<RunFile> runs, List<String> problems) {}

    private Found changed(Map<String, JournalMark> known) {
        List<RunFile> runs = new ArrayList<>();
        List<String> problems = folders.changed(known, runs::addAll);
        return new Found(runs, problems);
    }

    @Test
    void findsNothingWhereNothingWasEverRecorded() {
        assertThat(changed(Map.of())).isEqualTo(new Found(List.of(), List.of()));
    }

    @Test
    void readsRunsInTheOrderOfTheirIdsAndKnownOnesOnlyWhenTheyHaveChanged() throws IOException {
        run(root, 1).metric("test.rmse", 0.5).finished();
        run(root, 2).finished();
        List<RunFile> found = changed(Map.of()).runs();
        assertThat(found)
                .extracting(file -> file.run().id())
                .containsExactlyInAnyOrder(id(1), id(2))
                .isSorted();

        Map<String, JournalMark> known = Map.of(
                found.get(0).run().id(),
                found.get(0).journal(),
                found.get(1).run().id(),
                found.get(1).journal());
        assertThat(changed(known).runs()).isEmpty();

        Files.writeString(
                root.run(id(2)).resolve("run.jsonl"),
                "{\"event\":\"tag\",\"name\":\"later\",\"value\":\"yes\"}\n",
                StandardOpenOption.APPEND);
        assertThat(changed(known).runs()).extracting(file -> file.run().tags()).containsExactly(Map.of("later", "yes"));
    }

    @Test
    void hashesTheJournalAsItIs() throws IOException {
        run(root, 1).finished();
        JournalMark mark = changed(Map.of()).runs().get(0).journal();
        Path journal = root.run(id(1)).resolve("run.jsonl");
        assertThat(mark.sha256()).isEqualTo(Sha256.of(journal));
        assertThat(mark.bytes()).isEqualTo(Files.size(journal));
    }

    @Test
    void namesWhatIsForeignOrBrokenAndReadsTheRest() throws IOException {
        run(root, 1).finished();
        Files.writeString(root.runs().resolve("notes.txt"), "mine");
        Files.createDirectory(root.runs().resolve("results"));
        Path broken = Files.createDirectory(root.run("a".repeat(32)));
        Files.writeString(broken.resolve("run.jsonl"), "not json\n");
        RunRecord cut = run(root, 3).metric("test.rmse", 1).finished();
        Files.writeString(root.run(cut.id()).resolve("run.jsonl"), "{\"event\":", StandardOpenOption.APPEND);

        Found found = changed(Map.of());
        assertThat(found.runs()).extracting(file -> file.run().id()).containsExactlyInAnyOrder(id(1), id(3));
        assertThat(found.problems())
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem).contains("notes.txt").contains("no run's folder"))
                .anySatisfy(problem -> assertThat(problem).contains("results"))
                .anySatisfy(
                        problem -> assertThat(problem).contains("a".repeat(32)).contains("its first line"))
                .anySatisfy(
                        problem -> assertThat(problem).contains(cut.shortId()).contains("cut off"));
    }

    @Test
    void handsManyRunsOnAFewAtATime() {
        for (int i = 0; i < 201; i++) {
            run(root, i).finished();
        }
        List<Integer> sizes = new ArrayList<>();
        folders.changed(Map.of(), runs -> sizes.add(runs.size()));
        assertThat(sizes).containsExactly(200, 1);
    }

    @Test
    void refusesSymbolicLinks(@TempDir Path elsewhere) throws IOException {
        TrackingRoot other = TrackingRoot.find(elsewhere, elsewhere.toString());
        run(other, 1).finished();
        run(other, 2).finished();
        root.create();
        Files.createSymbolicLink(root.run(id(1)), other.run(id(1)));
        Files.createDirectory(root.run(id(2)));
        Files.createSymbolicLink(
                root.run(id(2)).resolve("run.jsonl"), other.run(id(2)).resolve("run.jsonl"));

        Found found = changed(Map.of());
        assertThat(found.runs()).isEmpty();
        assertThat(found.problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("symbolic link"));
    }

    @Test
    void leavesAFolderAloneThatIsJustBeingMade() throws IOException {
        root.create();
        Files.createDirectory(root.run(id(1)));
        assertThat(changed(Map.of()).problems()).isEmpty();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
        assertThat(new RunFolders(root, later).changed(Map.of(), runs -> {})).hasSize(1);
    }

    @Test
    void saysWhichRunOfTheHistoryHasGone() {
        RunEntry gone = new RunEntry(
                id(9), "Motor", null, null, Status.FINISHED, Instant.EPOCH, new JournalMark("0".repeat(64), 1, 1));
        assertThat(folders.load(List.of(gone)).problems())
                .singleElement()
                .asString()
                .contains(id(9))
                .contains("Motor");
    }
}
