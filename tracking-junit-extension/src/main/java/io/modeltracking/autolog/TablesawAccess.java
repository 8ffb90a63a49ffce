package io.modeltracking.autolog;

import java.io.File;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.ReadOptions;
import tech.tablesaw.io.Source;

/** The only class that knows Tablesaw's types; loaded when the user's code has loaded them. */
final class TablesawAccess {

    private TablesawAccess() {}

    static DataRead read(ReadOrigin origin, Object table) {
        Table read = (Table) table;
        return new DataRead(
                origin.kind(), origin.location(), origin.sql(), read.name(), read.rowCount(), read.columnCount(), read);
    }

    /** The file that the options or the source name; null when they name none. */
    static File file(Object argument) {
        if (argument instanceof ReadOptions options) {
            return file(options.source());
        }
        return argument instanceof Source source ? source.file() : null;
    }
}
