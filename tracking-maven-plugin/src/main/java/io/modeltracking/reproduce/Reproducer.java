package io.modeltracking.reproduce;

import io.modeltracking.provenance.Checkout;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a run again, in a folder of its own with a history of its own, and compares. */
public final class Reproducer {

    private final TrackingRoot root;
    private final Path folder;
    private final Path data;
    private final double tolerance;
    private final Build build;

    /** Runs a build of the copy. */
    @FunctionalInterface
    public interface Build {
        /**
         * Runs Maven.
         *
         * @param module {@code :artifactId}, or null for the whole build
         * @return why it failed, or empty
         */
        Optional<String> run(Path copy, String module, Map<String, String> properties, List<String> profiles);
    }

    /**
     * @param root with the old run
     * @param folder is made; it has to be empty
     * @param data a folder to look for data files in, or null
     * @param tolerance of a metric, relative to the original
     */
    public Reproducer(TrackingRoot root, Path folder, Path data, double tolerance, Build build) {
        this.root = root;
        this.folder = folder;
        this.data = data;
        this.tolerance = tolerance;
        this.build = build;
    }

    /**
     * Makes the run again. Of a trial, the whole study is made again, and the trial of the same number compared.
     *
     * @throws io.modeltracking.run.JournalException when the old run cannot be read
     */
    public Reproduction reproduce(String id) {
        Original original = Original.read(root, id);
        Preflight preflight = new Preflight(original, root.base(), data);
        List<Finding> findings = new ArrayList<>(preflight.beforeCheckout());
        if (lacks(findings)) {
            return Reproduction.impossible(id, missing(findings), findings);
        }
        Path copy = folder.resolve("source");
        try {
            Files.createDirectories(copy);
            SourceState source = original.source();
            Checkout.write(root.base(), source.commit(), copy);
            if (source.dirty()) {
                Checkout.overlay(root, source.overlay(), copy);
            }
        } catch (IOException e) {
            return Reproduction.impossible(id, "the commit cannot be written: " + e.getMessage(), findings);
        }
        findings.addAll(preflight.data(copy));
        if (lacks(findings)) {
            return Reproduction.impossible(id, missing(findings), findings);
        }
        Optional<String> failure = build.run(
                copy,
                original.module(),
                properties(original, copy),
                original.build() == null ? List.of() : original.build().profiles());
        Optional<RunRecord> again = again(original, new TrackingRoot(copy.resolve(TrackingRoot.NAME)));
        if (again.isEmpty()) {
            return Reproduction.impossible(id, failure.orElse("the build made no run of that test"), findings);
        }
        return compared(
                original,
                Original.read(
                        new TrackingRoot(copy.resolve(TrackingRoot.NAME)),
                        again.get().id()),
                findings);
    }

    private static String missing(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.state() == Finding.State.MISSING)
                .map(Finding::item)
                .collect(Collectors.joining(", ", "missing: ", ""));
    }

    private static boolean lacks(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING);
    }

    private Reproduction compared(Original original, Original again, List<Finding> findings) {
        List<Difference> differences = new Comparison(tolerance).of(original.run(), again.run());
        return new Reproduction(
                original.run().id(),
                again.run().id(),
                Reproduction.verdict(differences),
                null,
                List.copyOf(findings),
                differences,
                Comparison.environments(original, again));
    }

    private static Map<String, String> properties(Original original, Path copy) {
        Map<String, String> properties = new TreeMap<>();
        if (original.build() != null) {
            properties.putAll(original.build().properties());
        }
        properties.put(original.isIntegrationTest() ? "it.test" : "test", original.test());
        if (original.isIntegrationTest()) {
            // No unit test has this name: the copy's own are not what is asked for.
            properties.put("test", "no.unit.Test");
        } else {
            properties.put("skipITs", "true");
        }
        properties.put("surefire.failIfNoSpecifiedTests", "false");
        properties.put("failsafe.failIfNoSpecifiedTests", "false");
        original.run().seeds().stream()
                .findFirst()
                .ifPresent(seed -> properties.put("tracking.seed", Long.toString(seed.root())));
        properties.put("tracking.root", copy.toString());
        properties.put("tracking.reproduceOf", original.run().id());
        return properties;
    }

    /** The new run that is what the old one was: of the same test, and in a study of the same number. */
    private static Optional<RunRecord> again(Original original, TrackingRoot history) {
        Map<String, RunRecord> runs = new HashMap<>();
        new RunFolders(history, Clock.systemUTC())
                .changed(
                        Map.of(),
                        files -> files.forEach(file -> runs.put(file.run().id(), file.run())));
        return runs.values().stream()
                .filter(run -> Objects.equals(
                        run.started().testClass(), original.run().started().testClass()))
                .filter(run -> Objects.equals(
                        run.started().method(), original.run().started().method()))
                .filter(run -> Objects.equals(
                        run.started().trial(), original.run().started().trial()))
                .filter(run -> Objects.equals(
                        run.started().name(), original.run().started().name()))
                .filter(run -> Objects.equals(
                        run.started().repeat(), original.run().started().repeat()))
                .max(Comparator.comparing(run -> run.started().time()));
    }
}
