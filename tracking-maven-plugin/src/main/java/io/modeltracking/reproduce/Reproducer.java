package io.modeltracking.reproduce;

import io.modeltracking.provenance.Checkout;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Makes the run again: of a study's trial that trial alone, where the extension of its commit can.
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
                CopyProperties.of(original, copy),
                original.build() == null ? List.of() : original.build().profiles());
        CopyHistory history = new CopyHistory(original, new TrackingRoot(copy.resolve(TrackingRoot.NAME)));
        Optional<Original> again = history.again();
        if (again.isEmpty()) {
            return Reproduction.impossible(id, failure.orElse("the build made no run of that test"), findings);
        }
        history.trial().ifPresent(findings::add);
        return compared(original, again.get(), findings);
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
        List<Difference> differences = new Comparison(tolerance).of(original, again);
        return new Reproduction(
                original.run().id(),
                again.run().id(),
                Reproduction.verdict(differences),
                null,
                List.copyOf(findings),
                differences,
                Comparison.environments(original, again));
    }
}
