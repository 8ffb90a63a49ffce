package io.modeltracking.tablesaw;

import io.modeltracking.Dataset;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/**
 * Tablesaw tables as data sets: {@code run.dataset("train", TablesawDataset.of(table).role(Role.TRAIN))}.
 *
 * <p>The table is read by {@code run.dataset}, not copied: what is done to it before is in the record, what is done after
 * is not.
 */
public final class TablesawDataset {

    private TablesawDataset() {}

    /** A table that the program made. */
    public static Dataset of(Table table) {
        return of(table, Dataset.Source.table());
    }

    /** A table that was read from a file. */
    public static Dataset of(Table table, Path file) {
        return of(table, Dataset.Source.file(file));
    }

    /** A table that a query gave; the bind values are recorded: give none that are secret. */
    public static Dataset of(Table table, String sql, Object... bindings) {
        return of(table, Dataset.Source.sql(sql, bindings));
    }

    /** A table with its source as it is known. */
    public static Dataset of(Table table, Dataset.Source source) {
        List<Dataset.Column> columns = table.columns().stream()
                .filter(column -> column.type() != ColumnType.SKIP)
                .map(TablesawColumns::of)
                .toList();
        return Dataset.of(new Adapted(table.rowCount(), columns, table), source);
    }

    private record Adapted(int rows, List<Dataset.Column> columns, Table origin) implements Dataset.Table {}
}
