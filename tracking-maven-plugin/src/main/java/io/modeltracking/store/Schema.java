package io.modeltracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the index, and their version. */
final class Schema {

    /** The version that this code reads and writes. */
    static final int VERSION = 3;

    private static final String LOCATION = "classpath:io/modeltracking/store/migration";

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
            found = found(connection, name, plugin);
        }
        if (found == VERSION) {
            return;
        }
        if (found > 0) {
            keep.accept(found);
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

    /** 0 for none. */
    private static int found(Connection connection, String name, String plugin) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "schema_versions", null)) {
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
