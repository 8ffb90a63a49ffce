package io.modeltracking.store;

import static io.modeltracking.store.RunFixture.BUILD;
import static io.modeltracking.store.RunFixture.MODULE;
import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.modeltracking.run.RunEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.HistoryStore.KnownRun;
import io.modeltracking.store.objects.MissingObjectException;
import io.modeltracking.store.objects.ObjectStore;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.FilterParser;
import io.modeltracking.store.query.Order;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class StoreContractTests {

    @Parameter
    private Backend backend;

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void takesRunsOnceAndAgainWhenTheyHaveGrown() {
        run(root, 1).metric("rmse", 1).finished();
        run(root, 2).unfinished();
        try (HistoryStore index = backend.index(root)) {
            assertThat(record(index)).isEqualTo(new HistoryStore.Taken(2, 0));
            assertThat(record(index)).isEqualTo(new HistoryStore.Taken(0, 0));
            run(root, 3).finished();
            assertThat(record(index)).isEqualTo(new HistoryStore.Taken(1, 0));
            assertThat(index.settled()).containsKeys(id(1), id(3));
        }
    }

    @Test
    void answersByBuildAndModuleByIdByParentAndByFile() {
        run(root, 1).startedAt(START.plusSeconds(9)).finished();
        run(root, 2).parent(id(1)).trial(0).finished();
        run(root, 3).module("org.example:other").finished();
        run(root, 4)
                .outsideBuild()
                .event(new RunEvent.Artifact("lift.png", "image/png", 12, "a".repeat(64), List.of()))
                .finished();
        try (HistoryStore index = backend.index(root)) {
            record(index);
            assertThat(ids(index.runs(new RunQuery.OfBuild(BUILD, MODULE)))).containsExactly(id(2), id(1));
            assertThat(ids(index.runs(new RunQuery.ById(id(3).substring(0, 8)))))
                    .containsExactly(id(3));
            assertThat(ids(index.runs(new RunQuery.ChildrenOf(id(1))))).containsExactly(id(2));
            assertThat(ids(index.runs(new RunQuery.OfFile("a".repeat(64))))).containsExactly(id(4));
            assertThat(ids(index.runs(new RunQuery.OutsideSince(START)))).containsExactly(id(4));
            assertThat(index.runs(new RunQuery.All())).hasSize(4);
        }
    }

    @Test
    void keepsEveryDoubleAndAnyTextExactly() {
        String longText = "x".repeat(20_000);
        run(root, 1)
                .metric("nan", Double.NaN)
                .metric("up", Double.POSITIVE_INFINITY)
                .metric("zero", -0.0)
                .metric("tiny", Double.MIN_VALUE)
                .metric("sum", 0.1 + 0.2)
                .param("long", longText)
                .event(new RunEvent.Tag("long", longText))
                .param("quote", "it's \"so\"; drop table runs; -- \\ % _ 🚗")
                .finished();
        try (HistoryStore index = backend.index(root)) {
            record(index);
            List<Column> columns = Order.columns("metrics.nan, metrics.up, metrics.zero, metrics.tiny, metrics.sum,"
                    + " params.long, tags.long, params.quote");
            assertThat(index.search(new RunSearch(null, List.of(), 1, false, columns))
                            .get(0)
                            .cells())
                    .extracting(RunRow.Cell::text)
                    .containsExactly(
                            "NaN",
                            "Infinity",
                            "-0.0",
                            "4.9E-324",
                            "0.30000000000000004",
                            longText,
                            longText,
                            "it's \"so\"; drop table runs; -- \\ % _ 🚗");
            assertThat(index.search(new RunSearch(
                            FilterParser.parse("params.long = '" + longText + "' AND tags.long LIKE 'xx%'"),
                            List.of(),
                            9,
                            false,
                            List.of())))
                    .hasSize(1);
        }
    }

    @Test
    void keepsWhatADatabaseCannotHoldAsFarAsItCan() {
        run(root, 1)
                .param("broken", "a\0b\ud800c")
                .event(new RunEvent.Tag("t", "\0"))
                .finished();
        try (HistoryStore index = backend.index(root)) {
            record(index);
            assertThat(index.search(new RunSearch(null, List.of(), 1, false, Order.columns("params.broken, tags.t")))
                            .get(0)
                            .cells())
                    .extracting(RunRow.Cell::text)
                    .containsExactly("a\uFFFDb?c", "\uFFFD");
        }
    }

    @Test
    void ordersTextsByTheirCharactersWhateverTheServersLanguage() {
        List<String> names = List.of("B", "a", "Z", "ä", "b", "_");
        for (int i = 0; i < names.size(); i++) {
            run(root, i).param("name", names.get(i)).finished();
        }
        try (HistoryStore index = backend.index(root)) {
            record(index);
            assertThat(index
                            .search(new RunSearch(
                                    null, Order.parse("params.name"), 9, false, Order.columns("params.name")))
                            .stream()
                            .map(row -> row.cells().get(0).text()))
                    .containsExactly("B", "Z", "_", "a", "b", "ä");
        }
    }

    @Test
    void remembersWhatTheLedgerHasListedAndWhatWasSent() {
        run(root, 1).finished();
        run(root, 2).ended(Status.FAILED, Verdict.REJECTED);
        run(root, 3).unfinished();
        try (HistoryStore index = backend.index(root)) {
            record(index);
            index.listed(List.of(id(1)), 7);
            index.pushed(List.of(id(2)), "elsewhere");
            assertThat(ids(index.unlisted())).contains(id(2)).doesNotContain(id(1));
            assertThat(ids(index.unpushed("elsewhere"))).contains(id(1)).doesNotContain(id(2));
            assertThat(ids(index.unpushed("another"))).contains(id(1), id(2));
            assertThat(index.known(List.of(id(1), id(2), id(9))))
                    .extracting(KnownRun::id, KnownRun::ledgerSeq)
                    .containsExactlyInAnyOrder(tuple(id(1), 7L), tuple(id(2), null));
            index.remember(RunFixture.build(root));
            index.remember(RunFixture.build(root));
            index.clear();
            assertThat(index.runs(new RunQuery.All())).isEmpty();
        }
    }

    @Test
    void keepsFilesUnderTheirKeys() throws IOException {
        Path file = Files.writeString(base.resolve("a.txt"), "one");
        Path large = Files.write(base.resolve("large.bin"), new byte[3 << 20]);
        try (ObjectStore objects = backend.objects(root)) {
            objects.put("runs/1/artifacts/ä b+c?%.txt", file, Sha256.of(file));
            objects.put("runs/1/run.jsonl", file, Sha256.of(file));
            objects.put("runs/1/run.jsonl", file, Sha256.of(file));
            objects.put("blobs/large", large, Sha256.of(large));
            objects.put("blobs/large", large, Sha256.of(large));
            assertThat(objects.list("runs/1/")).containsExactly("runs/1/artifacts/ä b+c?%.txt", "runs/1/run.jsonl");
            try (InputStream in = objects.open("runs/1/artifacts/ä b+c?%.txt")) {
                assertThat(in).hasContent("one");
            }
            try (InputStream in = objects.open("blobs/large")) {
                assertThat(in.readAllBytes()).isEqualTo(new byte[3 << 20]);
            }
            assertThat(objects.has("blobs/large")).isTrue();
            assertThat(objects.has("blobs/other")).isFalse();
            assertThatThrownBy(() -> objects.open("blobs/other"))
                    .isInstanceOf(MissingObjectException.class)
                    .hasMessageContaining("blobs/other");
        }
    }

    @Test
    void refusesAFileThatIsNotWhatItsHashSays() throws IOException {
        Path file = Files.writeString(base.resolve("a.txt"), "one");
        try (ObjectStore objects = backend.objects(root)) {
            assertThatThrownBy(() -> objects.put("k", file, "0".repeat(64))).isInstanceOf(SharedStoreException.class);
        }
    }

    private HistoryStore.Taken record(HistoryStore index) {
        int[] taken = new int[2];
        new RunFolders(root, Clock.systemUTC()).changed(Map.of(), runs -> {
            HistoryStore.Taken some = index.record(runs);
            taken[0] += some.added();
            taken[1] += some.refreshed();
        });
        return new HistoryStore.Taken(taken[0], taken[1]);
    }

    private static List<String> ids(List<RunEntry> entries) {
        return Stream.of(entries).flatMap(List::stream).map(RunEntry::id).toList();
    }
}
