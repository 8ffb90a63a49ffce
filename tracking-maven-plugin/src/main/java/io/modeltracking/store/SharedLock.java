package io.modeltracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What one job at a time does, of all that share a database. It is a lock of a transaction, which a pool of connections
 * between leaves to its owner, and which ends with the owner's connection.
 */
public final class SharedLock implements AutoCloseable {

    private static final long PAUSE_MILLIS = 250;

    private final Connection connection;

    private SharedLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits for the lock.
     *
     * @param name of the store, as people are told it
     * @param what is done; the same text is the same lock
     * @param patience after which it is given up
     * @param waiting is called once when another job has it
     * @return empty when another job has had it for so long
     */
    static Optional<SharedLock> take(DataSource source, String name, String what, Duration patience, Runnable waiting) {
        long deadline = System.nanoTime() + patience.toNanos();
        Connection connection = null;
        try {
            connection = source.getConnection();
            connection.setAutoCommit(false);
            for (boolean told = false; !taken(connection, what); Thread.sleep(PAUSE_MILLIS)) {
                if (System.nanoTime() > deadline) {
                    return Optional.empty();
                }
                if (!told) {
                    waiting.run();
                    told = true;
                }
            }
            SharedLock lock = new SharedLock(connection);
            connection = null;
            return Optional.of(lock);
        } catch (SQLException e) {
            throw PostgresDatabase.explain(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while another job had the lock to " + what, e);
        } finally {
            if (connection != null) {
                end(connection);
            }
        }
    }

    private static boolean taken(Connection connection, String what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtextextended(current_schema() || ' ' || ?, 0))")) {
            statement.setString(1, what);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void end(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The server has ended the connection, and the lock with it.
            return;
        }
    }

    @Override
    public void close() {
        end(connection);
    }
}
