package io.modeltracking.provenance;

import io.modeltracking.Dataset;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The keys of a data set's rows, hashed by {@link KeyHash} and cut to 64 bits, in the order of the hashes: among a million keys
 * against a million others, one pair in 10<sup>7</sup> data sets is the same by chance.
 */
public final class KeySet {

    /** What a file of keys is called, behind the data set's name. */
    public static final String FILE = ".keys.csv.gz";

    private static final int DIGITS = 16;
    private static final String HEADER = "key";

    private final long[] sorted;

    private KeySet(long[] hashes) {
        this.sorted = hashes;
        Arrays.sort(sorted);
    }

    /**
     * The keys of a table.
     *
     * @param columns of the key; the values of several are joined by {@code |}
     */
    static KeySet of(Dataset.Table table, List<String> columns, byte[] salt) {
        List<? extends Dataset.Column> keys = columns.stream()
                .map(name -> table.columns().stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        KeyHash hash = new KeyHash(salt);
        long[] hashes = new long[table.rows()];
        for (int row = 0; row < hashes.length; row++) {
            int current = row;
            hashes[row] =
                    cut(hash.of(keys.stream().map(key -> text(key, current)).collect(Collectors.joining("|"))));
        }
        return new KeySet(hashes);
    }

    /** A number is the same key whether a library reads it as an integer or not. */
    private static String text(Dataset.Column column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        boolean whole = column.type() == Dataset.Type.REAL && column.real(row) == (long) column.real(row);
        return whole ? Long.toString((long) column.real(row)) : RowSample.text(column, row);
    }

    private static long cut(String hash) {
        return HexFormat.fromHexDigitsToLong(hash, 0, DIGITS);
    }

    /** Which of the keys are in the set, in their order. */
    public boolean[] contains(String[] keys, byte[] salt) {
        KeyHash hash = new KeyHash(salt);
        boolean[] known = new boolean[keys.length];
        for (int i = 0; i < keys.length; i++) {
            known[i] = Arrays.binarySearch(sorted, cut(hash.of(keys[i]))) >= 0;
        }
        return known;
    }

    /** Compressed CSV, one hash a line. */
    public void write(OutputStream out) throws IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(out);
        Writer csv = new BufferedWriter(new OutputStreamWriter(compressed, StandardCharsets.US_ASCII));
        csv.write(HEADER + "\n");
        for (long hash : sorted) {
            csv.append(HexFormat.of().toHexDigits(hash)).append('\n');
        }
        csv.flush();
        compressed.finish();
    }

    /** @throws IOException when that is no file of keys */
    public static KeySet read(byte[] file) throws IOException {
        try (BufferedReader csv = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(file)), StandardCharsets.US_ASCII))) {
            if (!HEADER.equals(csv.readLine())) {
                throw new IOException("it is no file of keys");
            }
            return new KeySet(csv.lines().mapToLong(KeySet::cut).toArray());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("it is no file of keys", e);
        }
    }
}
