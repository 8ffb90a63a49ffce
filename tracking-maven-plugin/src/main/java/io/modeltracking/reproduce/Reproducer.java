package io.modeltracking.reproduce;

import io.modeltracking.provenance.Checkout;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a run again, in a folder of its own with a history of its own, and compares. */
public final class Reproducer {

    /** What is not committed: with another library, the POM of the copy. */
    private static final String DIFF = "source.diff";

    private final TrackingRoot root;
    private final Path folder;
    private final DataPlaces data;
    private final double tolerance;
    private final WhatIf whatIf;
    private final BuildTool tool;

    /**
     * @param root with the old run
     * @param folder is made; it has to be empty
     * @param data where else data is looked for
     * @param tolerance of a metric, relative to the original
     * @param whatIf what is to be otherwise
     */
    public Reproducer(
            TrackingRoot root, Path folder, DataPlaces data, double tolerance, WhatIf whatIf, BuildTool tool) {
        this.root = root;
        this.folder = folder;
        this.data = data;
        this.tolerance = tolerance;
        this.whatIf = whatIf;
        this.tool = tool;
    }

    /**
     * Makes the run again: of a study's trial that trial alone, where the extension of its commit can.
     */
    public Reproduction reproduce(String id) {
        try {
            return reproduce(Original.read(root, id));
        } catch (JournalException e) {
            return Reproduction.impossible(id, e.getMessage(), List.of(Finding.missing("run", e.getMessage())));
        }
    }

    /** Makes what is described, which need not be one old run. */
    Reproduction reproduce(Original original) {
        String id = original.run().id();
        Preflight preflight = new Preflight(original, root.base(), whatIf, tool);
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
        Optional<String> refused =
                whatIf.dependency() == null ? Optional.empty() : tool.override(copy, whatIf.dependency());
        if (refused.isPresent()) {
            return Reproduction.impossible(id, refused.get(), findings);
        }
        findings.addAll(new DataCheck(original, data.folder(), copy).findings());
        findings.addAll(new QueryCheck(original, data.jdbc()).findings());
        BuildTool.Copy build = build(original, copy, preflight.javaHome());
        findings.add(DependencyCheck.of(original.environment(), tool.dependencies(build)));
        if (lacks(findings)) {
            return Reproduction.impossible(id, missing(findings), findings);
        }
        Optional<String> failure = tool.build(build);
        CopyHistory history = new CopyHistory(original, new TrackingRoot(copy.resolve(TrackingRoot.NAME)));
        Optional<Original> again = history.again();
        if (again.isEmpty()) {
            return Reproduction.impossible(id, failure.orElse("the build made no run of that test"), findings);
        }
        history.trial().ifPresent(findings::add);
        return compared(original, again.get(), findings);
    }

    private static BuildTool.Copy build(Original original, Path copy, Path javaHome) {
        return new BuildTool.Copy(
                copy,
                original.module(),
                CopyProperties.of(original, copy),
                original.build() == null ? List.of() : original.build().profiles(),
                CopyJvm.variables(original.environment()),
                javaHome);
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
        List<Difference> differences = new Comparison(tolerance)
                .of(original, again).stream()
                        .filter(difference -> whatIf.dependency() == null
                                || !difference.name().equals(DIFF))
                        .toList();
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
