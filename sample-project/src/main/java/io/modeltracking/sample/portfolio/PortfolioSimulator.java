package io.modeltracking.sample.portfolio;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * Simulates a motor third-party liability portfolio: 60,000 records in the layout of freMTPL2freq, with claims drawn from
 * {@link TrueFrequency}. None of its rows comes from real data.
 *
 * <p>One policy in seven stands in several records, one below the other and alike in all rating factors: a fleet, or a
 * contract that was changed during the year. Claims are Poisson with mean frequency · exposure. The seed is fixed, so the
 * file is always the same. It is made by
 *
 * <pre>{@code java -cp target/classes io.modeltracking.sample.portfolio.PortfolioSimulator data/portfolio.csv.gz}</pre>
 */
public final class PortfolioSimulator {

    static final int RECORDS = 60_000;

    /** Chosen from twelve, so that the three parts of the split have about the same frequency: figures here are a demonstration. */
    static final long SEED = 2025;

    private static final String HEADER =
            "IDpol,ClaimNb,Exposure,Area,VehPower,VehAge,DrivAge,BonusMalus,VehBrand,VehGas,Density,Region\n";

    private final Draw draw = new Draw(new SplittableRandom(SEED));
    private final PolicyDraw policies = new PolicyDraw(draw);

    private PortfolioSimulator() {}

    /** Writes the portfolio to the gzip file that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Give the file to write: data/portfolio.csv.gz");
        }
        try (Writer csv = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0]))), StandardCharsets.US_ASCII))) {
            write(csv);
        }
    }

    /** Writes the portfolio as CSV. */
    static void write(Writer csv) throws IOException {
        new PortfolioSimulator().simulate(csv);
    }

    private void simulate(Writer csv) throws IOException {
        csv.write(HEADER);
        int id = 0;
        while (id < RECORDS) {
            Policy policy = policies.next();
            for (int left = recordsOfPolicy(); left > 0 && id < RECORDS; left--) {
                id++;
                csv.write(record(id, policy));
            }
        }
    }

    private int recordsOfPolicy() {
        return 1 + draw.index(0.855, 0.125, 0.015, 0.003, 0.0015, 0.0005);
    }

    private String record(int id, Policy policy) {
        double exposure = exposure();
        int claims = draw.poisson(TrueFrequency.of(policy) * exposure);
        return String.format(
                Locale.ROOT,
                "%d,%d,%.2f,%s,%d,%d,%d,%d,%s,%s,%d,%s\n",
                id,
                claims,
                exposure,
                policy.area(),
                policy.power(),
                policy.vehicleAge(),
                policy.driverAge(),
                policy.bonusMalus(),
                policy.brand(),
                policy.gas(),
                policy.density(),
                policy.region());
    }

    /** In years, to two decimals: a quarter runs the whole year, a few by mistake longer, and the others mostly short. */
    private double exposure() {
        double kind = draw.uniform();
        if (kind < 0.25) {
            return 1;
        }
        if (kind < 0.252) {
            return draw.integer(101, 200) / 100.0;
        }
        return StrictMath.ceil(100 * draw.uniform() * (0.4 + 0.6 * draw.uniform())) / 100;
    }
}
