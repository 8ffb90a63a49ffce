package io.modeltracking.sample;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Real data that lies beside the project and not in it: {@code -Dtracking.sharedData=<folder>} says where. */
final class SharedData {

    private SharedData() {}

    /** A file of it; without it, the test is skipped and says why. */
    static Path file(String name) {
        Path file = folders()
                .map(folder -> folder.resolve(name).normalize())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
        assumeTrue(file != null, name + " is not there: set -Dtracking.sharedData to the folder that has it");
        return file;
    }

    private static Stream<Path> folders() {
        String given = System.getProperty("tracking.sharedData");
        if (given != null) {
            return Stream.of(Path.of(given));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .flatMap(folder -> Stream.of("../shared/data", "shared/data").map(folder::resolve))
                .filter(folder -> Files.exists(folder.resolve("README.md")));
    }
}
