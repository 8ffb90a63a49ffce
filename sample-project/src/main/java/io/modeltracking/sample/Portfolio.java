package io.modeltracking.sample;

import static tech.tablesaw.api.ColumnType.DOUBLE;
import static tech.tablesaw.api.ColumnType.INTEGER;
import static tech.tablesaw.api.ColumnType.STRING;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The policies, in the layout of freMTPL2freq: one record a row, claims and exposure beside nine rating factors. */
public final class Portfolio {

    /** In the order of the file. Detected types would depend on the first rows; these do not. */
    private static final ColumnType[] TYPES = {
        INTEGER, // IDpol
        INTEGER, // ClaimNb
        DOUBLE, // Exposure
        STRING, // Area
        INTEGER, // VehPower
        INTEGER, // VehAge
        INTEGER, // DrivAge
        INTEGER, // BonusMalus
        STRING, // VehBrand
        STRING, // VehGas
        INTEGER, // Density
        STRING // Region
    };

    private Portfolio() {}

    /**
     * The file to read: the one that ships with the sample, or {@code -Dportfolio=<csv or csv.gz>}. Maven runs tests in the
     * module's folder, so a relative path is looked for there first, then in the folders above.
     */
    public static Path file() throws NoSuchFileException {
        return find(System.getProperty("portfolio", "data/portfolio.csv.gz"), "portfolio");
    }

    /** @param property by which another file is chosen */
    static Path find(String path, String property) throws NoSuchFileException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(path).normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new NoSuchFileException(
                path, null, "no such file here or in a folder above: set -D" + property + "=<csv or csv.gz>");
    }

    /** Reads a portfolio; as in the literature, a row counts at most 4 claims and one year of exposure. */
    public static Table read(Path file) throws IOException {
        Table table = read(file, TYPES);
        IntColumn claims = table.intColumn("ClaimNb");
        claims.set(claims.isGreaterThan(4), 4);
        DoubleColumn exposure = table.doubleColumn("Exposure");
        exposure.set(exposure.isGreaterThan(1), 1.0);
        return table;
    }

    /** Reads a CSV file, as it is or compressed. */
    static Table read(Path file, ColumnType... types) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream csv = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                Reader reader = new InputStreamReader(csv, StandardCharsets.UTF_8)) {
            return Table.read().usingOptions(CsvReadOptions.builder(reader).columnTypes(types));
        }
    }

    /** Claims of each row. */
    public static double[] claims(Table rows) {
        return rows.intColumn("ClaimNb").asDoubleArray();
    }

    /** Exposure of each row, in years. */
    public static double[] exposure(Table rows) {
        return rows.doubleColumn("Exposure").asDoubleArray();
    }

    /** Claims per year of exposure over all rows. */
    public static double frequency(Table rows) {
        return rows.intColumn("ClaimNb").sum() / rows.doubleColumn("Exposure").sum();
    }
}
