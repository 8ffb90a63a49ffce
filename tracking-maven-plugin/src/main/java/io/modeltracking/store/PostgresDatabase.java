package io.modeltracking.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A PostgreSQL schema with the same tables as the embedded index, and the ledger's. */
public final class PostgresDatabase implements AutoCloseable {

    /** What the address of a shared store begins with. */
    public static final String PREFIX = "jdbc:postgresql:";

    /** The schema where the address names none. */
    private static final String SCHEMA = "tracking";

    private static final Pattern CURRENT_SCHEMA = Pattern.compile("[?&]currentSchema=([^&,]+)");
    private static final Pattern SECRET =
            Pattern.compile("[?&](user|password|sslpassword)=|//[^/]*@", Pattern.CASE_INSENSITIVE);
    private static final int CONNECTIONS = 8;
    private static final int PATIENCE_SECONDS = 10;
    private static final int SILENCE_SECONDS = 120;

    private final String name;
    private final HikariDataSource source;

    private PostgresDatabase(String name, HikariDataSource source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Connects, and brings the tables to this plugin's version.
     *
     * @param url {@code jdbc:postgresql://host/database}, without credentials
     * @param login who connects; null leaves it to the driver ({@code .pgpass}, the system's user)
     * @param plugin this plugin's version
     * @throws SharedStoreException when the server does not answer, or refuses
     * @throws StoreException when a later version made the tables
     */
    public static PostgresDatabase open(String url, Login login, String plugin) {
        String name = name(url);
        quiet();
        HikariDataSource source = null;
        try {
            source = new HikariDataSource(config(url, login));
            Schema.migratePostgres(source, name, source.getSchema(), plugin);
            return new PostgresDatabase(name, source);
        } catch (PoolInitializationException | FlywayException | SQLException | StoreException e) {
            if (source != null) {
                source.close();
            }
            throw explain(name, e);
        }
    }

    /** Maven's logger asks for its level here: that a pool starts and ends is no news of a build. */
    private static void quiet() {
        System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log.com.zaxxer.hikari", "error");
    }

    private static HikariConfig config(String url, Login login) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tracking");
        config.setJdbcUrl(url);
        Matcher schema = CURRENT_SCHEMA.matcher(url);
        config.setSchema(schema.find() ? schema.group(1) : SCHEMA);
        if (login != null) {
            config.setUsername(login.user());
            config.setPassword(login.password());
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_SECONDS * 1000L);
        config.setInitializationFailTimeout(1);
        config.addDataSourceProperty("connectTimeout", PATIENCE_SECONDS);
        config.addDataSourceProperty("loginTimeout", PATIENCE_SECONDS);
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        // Plans fit the values that are asked for, and a pool of connections between needs no session of ours.
        config.addDataSourceProperty("prepareThreshold", 0);
        config.addDataSourceProperty("ApplicationName", "tracking-maven-plugin");
        return config;
    }

    /**
     * The address as people are told it: without its options.
     *
     * @throws StoreException when it is none, or names a user or password
     */
    public static String name(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new StoreException(
                    "tracking.store is \"jdbc:postgresql://host/database\", or is left away for a history"
                            + " in .tracking/ alone (tracking.root says where that stands)");
        }
        if (SECRET.matcher(url).find()) {
            throw new StoreException("tracking.store must not hold a user or a password: it stands in the POM or on the"
                    + " command line. Set TRACKING_STORE_USER and TRACKING_STORE_PASSWORD in the environment, or name a"
                    + " server of settings.xml by tracking.store.server");
        }
        return url.replaceFirst("\\?.*", "");
    }

    /** As {@link #name}. */
    public String name() {
        return name;
    }

    /**
     * The index of all runs; a connection of its own, which the caller closes.
     *
     * @param facts where the sources of runs are read that are taken in
     */
    public HistoryStore index(Path facts) {
        try {
            return new JdbcHistoryStore(
                    new Database.Postgres(name), facts, Jdbi.create(source).open());
        } catch (JdbiException e) {
            throw explain(name, e);
        }
    }

    /** The chain of events. */
    public LedgerTable ledger() {
        return new LedgerTable(name, Jdbi.create(source));
    }

    /**
     * Studies that several jobs share.
     *
     * @param lease how long a trial belongs to a job that is not heard of
     */
    public TrialLeases leases(Duration lease) {
        return new TrialLeases(name, Jdbi.create(source), lease);
    }

    /** As {@link SharedLock#take}. */
    public Optional<SharedLock> lock(String what, Duration patience, Runnable waiting) {
        return SharedLock.take(source, name, what, patience, waiting);
    }

    /** For what else is shared; its connections are given back by closing them. */
    DataSource dataSource() {
        return source;
    }

    static StoreException explain(String name, Exception failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException known) {
                return known;
            }
            last = cause;
        }
        return new SharedStoreException("The shared store " + name + " cannot be used: " + reason(last), failure);
    }

    /** One line; the driver adds the position in a statement and hints on others. */
    static String reason(Throwable failure) {
        String text = String.valueOf(failure.getMessage()).strip();
        return text.lines().findFirst().orElse(failure.getClass().getSimpleName());
    }

    @Override
    public void close() {
        source.close();
    }
}
