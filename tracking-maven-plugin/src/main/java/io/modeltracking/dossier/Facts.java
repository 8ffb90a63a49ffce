package io.modeltracking.dossier;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What runs share, each read once. */
final class Facts {

    private final FactStore store;
    private final Map<String, Optional<?>> read = new HashMap<>();

    Facts(TrackingRoot root) {
        store = new FactStore(root);
    }

    /** @return empty when the run names none, or it is lost or damaged */
    <T> Optional<T> of(RunRecord run, String kind, Class<T> type) {
        String sha256 = run.facts().get(kind);
        return sha256 == null
                ? Optional.empty()
                : read.computeIfAbsent(sha256, hash -> read(hash, type)).map(type::cast);
    }

    private <T> Optional<T> read(String sha256, Class<T> type) {
        try {
            return Optional.of(store.read(sha256, type));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
