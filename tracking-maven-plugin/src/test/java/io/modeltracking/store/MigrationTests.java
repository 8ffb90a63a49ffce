package io.modeltracking.store;

import static io.modeltracking.store.RunFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTests {

    @TempDir
    Path base;

    private TrackingRoot root;
    private Path file;

    @BeforeEach
    void makeAStoreOfSchema2() throws IOException, SQLException {
        root = TrackingRoot.find(base, base.toString());
        root.create();
        file = root.directory().resolve("history.db");
        Flyway.configure()
                .loggers(QuietLogs.class.getName())
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:io/modeltracking/store/migration")
                .target("2")
                .load()
                .migrate();
        execute(file, "insert into schema_versions (version, plugin) values (2, '0.1.0')");
        execute(
                file,
                "insert into runs (run_key, id, experiment, attempt, started_ms, status, warning_count, problem_count,"
                        + " journal_sha256, journal_bytes, journal_modified) values (1, '" + id(1)
                        + "', 'Motor', 1, 5, 'FINISHED', 0, 0, 'a', 1, 1)");
    }

    @Test
    void bringsAnOlderStoreUpAndKeepsItsCopy() throws SQLException {
        try (History history = History.open(root, "0.2.0", false)) {
            assertThat(history.fresh()).isFalse();
            assertThat(history.problem()).isEmpty();
            assertThat(history.store().search(new RunSearch(null, List.of(), 9, false, List.of())))
                    .extracting(RunRow::id)
                    .containsExactly(id(1));
        }
        Path copy = Path.of(file + ".schema-2");
        assertThat(first(copy, "select max(version) from schema_versions")).isEqualTo("2");
        assertThat(first(copy, "select id from runs")).isEqualTo(id(1));
        assertThat(first(file, "select max(version) from schema_versions")).isEqualTo(Integer.toString(Schema.VERSION));
        assertThat(Path.of(copy + ".partial")).doesNotExist();
    }

    @Test
    void changesNothingWhenNoCopyCanBeKept() throws IOException, SQLException {
        Files.createDirectories(Path.of(file + ".schema-2.partial").resolve("in the way"));
        assertThatThrownBy(() -> History.open(root, "0.2.0", false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("history.db.schema-2")
                .hasMessageContaining("free some space");
        assertThat(first(file, "select max(version) from schema_versions")).isEqualTo("2");
    }

    private static void execute(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }
}
