package io.modeltracking.sample.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimSimulatorTests {

    private static final Path PORTFOLIO = Path.of("data/portfolio.csv.gz");
    private static final Path SHIPPED = Path.of("data/claims.csv.gz");
    private static final Policy PLAIN = new Policy("C", 6, 5, 60, 50, "B1", "Regular", 403, "R05");

    @TempDir
    private Path folder;

    @Test
    void the_file_that_ships_is_what_the_simulator_makes() throws IOException {
        StringWriter simulated = new StringWriter();
        ClaimSimulator.write(new StringReader(text(PORTFOLIO)), simulated);

        assertThat(simulated.toString().equals(text(SHIPPED)))
                .as("data/claims.csv.gz is the simulator's: make it anew as the simulator's Javadoc says")
                .isTrue();
    }

    @Test
    void main_writes_the_same_claims() throws IOException {
        Path claims = folder.resolve("claims.csv.gz");

        ClaimSimulator.main(new String[] {PORTFOLIO.toString(), claims.toString()});

        assertThat(text(claims)).isEqualTo(text(SHIPPED));
    }

    @Test
    void main_asks_for_both_files() {
        assertThatThrownBy(() -> ClaimSimulator.main(new String[] {"data/portfolio.csv.gz"}))
                .hasMessageContainingAll("portfolio to read", "file to write");
    }

    @Test
    void paid_claims_have_their_mean_below_the_tail() {
        Draw draw = new Draw(new SplittableRandom(1));
        int claims = 100_000;
        double sum = 0;
        for (int claim = 0; claim < claims; claim++) {
            sum += Math.min(TrueSeverity.draw(PLAIN, draw), TrueSeverity.LARGE);
        }

        // Of an Erlang amount with two phases of mean s, capped at c: 2s − exp(−c / s) · (c + 2s).
        double s = TrueSeverity.body(PLAIN) / 2;
        double c = TrueSeverity.LARGE;
        double body = 2 * s - Math.exp(-c / s) * (c + 2 * s);
        double expected = 0.175 * 1_128 + 0.175 * 1_204 + 0.015 * c + 0.635 * body;
        // Four standard deviations of the mean; one of a claim is 1,400.
        assertThat(sum / claims).isCloseTo(expected, within(4 * 1_400 / Math.sqrt(claims)));
    }

    @Test
    void the_tail_has_its_index() {
        Draw draw = new Draw(new SplittableRandom(1));
        int above = 0;
        for (int claim = 0; claim < 100_000; claim++) {
            above += draw.pareto(10_000, 1.7) > 20_000 ? 1 : 0;
        }

        double share = Math.pow(2, -1.7);
        assertThat(above / 100_000.0).isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / 100_000)));
    }

    @Test
    void factors_of_the_body_multiply_as_documented() {
        Policy youngDiesel = new Policy("C", 8, 5, 24, 50, "B1", "Diesel", 403, "R05");

        assertThat(TrueSeverity.body(PLAIN)).isCloseTo(1_500, within(1.0));
        assertThat(TrueSeverity.body(youngDiesel) / TrueSeverity.body(PLAIN))
                .isCloseTo(1.5 * 1.15 * Math.exp(0.14), within(1e-12));
    }

    private static String text(Path file) throws IOException {
        try (InputStream csv = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(csv.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
