package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that reports must equal. With {@code -Dtracking.golden=write} they are written anew, to be read in the diff. */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/io/modeltracking/report/golden");

    private Golden() {}

    static void check(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("tracking.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual, StandardCharsets.UTF_8);
        }
        assertThat(actual).as(name).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    static void check(String name, JsonNode actual) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        check(
                name,
                new ObjectMapper()
                                .writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
                                .writeValueAsString(actual)
                        + "\n");
    }
}
