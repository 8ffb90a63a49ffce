package io.modeltracking.sample;

import static tech.tablesaw.api.ColumnType.INTEGER;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.selection.Selection;

/**
 * The split of freMTPL2freq by which the literature compares models (Noll, Salzmann and Wüthrich 2018). Many of its rows to
 * test have all rating factors in common with a row to learn from, so it serves comparison, not choice.
 */
final class PublishedSplit {

    private PublishedSplit() {}

    /**
     * Empty when no {@code freMTPL2freq-splits.csv.gz} lies beside the portfolio: IDpol, and 1 in the column noll_seed100 for a
     * row to test. Nothing is held out.
     */
    static Optional<Split> of(Path file, Table portfolio) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
        Path splits = file.resolveSibling(name + "-splits.csv.gz");
        if (!Files.exists(splits)) {
            return Optional.empty();
        }
        Table parts = read(splits);
        if (!parts.intColumn("IDpol")
                .asList()
                .equals(portfolio.intColumn("IDpol").asList())) {
            throw new IllegalArgumentException(splits + " is not of the policies in " + file
                    + ", or has them in another order: remove it, and the portfolio is split anew");
        }
        Selection tested = parts.intColumn("noll_seed100").isEqualTo(1);
        return Optional.of(new Split(portfolio.dropWhere(tested), portfolio.where(tested), portfolio.emptyCopy()));
    }

    private static Table read(Path splits) throws IOException {
        try (InputStream csv = new GZIPInputStream(Files.newInputStream(splits))) {
            return Table.read()
                    .usingOptions(CsvReadOptions.builder(csv).columnTypes(new ColumnType[] {INTEGER, INTEGER}));
        }
    }
}
