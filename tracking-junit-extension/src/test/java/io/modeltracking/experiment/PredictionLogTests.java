package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.Evaluation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Predictions by row: whole or a sample of the data's own choice, keys only as hashes. */
class PredictionLogTests {

    private static final String HMAC_OF_POLICY_0 = "03a949e182e06c27d1d1e0ca7292f74bd1548c212e3d7ebad4a0a8790ecf7802";
    private static final byte[] SECRET = "key".getBytes(StandardCharsets.UTF_8);

    private static Evaluation frequency(int rows, double rate) {
        double[] claims = new double[rows];
        Arrays.setAll(claims, i -> i % 7 == 0 ? 1 : 0);
        double[] exposure = new double[rows];
        Arrays.setAll(exposure, i -> (1 + i % 12) / 12.0);
        double[] rates = new double[rows];
        Arrays.setAll(rates, i -> rate + i * 1e-6);
        return Evaluation.frequency().claims(claims).exposure(exposure).predictedRate(rates);
    }

    private static List<String> lines(Evaluation evaluation, byte[] secret, boolean whole) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PredictionFile(evaluation, secret).write(whole, out);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> rows(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    @Test
    void theWholeHasEveryRowToTheLastDigit() throws IOException {
        Evaluation evaluation = frequency(3000, 0.1);

        List<String> lines = lines(evaluation, null, true);

        assertThat(lines).hasSize(3001).startsWith("row,weight,actual,predicted");
        for (int i = 0; i < 3000; i++) {
            String[] cells = lines.get(i + 1).split(",");
            assertThat(Double.parseDouble(cells[1])).isEqualTo(evaluation.weight()[i]);
            assertThat(Double.parseDouble(cells[3])).isEqualTo(evaluation.predicted()[i]);
        }
    }

    @Test
    void theSampleIsTheSameForEveryModelOfTheSameData() throws IOException {
        List<String> one = rows(lines(frequency(3000, 0.1), null, false));
        List<String> other = rows(lines(frequency(3000, 0.2), SECRET, false));
        List<String> otherData = rows(lines(frequency(3001, 0.1), null, false));

        assertThat(one).hasSize(1000).doesNotHaveDuplicates().isEqualTo(other).isNotEqualTo(otherData);
    }

    /** HMAC-SHA-256 under "key", computed by OpenSSL. */
    @Test
    void keysAreHashedWithTheSecretAndLeftOutWithoutOne() throws IOException {
        String[] keys = IntStream.range(0, 3000).mapToObj(i -> "policy " + i).toArray(String[]::new);
        Evaluation evaluation = frequency(3000, 0.1).keys(keys);

        List<String> lines = lines(evaluation, SECRET, true);

        assertThat(lines.get(0)).isEqualTo("row,key,weight,actual,predicted");
        assertThat(lines.get(1)).startsWith("0," + HMAC_OF_POLICY_0 + ",");
        assertThat(lines(evaluation, null, true).get(0)).isEqualTo("row,weight,actual,predicted");
        assertThat(String.join("\n", lines)).doesNotContain("policy");
    }

    @Test
    void totalsAndChampionsAreKeptWhereTheyAreGiven() throws IOException {
        double[] two = {1, 2};

        List<String> lines = lines(
                Evaluation.frequency()
                        .claims(two)
                        .exposure(two)
                        .predictedClaims(two)
                        .champion(two),
                null,
                true);

        assertThat(lines)
                .containsExactly(
                        "row,weight,actual,predicted,expected,champion",
                        "0,1.0,1.0,1.0,1.0,1.0",
                        "1,2.0,2.0,1.0,2.0,2.0");
    }

    @Test
    void theDescriptionSaysWhatIsKeptAndOfWhichData() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PredictionFile(frequency(3000, 0.1), null).describe(false, out);

        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.get("kind").asText()).isEqualTo("FREQUENCY");
        assertThat(json.get("rows").asInt()).isEqualTo(3000);
        assertThat(json.get("kept").asInt()).isEqualTo(1000);
        assertThat(json.get("dataSha256").asText()).hasSize(64);
        assertThat(json.get("keys").asText()).isEqualTo("none");
    }

    @Test
    void theSameEvaluationGivesTheSameBytes() throws IOException {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        new PredictionFile(frequency(2000, 0.1), null).write(true, once);
        new PredictionFile(frequency(2000, 0.1), null).write(true, again);

        assertThat(once.toByteArray()).isEqualTo(again.toByteArray());
    }
}
