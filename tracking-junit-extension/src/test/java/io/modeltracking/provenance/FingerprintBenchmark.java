package io.modeltracking.provenance;

import io.modeltracking.Dataset;
import io.modeltracking.SharedData;
import io.modeltracking.tablesaw.TablesawDataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Fingerprints of the freMTPL2 portfolio, 678,013 rows of 12 columns: at most 0.5 s for a Tablesaw table on 2 cores. The
 * SHA-256 of its 31 MB of text stands beside {@code sha256sum} on the same file, of whose speed it must have 0.8.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class FingerprintBenchmark {

    private static final int COPIES = 10;

    private Path compressed;
    private Path plain;
    private Path large;
    private Dataset table;
    private DatasetFingerprint fingerprint;

    @Setup
    public void read() throws IOException {
        compressed = SharedData.require("freMTPL2freq.csv.gz");
        plain = Files.createTempFile("portfolio", ".csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
            Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
        }
        large = Files.createTempFile("portfolio", ".bin");
        try (var out = Files.newOutputStream(large)) {
            for (int i = 0; i < COPIES; i++) {
                Files.copy(plain, out);
            }
        }
        table = TablesawDataset.of(Table.read()
                .usingOptions(CsvReadOptions.builder(plain.toFile()).columnTypes(name -> switch (name) {
                    case "Exposure" -> ColumnType.DOUBLE;
                    case "Area", "VehBrand", "VehGas", "Region" -> ColumnType.STRING;
                    default -> ColumnType.INTEGER;
                })));
        fingerprint = new DatasetFingerprint(Path.of(""), new DerivedSeeds(1, "e", 0, seed -> {}), null);
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(plain);
        Files.delete(large);
    }

    @Benchmark
    public Object tablesawTable() throws IOException {
        return fingerprint.of("d", table);
    }

    @Benchmark
    public Object csvFile() throws IOException {
        return fingerprint.of("d", Dataset.of(plain));
    }

    @Benchmark
    public Object compressedCsvFile() throws IOException {
        return fingerprint.of("d", Dataset.of(compressed));
    }

    @Benchmark
    public String sha256Of310Megabytes() throws IOException {
        return Sha256.of(large);
    }

    /** The baseline; its start is part of it, which 310 MB outweigh. */
    @Benchmark
    public Object sha256sumOf310Megabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sha256sum", large.toString()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new UncheckedIOException(new IOException(output));
        }
        return output;
    }
}
