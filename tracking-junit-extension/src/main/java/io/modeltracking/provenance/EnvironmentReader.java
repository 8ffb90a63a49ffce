package io.modeltracking.provenance;

import io.modeltracking.run.EnvironmentState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the machine and the software that this JVM runs on. Never throws for what it cannot read: that is left out. */
public final class EnvironmentReader {

    /** Of OpenMP, which XGBoost and many other libraries train by. */
    private static final List<String> THREADS = List.of("OMP_NUM_THREADS", "OMP_THREAD_LIMIT");

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private EnvironmentReader() {}

    /**
     * Reads the environment of this JVM. The first time on a machine each jar of the class path is hashed; later only
     * the changed ones.
     *
     * @param base the build's root: folders of the class path are named from there
     * @param env the environment variables: they say where the user's cache lies
     * @param clock a jar that is younger than its time stamp can tell is not remembered
     */
    public static EnvironmentState read(Path base, Map<String, String> env, Clock clock) {
        Properties system = System.getProperties();
        JarHashes hashes = JarHashes.open(JarHashes.file(env, system), clock);
        List<Path> classPath = ClassPath.of(system);
        List<EnvironmentState.Entry> entries =
                new ClassPathHasher(base, hashes, MavenCoordinates.of(system)).entries(classPath);
        hashes.save();
        return new EnvironmentState(
                system.getProperty("java.version"),
                system.getProperty("java.vendor"),
                system.getProperty("java.runtime.name") + ' ' + system.getProperty("java.runtime.version"),
                system.getProperty("os.name"),
                system.getProperty("os.version"),
                system.getProperty("os.arch"),
                cpu(CPU_INFO, env),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                Locale.getDefault().toLanguageTag(),
                TimeZone.getDefault().getID(),
                Charset.defaultCharset().name(),
                JvmFlags.masked(ManagementFactory.getRuntimeMXBean().getInputArguments()),
                NativeVersions.of(classPath),
                entries,
                threads(env));
    }

    /** What is no number is no such setting, and may be anything. */
    static Map<String, String> threads(Map<String, String> env) {
        Map<String, String> set = new TreeMap<>();
        THREADS.stream()
                .filter(name -> env.getOrDefault(name, "").matches("[0-9]{1,5}"))
                .forEach(name -> set.put(name, env.get(name)));
        return set;
    }

    /** The processor's name; null where only a command of the system would tell. */
    static String cpu(Path cpuInfo, Map<String, String> env) {
        try (Stream<String> lines = Files.lines(cpuInfo, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(null);
        } catch (IOException | UncheckedIOException e) {
            return env.get("PROCESSOR_IDENTIFIER");
        }
    }
}
