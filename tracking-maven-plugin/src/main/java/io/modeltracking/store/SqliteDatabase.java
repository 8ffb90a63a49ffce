package io.modeltracking.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** How the embedded database is opened, and how one knows that it is damaged. */
final class SqliteDatabase {

    /** Two builds on one store write in turn. */
    private static final int BUSY_MILLIS = 60_000;

    private SqliteDatabase() {}

    /** @param mode IMMEDIATE for our own transactions: one that reads first and writes later cannot wait for others */
    static DataSource dataSource(Path file, TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(mode);
        // As in PostgreSQL; by itself SQLite takes a and A for the same there.
        config.enableCaseSensitiveLike(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** @throws StoreDamagedException when the file's pages are not in order */
    static void check(DataSource database, Path file) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
            if (result.next() && !"ok".equals(result.getString(1))) {
                throw new StoreDamagedException(file + " is damaged: " + result.getString(1), null);
            }
        }
    }

    /**
     * Copies the database to a file beside it, named by the version of its tables. One that is there already stays: it is of
     * the same version.
     */
    static void keep(DataSource database, Path file, int version) {
        Path copy = Path.of(file + ".schema-" + version);
        Path partial = Path.of(copy + ".partial");
        try {
            if (Files.exists(copy)) {
                return;
            }
            Files.deleteIfExists(partial);
            try (Connection connection = database.getConnection();
                    PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
                vacuum.setString(1, partial.toString());
                vacuum.execute();
            }
            Files.move(partial, copy);
        } catch (IOException | SQLException e) {
            throw new StoreException(
                    "Cannot copy " + file + " to " + copy + " before its schema is changed (" + e
                            + "): free some space, or make the folder writable",
                    e);
        }
    }

    /** The same failure as one that says whether the file is damaged. */
    static StoreException explain(Path file, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException known) {
                return known;
            }
            if (cause instanceof SQLiteException sql && damaged(sql.getResultCode())) {
                return new StoreDamagedException(file + " is damaged: " + sql.getMessage(), failure);
            }
        }
        return new StoreException(
                "Cannot use " + file + " (" + failure.getMessage()
                        + "): make its folder writable or free space; the file can be removed, it is rebuilt",
                failure);
    }

    private static boolean damaged(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_NOTADB || (code.code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }
}
