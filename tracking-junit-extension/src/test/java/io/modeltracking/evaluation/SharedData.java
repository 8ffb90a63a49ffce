package io.modeltracking.evaluation;

import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;

/** The shared data: it lies beside the project, and a test that needs it is skipped with the reason where it does not. */
final class SharedData {

    private SharedData() {}

    static Path folder() {
        String configured = System.getProperty("tracking.sharedData");
        Path found =
                configured != null ? Path.of(configured) : search(Path.of("").toAbsolutePath());
        assumeTrue(
                found != null && Files.exists(found.resolve("README.md")),
                "shared data not found: set -Dtracking.sharedData to the folder with README.md and golden/");
        return found;
    }

    private static Path search(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            for (String candidate : List.of("../shared/data", "shared/data")) {
                Path data = folder.resolve(candidate).normalize();
                if (Files.exists(data.resolve("README.md"))) {
                    return data;
                }
            }
        }
        return null;
    }

    static JsonNode golden() {
        try {
            return new ObjectMapper()
                    .readTree(folder().resolve("golden/golden_metrics.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fields of each line of a CSV file without quotes; the header is left out. */
    static List<String[]> csv(String name) {
        Path file = folder().resolve(name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        name.endsWith(".gz")
                                ? new GZIPInputStream(Files.newInputStream(file))
                                : Files.newInputStream(file),
                        StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            List<String[]> rows = new ArrayList<>();
            lines.skip(1).forEach(line -> rows.add(line.split(",")));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    /** Agreement with an independent implementation: 1e-12, relative. */
    static Offset<Double> relative(double expected) {
        return within(Math.max(Math.abs(expected) * 1e-12, 1e-300));
    }
}
