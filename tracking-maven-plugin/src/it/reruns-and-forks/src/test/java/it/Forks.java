package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Makes two test classes wait for each other, which they can do in two JVMs only. */
final class Forks {

    private Forks() {}

    static void meet(String self, String other) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "forks"));
        Files.writeString(folder.resolve(self), "here");
        for (int tenths = 0; !Files.exists(folder.resolve(other)); tenths++) {
            assertTrue(tenths < 600, other + " does not run beside " + self);
            Thread.sleep(100);
        }
    }
}
