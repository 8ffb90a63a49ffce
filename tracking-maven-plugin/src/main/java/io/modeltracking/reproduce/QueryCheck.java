package io.modeltracking.reproduce;

import io.modeltracking.Dataset;
import io.modeltracking.provenance.DatasetFingerprint;
import io.modeltracking.provenance.Masking;
import io.modeltracking.run.DatasetRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/**
 * Asks the queries of a run again, and compares the results by their hash as a table. A journal is input: a query may only read, and
 * whatever it did is rolled back.
 */
final class QueryCheck {

    private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with)\\b[^;]*;?\\s*");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+([eE][-+]?[0-9]+)?");

    private final Original original;
    private final String url;

    /** @param url of JDBC, or null */
    QueryCheck(Original original, String url) {
        this.original = original;
        this.url = url;
    }

    List<Finding> findings() {
        return original.run().datasets().stream()
                .filter(dataset -> dataset.source() != null
                        && "sql".equals(dataset.source().kind()))
                .map(this::query)
                .toList();
    }

    private Finding query(DatasetRecord dataset) {
        String item = "data " + dataset.name();
        String sql = dataset.source().sql();
        if (sql == null || dataset.contentSha256() == null) {
            return Finding.incomplete(item, "the text of its query, or the hash of its rows, was not recorded");
        }
        if (url == null) {
            return Finding.incomplete(item, "its query is not asked again: name the database with -Dtracking.jdbc=");
        }
        if (!READS.matcher(sql).matches()) {
            return Finding.missing(item, "what the run recorded as its query is no single SELECT: " + sql);
        }
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                return asked(item, dataset, connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException | IOException | RuntimeException e) {
            return Finding.missing(item, Masking.url(url) + ": " + e.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login(login, "user", "TRACKING_JDBC_USER");
        login(login, "password", "TRACKING_JDBC_PASSWORD");
        for (Driver driver : ServiceLoader.load(Driver.class, QueryCheck.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return driver.connect(url, login);
            }
        }
        throw new SQLException("no JDBC driver takes this URL: add the database's to the plugin's <dependencies>");
    }

    private static void login(Properties login, String name, String variable) {
        String value = System.getenv(variable);
        if (value != null) {
            login.setProperty(name, value);
        }
    }

    private static Finding asked(String item, DatasetRecord dataset, Connection connection)
            throws SQLException, IOException {
        List<String> bindings = dataset.source().bindings();
        try (PreparedStatement statement =
                connection.prepareStatement(dataset.source().sql())) {
            int wanted = statement.getParameterMetaData().getParameterCount();
            if (wanted != bindings.size()) {
                return Finding.incomplete(
                        item,
                        "its query has " + wanted + " bind value(s), and the run recorded " + bindings.size()
                                + ": Dataset.of(rows, sql, values…) records them");
            }
            for (int i = 0; i < wanted; i++) {
                bind(statement, i + 1, bindings.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return compared(item, dataset, rows);
            }
        }
    }

    /** As a number what looks like one: databases with strict types refuse a text there. */
    private static void bind(PreparedStatement statement, int index, String value) throws SQLException {
        if (WHOLE.matcher(value).matches()) {
            statement.setLong(index, Long.parseLong(value));
        } else if (DECIMAL.matcher(value).matches()) {
            statement.setDouble(index, Double.parseDouble(value));
        } else {
            statement.setString(index, value);
        }
    }

    private static Finding compared(String item, DatasetRecord dataset, ResultSet rows)
            throws SQLException, IOException {
        DatasetRecord now = new DatasetFingerprint(Path.of(""), null, null)
                .of(dataset.name(), Dataset.of(rows, dataset.source().sql()))
                .record();
        String wanted = "query, rows with sha256 " + dataset.contentSha256().substring(0, 12);
        if (Objects.equals(now.contentSha256(), dataset.contentSha256())) {
            return Finding.ok(item, wanted);
        }
        return Finding.missing(
                item,
                wanted + ". There are others now, sha256 " + now.contentSha256().substring(0, 12)
                        + (Objects.equals(now.rows(), dataset.rows())
                                ? ""
                                : ", " + now.rows() + " rows instead of " + dataset.rows())
                        + "; columns that differ: "
                        + String.join(", ", DataCheck.differences(dataset.columns(), now.columns())));
    }
}
