package io.modeltracking.store;

import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The embedded index of a {@code .tracking} folder, opened.
 *
 * @param fresh whether it is empty because it was just made
 * @param problem what was wrong with the one before, and where it is kept
 */
public record History(HistoryStore store, boolean fresh, Optional<String> problem) implements AutoCloseable {

    /** The index's file. */
    public static final String FILE = "history.db";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Larger files are not read through at every opening: what is wrong with them shows when it is met. */
    private static final long CHECKED_BYTES = 32L << 20;

    /**
     * Opens the index. One that is damaged is moved aside and made anew, empty.
     *
     * @param plugin this plugin's version
     * @param thorough whether to read the whole file for damage, however large it is
     * @throws StoreException when it cannot be opened, or a later version made it
     */
    public static History open(TrackingRoot root, String plugin, boolean thorough) {
        Path file = root.directory().resolve(FILE);
        try {
            root.create();
        } catch (IOException e) {
            throw new StoreException("Cannot write " + root.directory() + " (" + e + "): make it writable", e);
        }
        try (FolderLock lock = FolderLock.take(root.directory().resolve("store.lock"), PATIENCE)) {
            boolean fresh = !Files.exists(file);
            try {
                return new History(connect(file, plugin, thorough), fresh, Optional.empty());
            } catch (StoreDamagedException e) {
                Path aside = moveAside(file);
                return new History(
                        connect(file, plugin, thorough),
                        true,
                        Optional.of(e.getMessage() + " (kept as " + aside.getFileName() + ")"));
            }
        }
    }

    /** The index as it is, to read from; empty when there is none, or it does not open. Makes and mends nothing. */
    static Optional<HistoryStore> peek(TrackingRoot root) {
        Path file = root.directory().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JdbcHistoryStore(
                    new Database.Sqlite(file),
                    root.facts(),
                    Jdbi.create(SqliteDatabase.dataSource(file, TransactionMode.DEFERRED))
                            .open()));
        } catch (JdbiException e) {
            return Optional.empty();
        }
    }

    private static HistoryStore connect(Path file, String plugin, boolean thorough) {
        try {
            // Migrations use two connections at once, which must not both claim the right to write.
            DataSource migrating = SqliteDatabase.dataSource(file, TransactionMode.DEFERRED);
            if (Files.exists(file) && (thorough || Files.size(file) <= CHECKED_BYTES)) {
                SqliteDatabase.check(migrating, file);
            }
            Schema.migrate(
                    migrating, file.toString(), plugin, version -> SqliteDatabase.keep(migrating, file, version));
            return new JdbcHistoryStore(
                    new Database.Sqlite(file),
                    file.resolveSibling("facts"),
                    Jdbi.create(SqliteDatabase.dataSource(file, TransactionMode.IMMEDIATE))
                            .open());
        } catch (SQLException | FlywayException | JdbiException | IOException e) {
            throw SqliteDatabase.explain(file, e);
        }
    }

    /** Moves a damaged index out of the way, with the files that belong to it. */
    private static Path moveAside(Path file) {
        int number = 1;
        while (Files.exists(Path.of(file + ".damaged-" + number))) {
            number++;
        }
        Path aside = Path.of(file + ".damaged-" + number);
        try {
            Files.move(file, aside);
            for (String suffix : new String[] {"-wal", "-shm"}) {
                if (Files.exists(Path.of(file + suffix))) {
                    Files.move(Path.of(file + suffix), Path.of(aside + suffix));
                }
            }
            return aside;
        } catch (IOException e) {
            throw new StoreException(file + " is damaged and cannot be moved aside (" + e + "): remove it", e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
