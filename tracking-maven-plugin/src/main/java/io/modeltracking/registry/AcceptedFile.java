package io.modeltracking.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The committed file of accepted baselines, {@code tracking-baseline.json} beside {@code .tracking}. */
public final class AcceptedFile {

    /** Its name. */
    public static final String NAME = "tracking-baseline.json";

    private static final int SCHEMA_VERSION = 1;

    private final Path path;

    public AcceptedFile(TrackingRoot root) {
        this.path = root.base().resolve(NAME);
    }

    /** @param baselines by the model's name */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(int schemaVersion, SortedMap<String, BaselineRecord> baselines) {
        Content {
            baselines = baselines == null
                    ? Collections.emptySortedMap()
                    : Collections.unmodifiableSortedMap(new TreeMap<>(baselines));
        }
    }

    Path path() {
        return path;
    }

    /**
     * What was accepted; nothing where there is no such file.
     *
     * @throws StoreException when it is no such file, or of a later version
     */
    public List<BaselineRecord> all() {
        return List.copyOf(read().baselines().values());
    }

    private Content read() {
        if (!Files.exists(path)) {
            return new Content(SCHEMA_VERSION, null);
        }
        try {
            Content content = RunJson.mapper().readValue(path.toFile(), Content.class);
            if (content.schemaVersion() < 1 || content.schemaVersion() > SCHEMA_VERSION) {
                throw new StoreException(
                        path + " has schema version " + content.schemaVersion() + ", this plugin reads 1 to "
                                + SCHEMA_VERSION + ": use the version that wrote it, or a later one");
            }
            if (content.baselines().values().stream().anyMatch(Objects::isNull)) {
                throw new StoreException(path + " has a model without a baseline: restore it from Git");
            }
            return content;
        } catch (IOException e) {
            throw new StoreException("Cannot read " + path + " (" + e.getMessage() + "): restore it from Git", e);
        }
    }

    /** Puts a model's baseline in, the others stay; whole or not at all. */
    void put(BaselineRecord baseline) {
        SortedMap<String, BaselineRecord> all = new TreeMap<>(read().baselines());
        all.put(baseline.model(), baseline);
        try {
            Path temporary = Files.createTempFile(path.getParent(), "tracking-baseline", ".tmp");
            Files.writeString(temporary, text(all.values()));
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("Cannot write " + path + " (" + e + "): make the folder writable", e);
        }
    }

    /** A line a figure, in order, so that a change is read in a diff. */
    private static String text(Collection<BaselineRecord> baselines) throws IOException {
        SortedMap<String, BaselineRecord> byModel = new TreeMap<>();
        baselines.forEach(baseline -> byModel.put(baseline.model(), baseline));
        return RunJson.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Content(SCHEMA_VERSION, byModel))
                + "\n";
    }
}
