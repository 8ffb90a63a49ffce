package io.modeltracking.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** What claims cost, in the layout of freMTPL2sev: a row a claim, with the policy that it belongs to. */
public final class Claims {

    private Claims() {}

    /**
     * The file to read: {@code -Dclaims=<csv or csv.gz>}, else the one beside the portfolio: {@code freMTPL2sev.csv.gz} beside
     * {@code freMTPL2freq.csv.gz}, {@code claims.csv.gz} beside any other.
     */
    public static Path file(Path portfolio) throws NoSuchFileException {
        String chosen = System.getProperty("claims");
        if (chosen != null) {
            return Portfolio.find(chosen, "claims");
        }
        String name = portfolio.getFileName().toString();
        Path beside = portfolio.resolveSibling(name.contains("freq") ? name.replace("freq", "sev") : "claims.csv.gz");
        if (!Files.isRegularFile(beside)) {
            throw new NoSuchFileException(
                    beside.toString(), null, "no claims beside the portfolio: set -Dclaims=<csv or csv.gz>");
        }
        return beside;
    }

    /** Reads claims: IDpol and ClaimAmount. */
    public static Table read(Path file) throws IOException {
        return Portfolio.read(file, ColumnType.INTEGER, ColumnType.DOUBLE);
    }
}
