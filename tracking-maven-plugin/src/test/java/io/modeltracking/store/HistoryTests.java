package io.modeltracking.store;

import static io.modeltracking.run.Verdict.ACCEPTED;
import static io.modeltracking.run.Verdict.REJECTED;
import static io.modeltracking.store.RunFixture.BUILD;
import static io.modeltracking.store.RunFixture.MODULE;
import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTests {

    @TempDir
    Path base;

    private TrackingRoot root;
    private Path file;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
        file = root.directory().resolve("history.db");
    }

    @Test
    void answersByBuildAndModuleByIdAndInTheOrderOfStart() {
        run(root, 1).startedAt(START.plusSeconds(9)).finished();
        run(root, 2).finished();
        run(root, 3).module("org.example:other").finished();
        run(root, 4).outsideBuild().startedAt(START.plusSeconds(5)).finished();
        try (History history = recorded()) {
            HistoryStore store = history.store();
            assertThat(ids(store, new RunQuery.OfBuild(BUILD, MODULE))).containsExactly(id(2), id(1));
            assertThat(ids(store, new RunQuery.OfBuild(BUILD, null)))
                    .contains(id(1), id(2), id(3))
                    .hasSize(3);
            assertThat(ids(store, new RunQuery.OutsideSince(START))).containsExactly(id(4));
            assertThat(ids(store, new RunQuery.OutsideSince(START.plusSeconds(6))))
                    .isEmpty();
            assertThat(ids(store, new RunQuery.ById(id(3).substring(0, 8)))).containsExactly(id(3));
            assertThat(ids(store, new RunQuery.ById(id(3)))).containsExactly(id(3));
            assertThat(ids(store, new RunQuery.All())).hasSize(4);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunQuery.ById("%"))
                .withMessageContaining("%");
    }

    @Test
    void keepsEveryDoubleExactly() throws SQLException {
        run(root, 1)
                .metric("loss", 0.9, 1)
                .metric("loss", 0.1, 2)
                .metric("loss", 0.3, 3)
                .metric("nan", Double.NaN)
                .metric("up", Double.POSITIVE_INFINITY)
                .metric("zero", -0.0)
                .param("depth", 5)
                .param("rate", 0.1)
                .param("label", "NaN")
                .finished();
        recorded().close();
        assertThat(rows("select name, last_real, last_text, first_real, min_real, max_real, points, last_step,"
                        + " direction from metrics order by name"))
                .containsExactly(
                        "loss 0.3 null 0.9 0.1 0.9 3 3 MINIMIZE",
                        "nan null NaN null null null 1 null null",
                        "up null Infinity null null null 1 null null",
                        "zero null -0.0 null null null 1 null null");
        assertThat(rows("select name, type, value_text, value_real, origin from params order by name"))
                .containsExactly("depth integer 5 5.0 USER", "label text NaN null USER", "rate real 0.1 0.1 USER");
    }

    @Test
    void keepsFilesDataSetsModelsAndVerdictsInTheirOrder() throws SQLException {
        run(root, 1)
                .event(new RunEvent.Artifact("lift.png", "image/png", 12, "a".repeat(64), List.of()))
                .event(new RunEvent.Artifact("notes", null, 0, "b".repeat(64), List.of()))
                .event(new RunEvent.Data(new DatasetRecord(
                        "train", "TRAIN", "c".repeat(64), "d".repeat(64), "table/v1", 3L, List.of(), null, null, null)))
                .event(new RunEvent.Model("m", "m.ubj", "xgboost-ubj", 9, "e".repeat(64), List.of(), "xgboost", "3.0"))
                .event(new RunEvent.Check("rmse <= 1", "metric", "rmse", Double.NaN, null, 1.0, null, REJECTED, "NaN"))
                .event(new RunEvent.Check("a <= 1", "metric", "a", 0.5, null, 1.0, 0.0, ACCEPTED, null))
                .finished();
        recorded().close();
        assertThat(rows("select ordinal, name, media_type, bytes, substr(sha256, 1, 2) from artifacts order by 1"))
                .containsExactly("0 lift.png image/png 12 aa", "1 notes null 0 bb");
        assertThat(rows("select ordinal, name, role, substr(bytes_sha256, 1, 2), substr(content_sha256, 1, 2),"
                        + " row_count, column_count, location from datasets"))
                .containsExactly("0 train TRAIN cc dd 3 0 null");
        assertThat(rows("select name, artifact, format, bytes, library, library_version from models"))
                .containsExactly("m m.ubj xgboost-ubj 9 xgboost 3.0");
        assertThat(rows("select ordinal, rule, kind, metric, observed_real, observed_text, verdict, message from checks"
                        + " order by 1"))
                .containsExactly(
                        "0 rmse <= 1 metric rmse null NaN REJECTED NaN", "1 a <= 1 metric a 0.5 null ACCEPTED null");
    }

    @Test
    void takesARunOnceAndAGrownOneAgain() throws IOException {
        run(root, 1).param("depth", 5).metric("rmse", 1).unfinished();
        try (History history = History.open(root, "1", false)) {
            HistoryStore store = history.store();
            assertThat(store.record(changed(Map.of()))).isEqualTo(new HistoryStore.Taken(1, 0));
            assertThat(store.record(changed(Map.of()))).isEqualTo(new HistoryStore.Taken(0, 0));
            Files.writeString(
                    root.run(id(1)).resolve("run.jsonl"),
                    "{\"event\":\"finished\",\"time\":\"2026-11-23T09:00:00Z\",\"status\":\"FINISHED\"}\n",
                    java.nio.file.StandardOpenOption.APPEND);
            assertThat(store.record(changed(store.settled()))).isEqualTo(new HistoryStore.Taken(0, 1));
            assertThat(store.runs(new RunQuery.All()))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.status().name()).isEqualTo("FINISHED"));
        }
    }

    @Test
    void makesADamagedFileAnewAndKeepsItAside() throws IOException {
        run(root, 1).finished();
        recorded().close();
        Files.writeString(file, "this is no database, but long enough to be one".repeat(100));
        try (History history = History.open(root, "1", false)) {
            assertThat(history.fresh()).isTrue();
            assertThat(history.problem())
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .contains("history.db is damaged")
                            .contains("kept as history.db.damaged-1"));
            assertThat(history.store().runs(new RunQuery.All())).isEmpty();
        }
        assertThat(root.directory().resolve("history.db.damaged-1")).exists();
        try (History again = History.open(root, "1", false)) {
            assertThat(again.fresh()).isFalse();
            assertThat(again.problem()).isEmpty();
        }
    }

    @Test
    void noticesPagesThatWereOverwritten() throws IOException {
        for (int i = 0; i < 50; i++) {
            run(root, i).param("a", i).metric("m", i).finished();
        }
        recorded().close();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 4096; page < bytes.length(); page += 4096) {
                bytes.seek(page);
                bytes.write(new byte[512]);
            }
        }
        try (History history = History.open(root, "1", false)) {
            assertThat(history.problem()).isPresent();
        }
    }

    @Test
    void refusesAFileOfALaterVersionAndSaysWhichVersionItNeeds() throws SQLException {
        recorded().close();
        execute("insert into schema_versions (version, plugin) values (99, '7.1.0')");
        assertThatThrownBy(() -> History.open(root, "0.1.0", false))
                .isExactlyInstanceOf(StoreException.class)
                .hasMessageContaining("schema 99")
                .hasMessageContaining("7.1.0 or newer");
        assertThat(file).exists();
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws IOException {
        Files.writeString(base.resolve(".tracking"), "in the way");
        assertThatThrownBy(() -> History.open(root, "1", false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(".tracking");
    }

    private History recorded() {
        History history = History.open(root, "1", false);
        history.store().record(changed(Map.of()));
        return history;
    }

    private List<RunFile> changed(Map<String, JournalMark> known) {
        List<RunFile> runs = new ArrayList<>();
        new RunFolders(root, Clock.systemUTC()).changed(known, runs::addAll);
        return runs;
    }

    private static List<String> ids(HistoryStore store, RunQuery query) {
        return store.runs(query).stream().map(RunEntry::id).toList();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }
}
