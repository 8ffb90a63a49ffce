package io.modeltracking.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code .tracking/unsent/}: what builds have to tell the ledger while the shared store does not answer. Their runs are not among
 * it: those are known by what the ledger has not listed.
 */
final class Unsent {

    private final Path folder;

    Unsent(TrackingRoot root) {
        this.folder = root.directory().resolve("unsent");
    }

    record Told(Path file, ObjectNode body) {}

    /** Again for the same build and module, takes the place of what was kept. */
    void keep(ObjectNode body) {
        String name = body.path("started").asText().replaceAll("[^0-9]", "") + "-"
                + Sha256.of(body.path("build").asText() + " "
                                + body.path("module").asText())
                        .substring(0, 16)
                + ".json";
        try {
            Files.createDirectories(folder);
            RunJson.mapper().writeValue(folder.resolve(name).toFile(), body);
        } catch (IOException e) {
            throw new StoreException("Cannot write " + folder + " (" + e + "): make it writable or free space", e);
        }
    }

    /** By the start of the builds. */
    List<Told> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Told> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                if (read(file) instanceof ObjectNode body) {
                    all.add(new Told(file, body));
                }
            }
            return all;
        } catch (IOException e) {
            throw new StoreException("Cannot read " + folder + " (" + e + "): make it readable", e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return RunJson.mapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot read " + file + " (" + e.getMessage()
                            + "): remove it; the runs of its build are listed anyway",
                    e);
        }
    }

    void forget(Told told) {
        try {
            Files.deleteIfExists(told.file());
        } catch (IOException e) {
            throw new StoreException("Cannot remove " + told.file() + " (" + e + "): make its folder writable", e);
        }
    }
}
