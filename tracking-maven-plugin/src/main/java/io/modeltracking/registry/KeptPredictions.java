package io.modeltracking.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.Evaluation;
import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What a run's model predicted, row by row, as the run has kept it.
 *
 * @param dataSha256 of the rows' number, weights and outcomes in order: what rows without keys are matched by
 * @param keyed whether rows are named by their keys, else by their numbers
 * @param rows by key or number
 */
record KeptPredictions(Evaluation.Kind kind, String dataSha256, boolean keyed, Map<String, Row> rows) {

    /** @param predicted per unit of weight */
    record Row(double weight, double actual, double predicted) {}

    /**
     * Reads those of a data set: all of them, else the sample.
     *
     * @return empty where the run kept none
     * @throws IOException when a file is lost, was changed, or is none of predictions
     */
    static Optional<KeptPredictions> read(TrackingRoot root, RunRecord run, String dataSet) throws IOException {
        for (String name : List.of("/predictions", "/predictions_sample")) {
            Optional<byte[]> rows = bytes(root, run, dataSet + name + ".csv.gz");
            Optional<byte[]> about = bytes(root, run, dataSet + name + ".json");
            if (rows.isPresent() && about.isPresent()) {
                return Optional.of(parse(about.get(), rows.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> bytes(TrackingRoot root, RunRecord run, String name) throws IOException {
        Optional<Artifact> artifact = run.artifacts().stream()
                .filter(kept -> kept.name().equals(name))
                .reduce((first, last) -> last);
        if (artifact.isEmpty()) {
            return Optional.empty();
        }
        Path folder = root.run(run.id()).resolve("artifacts").normalize();
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("\"" + name + "\" leads out of the run's folder");
        }
        byte[] content = Files.readAllBytes(file);
        if (!Sha256.of(content).equals(artifact.get().sha256())) {
            throw new IOException(file + " was changed since the run");
        }
        return Optional.of(content);
    }

    private static KeptPredictions parse(byte[] about, byte[] file) throws IOException {
        JsonNode facts = RunJson.mapper().readTree(about);
        try (BufferedReader csv = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> header = Arrays.asList(String.valueOf(csv.readLine()).split(","));
            boolean keyed = header.contains("key");
            int name = header.indexOf(keyed ? "key" : "row");
            int weight = header.indexOf("weight");
            int actual = header.indexOf("actual");
            int predicted = header.indexOf("predicted");
            Map<String, Row> rows = new LinkedHashMap<>();
            for (String line = csv.readLine(); line != null; line = csv.readLine()) {
                String[] cells = line.split(",");
                Row row = new Row(number(cells[weight]), number(cells[actual]), number(cells[predicted]));
                if (rows.put(cells[name], row) != null) {
                    throw new IOException("two rows have one key, so that none can be told from the other");
                }
            }
            return new KeptPredictions(
                    Evaluation.Kind.valueOf(facts.path("kind").asText()),
                    facts.path("dataSha256").asText(),
                    keyed,
                    rows);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("it is no file of predictions", e);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
