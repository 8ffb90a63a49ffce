package io.modeltracking.sample.portfolio;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Simulates what the claims of a simulated portfolio cost, in the layout of freMTPL2sev: a row a paid claim, by {@link
 * TrueSeverity}. The seed is fixed, so the file is always the same. It is made by
 *
 * <pre>{@code
 * java -cp target/classes io.modeltracking.sample.portfolio.ClaimSimulator data/portfolio.csv.gz data/claims.csv.gz
 * }</pre>
 */
public final class ClaimSimulator {

    private static final long SEED = 2026;

    private ClaimSimulator() {}

    /** Reads the portfolio that the first argument names, and writes the claims to the gzip file that the second names. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "Give the portfolio to read and the file to write: data/portfolio.csv.gz data/claims.csv.gz");
        }
        try (Reader portfolio = new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))), StandardCharsets.US_ASCII);
                Writer csv = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1]))),
                        StandardCharsets.US_ASCII))) {
            write(portfolio, csv);
        }
    }

    /** Writes the claims as CSV. */
    static void write(Reader portfolio, Writer csv) throws IOException {
        Draw draw = new Draw(new SplittableRandom(SEED));
        csv.write("IDpol,ClaimAmount\n");
        BufferedReader records = new BufferedReader(portfolio);
        records.readLine();
        for (String line = records.readLine(); line != null; line = records.readLine()) {
            String[] values = line.split(",");
            Policy policy = policy(values);
            for (int left = Integer.parseInt(values[1]); left > 0; left--) {
                if (!draw.chance(TrueSeverity.WITHOUT_PAYMENT)) {
                    csv.write(String.format(Locale.ROOT, "%s,%.2f\n", values[0], TrueSeverity.draw(policy, draw)));
                }
            }
        }
    }

    private static Policy policy(String[] values) {
        return new Policy(
                values[3],
                Integer.parseInt(values[4]),
                Integer.parseInt(values[5]),
                Integer.parseInt(values[6]),
                Integer.parseInt(values[7]),
                values[8],
                values[9],
                Integer.parseInt(values[10]),
                values[11]);
    }
}
