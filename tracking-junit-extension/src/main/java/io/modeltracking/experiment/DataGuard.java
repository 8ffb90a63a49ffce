package io.modeltracking.experiment;

import io.modeltracking.provenance.Containment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notices artifacts that hold a data set itself: personal data travels with them. */
final class DataGuard {

    private final Map<String, Set<String>> hashes = new ConcurrentHashMap<>();

    /** @param sourceHashes SHA-256 of the data set's bytes, and of what is compressed in them */
    void add(String dataSet, Set<String> sourceHashes) {
        if (!sourceHashes.isEmpty()) {
            hashes.put(dataSet, sourceHashes);
        }
    }

    /** Names of the data sets that a file holds. */
    List<String> within(Path file) {
        List<String> names = new ArrayList<>();
        hashes.forEach((name, sourceHashes) -> {
            try {
                if (Containment.contains(file, sourceHashes)) {
                    names.add(name);
                }
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + file + ", which was just written", e);
            }
        });
        names.sort(null);
        return names;
    }

    static String message(String artifact, List<String> dataSets) {
        return "artifact \"" + artifact + "\" is a copy of the data set " + String.join(", ", dataSets)
                + ": keep data where access is controlled, and log its hash by run.dataset";
    }
}
