package io.modeltracking.experiment;

import io.modeltracking.Champion;
import io.modeltracking.provenance.KeySet;
import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.ChampionRecord;
import io.modeltracking.run.ChampionRecord.File;
import io.modeltracking.run.RunEvent.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The version in Production as one run sees it. What is read is what was registered, by its hash. */
final class ChampionHandle implements Champion {

    private static final String UNKNOWN = "champion-keys";

    private final RunLog log;
    private final ChampionRecord known;
    private final String absent;
    private final byte[] secret;

    /**
     * @param known null where there is none
     * @param absent why not
     * @param secret that keys are hashed with, or null
     */
    ChampionHandle(RunLog log, ChampionRecord known, String absent, byte[] secret) {
        this.log = log;
        this.known = known;
        this.absent = absent;
        this.secret = secret;
    }

    @Override
    public boolean isPresent() {
        return known != null;
    }

    private ChampionRecord champion() {
        if (known == null) {
            throw new IllegalStateException(
                    "There is no champion: " + absent + ". Ask champion.isPresent() before anything else");
        }
        return known;
    }

    @Override
    public String label() {
        return champion().label();
    }

    @Override
    public String run() {
        return champion().run();
    }

    @Override
    public List<String> models() {
        return champion().files().stream().map(File::name).toList();
    }

    @Override
    public byte[] model() {
        return bytes(only());
    }

    @Override
    public byte[] model(String name) {
        return champion().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(this::bytes)
                .orElseThrow(() ->
                        new IllegalStateException(label() + " has no model \"" + name + "\": it has " + models()));
    }

    private File only() {
        if (champion().files().size() != 1) {
            throw new IllegalStateException(
                    label() + " has the models " + models() + ": say which by champion.model(name)");
        }
        return champion().files().get(0);
    }

    @Override
    public List<String> features() {
        return only().features().stream().map(Feature::name).toList();
    }

    @Override
    public Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        champion().params().forEach((name, value) -> params.put(name, value.text()));
        return params;
    }

    private byte[] bytes(File file) {
        String what = "\"" + file.name() + "\" of " + label();
        if (file.path() == null) {
            throw new IllegalStateException(what + " is not in the store: restore it from a backup");
        }
        try {
            byte[] content = Files.readAllBytes(Path.of(file.path()));
            String sha256 = Sha256.of(content);
            if (!sha256.equals(file.sha256())) {
                throw new IllegalStateException(what + " was changed: " + file.path() + " has the SHA-256 " + sha256
                        + ", and " + file.sha256() + " was recorded. Restore it from a backup");
            }
            return content;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + what + " (" + e + "): restore it from a backup", e);
        }
    }

    @Override
    public int[] unseen(String[] keys) {
        Objects.requireNonNull(keys, "keys");
        IntStream.range(0, keys.length).forEach(row -> Objects.requireNonNull(keys[row], () -> "key of row " + row));
        if (champion().keys().isEmpty() || secret == null) {
            log.warning(
                    UNKNOWN,
                    "which rows " + label() + " has learned from is not known: "
                            + (secret == null
                                    ? "the environment variable " + DatasetLog.SECRET + " is not set"
                                    : "its run logged no training data with role(TRAIN) and keys, or had no secret")
                            + ". It may look better than it is");
            return IntStream.range(0, keys.length).toArray();
        }
        boolean[] learned = new boolean[keys.length];
        for (KeySet set : sets()) {
            boolean[] among = set.contains(keys, secret);
            for (int row = 0; row < learned.length; row++) {
                learned[row] |= among[row];
            }
        }
        int[] unseen =
                IntStream.range(0, keys.length).filter(row -> !learned[row]).toArray();
        log.metric("champion.rows", keys.length, null, null);
        log.metric("champion.rows_trained_on", keys.length - unseen.length, null, null);
        return unseen;
    }

    private List<KeySet> sets() {
        List<KeySet> sets = new ArrayList<>();
        for (File file : champion().keys()) {
            try {
                sets.add(KeySet.read(bytes(file)));
            } catch (IOException e) {
                throw new IllegalStateException(
                        "The keys of \"" + file.name() + "\" of " + label() + " cannot be read: " + e, e);
            }
        }
        return sets;
    }
}
