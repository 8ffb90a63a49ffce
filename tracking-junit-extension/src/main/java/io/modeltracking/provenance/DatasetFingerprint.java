package io.modeltracking.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.modeltracking.Dataset;
import io.modeltracking.Role;
import io.modeltracking.Seeds;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The identity of a data set.
 *
 * <p>Content hash {@code table/v1}, all numbers big-endian, all texts as 4 bytes of length and UTF-8. The table: SHA-256
 * over {@code "table/v1\0"}, the rows (8 bytes), the columns (4 bytes), and each column's hash (32 bytes). A column:
 * SHA-256 over {@code "column/v1\0"}, its name, its type ({@code integer}, {@code real}, {@code boolean}, {@code text},
 * {@code date}, {@code time}, {@code datetime}, {@code instant}), the rows (8 bytes), and the values in order:
 *
 * <ul>
 *   <li>{@code integer}, of whatever width, {@code boolean} (0, 1), {@code date} (days since 1970-01-01), {@code time}
 *       (nanoseconds since midnight): 8 bytes each; {@code real}: the 8 bytes of IEEE 754. A missing value is 0, and the
 *       number of each row that misses it follows after all values, 8 bytes each.
 *   <li>{@code text}, {@code datetime} and {@code instant} (ISO 8601): the text; a missing value is the length −1.
 * </ul>
 *
 * <p>So the content of a CSV file is the same as that of the table which a library reads from it with the same types.
 */
public final class DatasetFingerprint {

    /** The version of the content hash. */
    public static final String LAYOUT = "table/v1";

    /** The shared stream of random numbers that samples are drawn by. */
    public static final String STREAM = "dataset-sample";

    private final Path base;
    private final Seeds seeds;
    private final byte[] salt;

    /**
     * Fingerprints for one build.
     *
     * @param base the build's root: files inside are named from there
     * @param seeds of the run; only a data set with a sample uses one: {@link Seeds#shared} of {@value #STREAM}
     * @param salt the project's secret for keys in samples; null when there is none: samples are then without keys
     */
    public DatasetFingerprint(Path base, Seeds seeds, byte[] salt) {
        this.base = base.toAbsolutePath().normalize();
        this.seeds = seeds;
        this.salt = salt == null ? null : salt.clone();
    }

    /**
     * What is recorded of a data set.
     *
     * @param schema JSON with name and type of each column, for the artifact {@code <name>.schema.json}; null when the
     *     columns are not known
     * @param sample CSV for the artifact {@code <name>.sample.csv}; null when none was asked for
     * @param keys of the rows that models learn from; null for other roles, without key columns or without a secret
     * @param sourceHashes SHA-256 of the source's bytes, and of what is compressed in it: for {@link Containment}
     * @param warnings what could not be recorded, and why
     */
    public record Result(
            DatasetRecord record,
            byte[] schema,
            byte[] sample,
            KeySet keys,
            Set<String> sourceHashes,
            List<String> warnings) {}

    /**
     * Reads a data set.
     *
     * @throws IllegalArgumentException when the name is none, or a key is no column
     * @throws IOException when the source cannot be read
     */
    public Result of(String name, Dataset dataset) throws IOException {
        Names.check("data set", name);
        List<String> warnings = new ArrayList<>();
        SourceContent source = SourceContent.read(dataset, warnings);
        Dataset.Table table = source.table();
        List<DatasetRecord.Column> columns = table == null ? List.of() : columns(name, table, dataset.keys());
        String content = table == null ? null : content(table.rows(), columns);
        byte[] sample = table == null || dataset.sample() == 0 ? null : sample(table, dataset, content, warnings);
        DatasetRecord record = new DatasetRecord(
                name,
                dataset.role().map(Enum::name).orElse(null),
                source.bytesSha256(),
                content,
                table == null ? null : LAYOUT,
                table == null ? null : (long) table.rows(),
                columns,
                source.described(base),
                dataset.keys(),
                sample == null ? null : name + ".sample.csv");
        byte[] schema = table == null ? null : schema(columns, dataset.keys());
        boolean learned = table != null
                && salt != null
                && !dataset.keys().isEmpty()
                && dataset.role().filter(Role.TRAIN::equals).isPresent();
        KeySet keys = learned ? KeySet.of(table, dataset.keys(), salt) : null;
        return new Result(record, schema, sample, keys, source.hashes(), List.copyOf(warnings));
    }

    private static List<DatasetRecord.Column> columns(String name, Dataset.Table table, List<String> keys) {
        List<? extends Dataset.Column> columns = table.columns();
        Set<String> unknown = new HashSet<>(keys);
        columns.forEach(column -> unknown.remove(column.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The data set \"" + name + "\" has no key column "
                    + unknown.stream().sorted().toList() + ": its columns are "
                    + columns.stream().map(Dataset.Column::name).toList());
        }
        return IntStream.range(0, columns.size())
                .parallel()
                .mapToObj(i -> ColumnFingerprint.of(
                        columns.get(i),
                        table.rows(),
                        keys.contains(columns.get(i).name())))
                .toList();
    }

    private static String content(int rows, List<DatasetRecord.Column> columns) {
        ContentDigest digest = new ContentDigest();
        digest.put((LAYOUT + '\0').getBytes(StandardCharsets.US_ASCII));
        digest.putLong(rows);
        digest.putInt(columns.size());
        columns.forEach(column -> digest.put(HexFormat.of().parseHex(column.sha256())));
        return Sha256.hex(digest.finish());
    }

    private byte[] sample(Dataset.Table table, Dataset dataset, String content, List<String> warnings) {
        if (salt == null && !dataset.keys().isEmpty()) {
            warnings.add("the sample is without the key columns " + dataset.keys()
                    + ": the project has no secret to hash them with");
        }
        long ofContent = ByteBuffer.wrap(HexFormat.of().parseHex(content)).getLong();
        long seed = seeds.shared(STREAM) ^ ofContent;
        RowSample sample = new RowSample(table, dataset.keys(), salt);
        return sample.csv(RowDraw.of(table.rows(), dataset.sample(), seed));
    }

    private static byte[] schema(List<DatasetRecord.Column> columns, List<String> keys) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (DatasetRecord.Column column : columns) {
            Map<String, Object> one = new TreeMap<>();
            one.put("name", column.name());
            one.put("type", column.type());
            if (keys.contains(column.name())) {
                one.put("key", true);
            }
            described.add(one);
        }
        try {
            return RunJson.mapper().writeValueAsBytes(Map.of("columns", described));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for a schema", e);
        }
    }
}
