package io.modeltracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the index, and their version. */
final class Schema {

    /** The version that this code reads and writes. */
    static final int VERSION = 2;

    private static final String LOCATION = "classpath:io/modeltracking/store/migration";

    private Schema() {}

    /**
     * Brings the tables to {@link #VERSION}. The caller holds the store's lock.
     *
     * @param plugin this plugin's version, remembered with the tables that it makes
     * @throws StoreException when a later version made them
     */
    static void migrate(DataSource database, String name, String plugin) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (upToDate(connection, name, plugin)) {
                return;
            }
        }
        Flyway.configure(Schema.class.getClassLoader())
                .loggers(QuietLogs.class.getName())
                .dataSource(database)
                .locations(LOCATION)
                .load()
                .migrate();
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into schema_versions (version, plugin) values (?, ?)")) {
            insert.setInt(1, VERSION);
            insert.setString(2, plugin);
            insert.executeUpdate();
        }
    }

    private static boolean upToDate(Connection connection, String name, String plugin) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "schema_versions", null)) {
            if (!tables.next()) {
                return false;
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
            return newest.getRow() > 0 && newest.getInt(1) == VERSION;
        }
    }
}
