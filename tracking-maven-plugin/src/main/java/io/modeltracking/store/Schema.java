package io.modeltracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of the index, and their version. */
final class Schema {

    /** The version that this code reads and writes. */
    static final int VERSION = 4;

    private static final String LOCATION = "classpath:io/modeltracking/store/migration";
    private static final String POSTGRESQL = LOCATION + "-postgresql";

    private Schema() {}

    /**
     * Brings the tables to {@link #VERSION}. The caller holds the store's lock.
     *
     * @param plugin this plugin's version, remembered with the tables that it makes
     * @param keep is called with the version of older tables before they are changed
     * @throws StoreException when a later version made them
     */
    static void migrate(DataSource database, String name, String plugin, IntConsumer keep) throws SQLException {
        int found;
        try (Connection connection = database.getConnection()) {
            found = found(connection, null, name, plugin);
        }
        if (found == VERSION) {
            return;
        }
        if (found > 0) {
            keep.accept(found);
        }
        configure(database, LOCATION).load().migrate();
        remember(database, plugin);
    }

    /**
     * As {@link #migrate}, of a schema on a server, which is made where it is not there. The server lets one at a time do so.
     *
     * @throws StoreException when a later version made the tables, or who connects may not change older ones
     */
    static void migratePostgres(DataSource database, String name, String schema, String plugin) throws SQLException {
        int found;
        try (Connection connection = database.getConnection()) {
            found = found(connection, schema, name, plugin);
        }
        if (found == VERSION) {
            return;
        }
        try {
            configure(database, LOCATION, POSTGRESQL)
                    .schemas(schema)
                    .createSchemas(true)
                    .load()
                    .migrate();
            remember(database, plugin);
        } catch (FlywayException e) {
            if (denied(e)) {
                throw new StoreException(
                        name + (found == 0 ? " has no tables yet" : " has schema " + found)
                                + ", and who connects may not"
                                + " make schema " + VERSION + ": let the owner of the schema \"" + schema
                                + "\" call \"mvn tracking:sync\" once",
                        e);
            }
            throw e;
        }
    }

    /** Of SQL's own classes of errors: insufficient privilege. */
    private static boolean denied(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "42501".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static FluentConfiguration configure(DataSource database, String... locations) {
        return Flyway.configure(Schema.class.getClassLoader())
                .loggers(QuietLogs.class.getName())
                .dataSource(database)
                .locations(locations);
    }

    private static void remember(DataSource database, String plugin) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into schema_versions (version, plugin) values (?, ?) on conflict do nothing")) {
            insert.setInt(1, VERSION);
            insert.setString(2, plugin);
            insert.executeUpdate();
        }
    }

    /** 0 for none. */
    private static int found(Connection connection, String schema, String name, String plugin) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, "schema_versions", null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(
                        "select version, plugin from schema_versions order by version desc limit 1")) {
            if (newest.next() && newest.getInt(1) > VERSION) {
                throw new StoreException(name + " has schema " + newest.getInt(1) + ", made by tracking-maven-plugin "
                        + newest.getString(2) + "; this is " + plugin + ", which knows schema " + VERSION
                        + ". Use version " + newest.getString(2) + " or newer");
            }
            return newest.getRow() > 0 ? newest.getInt(1) : 0;
        }
    }
}
