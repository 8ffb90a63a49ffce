package io.modeltracking.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.Evaluation;
import io.modeltracking.provenance.KeyHash;
import io.modeltracking.provenance.RowDraw;
import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.Reals;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The predictions of an evaluation, row by row, as compressed CSV: {@code row} (from 0), {@code key} (hashed), {@code weight},
 * {@code actual} in total, {@code predicted} per unit of weight, {@code expected} in total where the model predicts totals, and
 * {@code champion}. Which rows a sample has depends on the hash of the data alone, so that any two models are compared on the
 * same ones.
 */
final class PredictionFile {

    static final int SAMPLE = 1000;

    private static final int SCHEMA_VERSION = 1;

    private final Evaluation evaluation;
    private final double[] weight;
    private final double[] actual;
    private final byte[] secret;
    private final byte[] dataHash;

    /** @param secret of the project; null when it has none, and keys are left out */
    PredictionFile(Evaluation evaluation, byte[] secret) {
        this.evaluation = evaluation;
        this.weight = evaluation.weight();
        this.actual = evaluation.actual();
        this.secret = secret;
        this.dataHash = hash();
    }

    /** Of what the models are compared on: number of rows, weights and what happened, in order. */
    private byte[] hash() {
        MessageDigest digest = Sha256.digest();
        ByteBuffer row = ByteBuffer.allocate(2 * Double.BYTES);
        for (int i = 0; i < weight.length; i++) {
            row.putDouble(0, weight[i]).putDouble(Double.BYTES, actual[i]);
            digest.update(row.array());
        }
        return digest.digest();
    }

    boolean fitsInSample() {
        return weight.length <= SAMPLE;
    }

    private BitSet rows(boolean whole) {
        long seed = ByteBuffer.wrap(dataHash).getLong();
        return RowDraw.of(weight.length, whole ? weight.length : SAMPLE, seed);
    }

    private boolean hasKeys() {
        return secret != null && evaluation.keys().isPresent();
    }

    void write(boolean whole, OutputStream out) throws IOException {
        double[] predicted = evaluation.predicted();
        double[] expected = evaluation.ratesDerived() ? evaluation.expected() : null;
        double[] champion = evaluation.champion().orElse(null);
        String[] keys = hasKeys() ? evaluation.keys().orElseThrow() : null;
        KeyHash hash = hasKeys() ? new KeyHash(secret) : null;
        GZIPOutputStream compressed = new GZIPOutputStream(out);
        Writer csv = new BufferedWriter(new OutputStreamWriter(compressed, StandardCharsets.UTF_8));
        csv.write("row" + (keys == null ? "" : ",key") + ",weight,actual,predicted"
                + (expected == null ? "" : ",expected") + (champion == null ? "" : ",champion") + "\n");
        BitSet rows = rows(whole);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            csv.append(Integer.toString(row));
            if (keys != null) {
                csv.append(',').append(hash.of(keys[row]));
            }
            number(csv, weight[row]);
            number(csv, actual[row]);
            number(csv, predicted[row]);
            if (expected != null) {
                number(csv, expected[row]);
            }
            if (champion != null) {
                number(csv, champion[row]);
            }
            csv.append('\n');
        }
        csv.flush();
        compressed.finish();
    }

    private static void number(Writer csv, double value) throws IOException {
        csv.append(',').append(Reals.text(value));
    }

    /** What the file holds. */
    void describe(boolean whole, OutputStream out) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("schemaVersion", SCHEMA_VERSION);
        facts.put("kind", evaluation.kind().name());
        facts.put("rows", weight.length);
        facts.put("kept", rows(whole).cardinality());
        facts.put("dataSha256", Sha256.hex(dataHash));
        facts.put("keys", hasKeys() ? "HMAC-SHA-256" : "none");
        out.write(new ObjectMapper().writeValueAsBytes(facts));
    }
}
