package io.modeltracking.sample.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.sample.Portfolio;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class PortfolioSimulatorTests {

    private static final Path SHIPPED = Path.of("data/portfolio.csv.gz");

    @TempDir
    private Path folder;

    @Test
    void the_file_that_ships_is_what_the_simulator_makes() throws IOException {
        StringWriter simulated = new StringWriter();
        PortfolioSimulator.write(simulated);

        assertThat(simulated.toString().equals(text(SHIPPED)))
                .as("data/portfolio.csv.gz is the simulator's: make it anew as the simulator's Javadoc says")
                .isTrue();
    }

    @Test
    void main_writes_the_same_bytes_each_time() throws IOException {
        Path first = folder.resolve("first.csv.gz");
        Path second = folder.resolve("second.csv.gz");

        PortfolioSimulator.main(new String[] {first.toString()});
        PortfolioSimulator.main(new String[] {second.toString()});

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(text(first)).hasLineCount(PortfolioSimulator.RECORDS + 1);
    }

    @Test
    void main_asks_for_a_file() {
        assertThatThrownBy(() -> PortfolioSimulator.main(new String[0])).hasMessageContaining("Give the file to write");
    }

    @Test
    void claims_follow_the_true_frequency() throws IOException {
        Table portfolio = Portfolio.read(SHIPPED);
        double expected = 0;
        for (Row row : portfolio) {
            expected += TrueFrequency.of(policy(row)) * row.getDouble("Exposure");
        }
        double claims = portfolio.intColumn("ClaimNb").sum();

        // Four standard deviations of a Poisson number.
        assertThat(claims).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        assertThat(Portfolio.frequency(portfolio)).isBetween(0.10, 0.12);
        assertThat(portfolio.doubleColumn("Exposure").mean()).isBetween(0.50, 0.55);
    }

    @Test
    void factors_multiply_as_documented() {
        Policy plain = new Policy("C", 5, 5, 60, 50, "B1", "Regular", 403, "R05");
        Policy commuter = new Policy("B", 5, 5, 59, 50, "B1", "Diesel", 100, "R05");
        Policy newPetrolCar = new Policy("C", 5, 0, 60, 50, "B1", "Regular", 403, "R05");
        double frequency = TrueFrequency.of(plain);

        assertThat(frequency).isCloseTo(0.06 * 1.05, within(0.0001));
        assertThat(TrueFrequency.of(newPetrolCar) / frequency).isCloseTo(2.2, within(1e-12));
        assertThat(TrueFrequency.of(commuter) / frequency)
                .isCloseTo(1.6 * Math.exp(0.08 * Math.log(100 / 403.0)), within(1e-3));
    }

    private static Policy policy(Row row) {
        return new Policy(
                row.getString("Area"),
                row.getInt("VehPower"),
                row.getInt("VehAge"),
                row.getInt("DrivAge"),
                row.getInt("BonusMalus"),
                row.getString("VehBrand"),
                row.getString("VehGas"),
                row.getInt("Density"),
                row.getString("Region"));
    }

    private static String text(Path file) throws IOException {
        try (InputStream csv = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(csv.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
