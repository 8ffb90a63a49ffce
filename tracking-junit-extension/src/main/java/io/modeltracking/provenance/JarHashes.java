package io.modeltracking.provenance;

import com.fasterxml.jackson.core.type.TypeReference;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The hashes of jars, remembered for the user of a machine by path, size and time.
 *
 * <p>It is only a memory: a damaged one is forgotten, one that cannot be written is not, and of two processes that write
 * at once the last one's is kept whole.
 */
final class JarHashes {

    private static final String FILE = "jars-v1.json";
    private static final TypeReference<TreeMap<String, Known>> TYPE = new TypeReference<>() {};
    /** A file could change again within one tick of its time stamp. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final Path file;
    private final Clock clock;
    private final Map<String, Known> known;
    private final Map<String, Known> learned = new TreeMap<>();

    private JarHashes(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.known = load(file);
    }

    /** What is known of a jar. */
    record Known(long size, String modified, String sha256) {}

    /** Where the memory of the user lies. */
    static Path file(Map<String, String> env, Properties system) {
        String cache = env.getOrDefault("XDG_CACHE_HOME", "");
        if (cache.isBlank() && system.getProperty("os.name", "").startsWith("Windows")) {
            cache = env.getOrDefault("LOCALAPPDATA", "");
        }
        Path folder = cache.isBlank() ? Path.of(system.getProperty("user.home"), ".cache") : Path.of(cache);
        return folder.resolve("modeltracking").resolve(FILE);
    }

    static JarHashes open(Path file, Clock clock) {
        return new JarHashes(file, clock);
    }

    /** The SHA-256 of a jar. */
    String of(Path jar) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
        Instant modified = attributes.lastModifiedTime().toInstant();
        String path = jar.toString();
        Known before = known.get(path);
        if (before != null
                && before.size() == attributes.size()
                && modified.toString().equals(before.modified())
                && before.sha256() != null) {
            return before.sha256();
        }
        String sha256 = Sha256.of(jar);
        if (modified.plus(SETTLED).isBefore(clock.instant())) {
            learned.put(path, new Known(attributes.size(), modified.toString(), sha256));
        }
        return sha256;
    }

    /** Adds what was learned to what other processes have written meanwhile, and forgets jars that are gone. */
    void save() {
        if (learned.isEmpty()) {
            return;
        }
        try {
            Map<String, Known> all = load(file);
            all.keySet().removeIf(path -> !Files.exists(Path.of(path)));
            all.putAll(learned);
            AtomicFiles.write(file, RunJson.mapper().writeValueAsBytes(all));
        } catch (IOException | InvalidPathException e) {
            // The next JVM hashes again.
        }
    }

    private static Map<String, Known> load(Path file) {
        try {
            Map<String, Known> map = RunJson.mapper().readValue(Files.readAllBytes(file), TYPE);
            map.values().removeIf(Objects::isNull);
            return map;
        } catch (IOException | RuntimeException e) {
            return new TreeMap<>();
        }
    }
}
