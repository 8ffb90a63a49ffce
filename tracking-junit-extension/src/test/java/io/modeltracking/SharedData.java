package io.modeltracking;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data that is not part of the project: tests that need it skip, and say so, where it is absent. */
public final class SharedData {

    private static final String MARK = "README.md";

    private SharedData() {}

    /** A file of the folder that {@code tracking.sharedData} names, else of a {@code shared/data} beside an ancestor. */
    public static Path require(String name) {
        Path folder = folder();
        assumeTrue(folder != null, "needs " + name + ": set -Dtracking.sharedData to the folder that has it");
        Path file = folder.resolve(name);
        assumeTrue(Files.isRegularFile(file), "needs " + file);
        return file;
    }

    private static Path folder() {
        String given = System.getProperty("tracking.sharedData");
        if (given != null) {
            return Path.of(given);
        }
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            for (Path folder : new Path[] {here.resolve("shared/data"), here.resolve("../shared/data")}) {
                if (Files.exists(folder.resolve(MARK))) {
                    return folder.normalize();
                }
            }
        }
        return null;
    }
}
