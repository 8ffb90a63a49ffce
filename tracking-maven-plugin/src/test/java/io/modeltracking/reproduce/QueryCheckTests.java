package io.modeltracking.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.provenance.DatasetFingerprint;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries of a run in a real database. */
class QueryCheckTests {

    private static final String QUERY = "SELECT age, claims FROM policies WHERE region = ? AND age > ? ORDER BY age";

    @TempDir
    private Path base;

    private TrackingRoot root;
    private String url;

    @BeforeEach
    void fill() throws SQLException {
        root = new TrackingRoot(base.resolve(TrackingRoot.NAME));
        url = "jdbc:sqlite:" + base.resolve("policies.db");
        change("CREATE TABLE policies(region TEXT, age INTEGER, claims INTEGER)");
        change("INSERT INTO policies VALUES ('R11', 20, 1), ('R11', 30, 0), ('R24', 40, 0), ('R11', 50, 2)");
    }

    @Test
    void theSameRowsAreFound() throws Exception {
        assertThat(ask(recorded(QUERY, "R11", 25), url)).isEqualTo(Finding.State.OK);
    }

    @Test
    void otherRowsAreRefusedWithBothHashesAndTheColumn() throws Exception {
        run(recorded(QUERY, "R11", 25));
        change("UPDATE policies SET claims = 7 WHERE age = 50");
        Finding finding = finding(url);
        assertThat(finding.state()).isEqualTo(Finding.State.MISSING);
        assertThat(finding.detail())
                .matches("query, rows with sha256 [0-9a-f]{12}\\. There are others now, sha256 [0-9a-f]{12};"
                        + " columns that differ: claims");
        change("DELETE FROM policies WHERE age = 50");
        assertThat(finding(url).detail()).contains(", 1 rows instead of 2; columns that differ: age, claims");
    }

    @Test
    void whatWasNotRecordedIsIncomplete() throws Exception {
        DatasetRecord whole = recorded(QUERY, "R11", 25);
        assertThat(ask(whole, null)).isEqualTo(Finding.State.INCOMPLETE);
        assertThat(finding(null).detail()).contains("-Dtracking.jdbc=");
        assertThat(ask(with(whole, QUERY, List.of("R11")), url)).isEqualTo(Finding.State.INCOMPLETE);
        assertThat(finding(url).detail()).contains("2 bind value(s), and the run recorded 1");
        assertThat(ask(with(whole, null, List.of()), url)).isEqualTo(Finding.State.INCOMPLETE);
    }

    @Test
    void aJournalsQueryChangesNothing() throws Exception {
        DatasetRecord whole = recorded(QUERY, "R11", 25);
        for (String hostile : List.of(
                "DELETE FROM policies RETURNING age",
                "SELECT 1; DELETE FROM policies",
                "WITH x AS (SELECT 1) DELETE FROM policies RETURNING age")) {
            assertThat(ask(with(whole, hostile, List.of()), url)).isEqualTo(Finding.State.MISSING);
        }
        assertThat(ask(whole, url)).isEqualTo(Finding.State.OK);
    }

    @Test
    void aDatabaseThatCannotBeAskedIsNamedWithoutItsPassword() throws Exception {
        run(recorded(QUERY, "R11", 25));
        assertThat(finding("jdbc:nobody://ada:secret@host/db").detail())
                .contains("no JDBC driver takes this URL")
                .doesNotContain("secret");
        assertThat(finding("jdbc:sqlite:" + base.resolve("no/such.db")).state()).isEqualTo(Finding.State.MISSING);
    }

    private DatasetRecord recorded(String sql, Object... bindings) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < bindings.length; i++) {
                statement.setObject(i + 1, bindings[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return new DatasetFingerprint(base, null, null)
                        .of("train", Dataset.of(rows, sql, bindings))
                        .record();
            }
        }
    }

    private static DatasetRecord with(DatasetRecord whole, String sql, List<String> bindings) {
        return new DatasetRecord(
                whole.name(),
                whole.role(),
                null,
                whole.contentSha256(),
                whole.layout(),
                whole.rows(),
                whole.columns(),
                new DatasetRecord.Source("sql", null, null, sql, bindings),
                whole.keys(),
                null);
    }

    private int runs;

    private Finding.State ask(DatasetRecord dataset, String jdbc) throws Exception {
        run(dataset);
        return finding(jdbc).state();
    }

    private void run(DatasetRecord dataset) throws Exception {
        RunFixture.run(root, ++runs).event(new RunEvent.Data(dataset)).finished();
    }

    private Finding finding(String jdbc) {
        List<Finding> findings = new QueryCheck(Original.read(root, RunFixture.id(runs)), jdbc).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
