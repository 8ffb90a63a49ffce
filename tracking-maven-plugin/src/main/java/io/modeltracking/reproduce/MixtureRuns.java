package io.modeltracking.reproduce;

import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the mixtures of two runs, each in a folder of its own, and looks whether they are what they were to be. */
final class MixtureRuns {

    private final ExplainerSettings settings;
    private final Mixture mixture;
    private final Set<Factor> factors;

    /** @param factors in which the runs differ */
    MixtureRuns(ExplainerSettings settings, Mixture mixture, Set<Factor> factors) {
        this.settings = settings;
        this.mixture = mixture;
        this.factors = factors;
    }

    /**
     * Makes the old run with some factors of the new one. The two runs themselves come first: of them the data files are kept,
     * which the mixtures take.
     *
     * @throws RefusedException when it cannot be made, or was made from something else
     */
    Original make(Set<Factor> swapped) throws RefusedException {
        boolean pure = swapped.isEmpty() || swapped.equals(factors);
        try {
            Path folder = Files.createDirectories(settings.folder().resolve(folder(swapped)));
            Path kept = Files.createDirectories(settings.folder().resolve("data"));
            Original wanted = pure ? mixture.version(!swapped.isEmpty()) : mixture.of(swapped);
            Original again = again(swapped, wanted, folder, pure);
            if (pure) {
                keep(wanted.run(), folder.resolve("source"), kept);
            } else {
                check(swapped, again);
            }
            return again;
        } catch (IOException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    private String folder(Set<Factor> swapped) {
        if (swapped.isEmpty()) {
            return "old";
        }
        return swapped.equals(factors)
                ? "new"
                : swapped.stream().sorted().map(Factor::text).collect(Collectors.joining("-", "new-", ""));
    }

    private Original again(Set<Factor> swapped, Original wanted, Path folder, boolean pure) throws RefusedException {
        BuildTool tool = settings.tools().apply(folder);
        Reproduction made = new Reproducer(
                        settings.root(),
                        folder,
                        new DataPlaces(
                                pure ? settings.data() : settings.folder().resolve("data"), null),
                        settings.tolerance(),
                        WhatIf.NOTHING,
                        !pure && factors.contains(Factor.DEPENDENCIES) ? laid(tool, swapped) : tool)
                .reproduce(wanted);
        if (made.reproduced() == null) {
            throw new RefusedException(made.problem()
                    + made.findings().stream()
                            .filter(finding -> finding.state() == Finding.State.MISSING)
                            .map(finding -> " (" + finding.detail() + ")")
                            .collect(Collectors.joining()));
        }
        Original again =
                Original.read(new TrackingRoot(folder.resolve("source").resolve(TrackingRoot.NAME)), made.reproduced());
        RunRecord run = again.run();
        // What its requirements reject has come to its end, and to its figures.
        if (!run.status().successful() && run.verdict() != Verdict.REJECTED) {
            throw new RefusedException(
                    "its run is " + run.status() + (run.reason() == null ? "" : ", " + run.reason()));
        }
        return again;
    }

    private BuildTool laid(BuildTool tool, Set<Factor> swapped) {
        return new LaidLibraries(tool, settings.libraries(), mixture.changedLibraries(swapped));
    }

    private static void keep(RunRecord run, Path copy, Path kept) throws IOException {
        for (var dataset : run.datasets()) {
            if (dataset.bytesSha256() != null
                    && dataset.source() != null
                    && dataset.source().location() != null) {
                Path file = copy.resolve(dataset.source().location()).normalize();
                if (Files.isRegularFile(file) && Sha256.of(file).equals(dataset.bytesSha256())) {
                    Path target = kept.resolve(dataset.bytesSha256());
                    Files.deleteIfExists(target);
                    Files.copy(file, target);
                }
            }
        }
    }

    /** That it was given something does not say that it has read it. */
    private void check(Set<Factor> swapped, Original again) throws RefusedException {
        Map<String, String> data = Mixture.data(mixture.from(Factor.DATA, swapped));
        for (Map.Entry<String, String> read : Mixture.data(again).entrySet()) {
            if (!read.getValue().equals(data.get(read.getKey()))) {
                throw new RefusedException("its run has read other data as \"" + read.getKey() + "\" than it was to");
            }
        }
        Map<String, String> params = new TreeMap<>(Mixture.searched(mixture.from(Factor.PARAMS, swapped)));
        for (Map.Entry<String, String> given : Mixture.searched(again).entrySet()) {
            String wanted = params.remove(given.getKey());
            if (!given.getValue().equals(wanted)) {
                throw new RefusedException("its search has given the param " + given.getKey() + " the value "
                        + given.getValue() + ", and not " + Objects.requireNonNullElse(wanted, "none"));
            }
        }
        if (!params.isEmpty()) {
            throw new RefusedException(
                    "its search has no param " + params.keySet().iterator().next());
        }
        if (factors.contains(Factor.DEPENDENCIES)) {
            Optional<String> wrong = mixture.wrongLibrary(swapped, again);
            if (wrong.isPresent()) {
                throw new RefusedException("its libraries are not those that it was to have: " + wrong.get());
            }
        }
    }
}
