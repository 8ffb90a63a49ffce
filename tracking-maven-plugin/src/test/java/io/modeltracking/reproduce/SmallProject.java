package io.modeltracking.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A repository whose experiment is {@code rate * claims * factor + version of the library}: rate and column stand in the commit,
 * the claims in a file that Git ignores, the factor is typed, and the library is what {@code libs} asks for. Its build is real in that
 * it reads all of them from the copy.
 */
final class SmallProject implements BuildTool {

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Path base;
    private final TrackingRoot root;
    private final Path copies;
    private int builds;
    private double drift;

    SmallProject(Path folder) throws Exception {
        base = Files.createDirectories(folder.resolve("project"));
        root = new TrackingRoot(base.resolve(TrackingRoot.NAME));
        copies = folder.resolve("copies");
        git("init", "-q");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.org");
        Files.writeString(base.resolve(".gitignore"), "data/\n.tracking/\n");
        Files.createDirectory(base.resolve("data"));
    }

    /** A machine on which everything comes out a little other. */
    SmallProject drifting(double by) {
        drift = by;
        return this;
    }

    int builds() {
        return builds;
    }

    /** Commits the code where it is new, and makes the run of a version. */
    Explainer.Version version(String name, String rate, String library, String data, Integer factor) throws Exception {
        Files.writeString(base.resolve("rate"), rate);
        Files.writeString(base.resolve("libs"), library);
        Files.writeString(base.resolve("data/claims.csv"), data);
        git("add", "-A");
        git("commit", "-q", "--allow-empty-message", "-m", name, "--allow-empty");
        Files.copy(base.resolve("data/claims.csv"), base.resolve("data/" + name + ".csv"));
        return new Explainer.Version(name, run(base, git("rev-parse", "HEAD"), typed(factor)));
    }

    /** The same commit with other data. */
    Explainer.Version version(String name, String data, Integer factor) throws Exception {
        Files.writeString(base.resolve("data/claims.csv"), data);
        Files.copy(base.resolve("data/claims.csv"), base.resolve("data/" + name + ".csv"));
        return new Explainer.Version(name, run(base, git("rev-parse", "HEAD"), typed(factor)));
    }

    private static SortedMap<String, String> typed(Integer factor) {
        return new TreeMap<>(Map.of("factor", factor.toString()));
    }

    Explainer explainer(Explainer.Version before, Explainer.Version after) {
        return new Explainer(settings(), before, after, "test.rmse");
    }

    ExplainerSettings settings() {
        return new ExplainerSettings(
                root, copies, base.resolve("data"), 1e-9, Set.of(), folder -> this, SmallProject::lay);
    }

    private static void lay(Path copy, SortedMap<String, String> jars) throws IOException {
        Files.writeString(
                copy.resolve("libs"), jars.firstKey().replace("lib-", "").replace(".jar", ""));
    }

    @Override
    public Optional<String> override(Path copy, WhatIf.Dependency dependency) {
        return Optional.of("there is no POM");
    }

    @Override
    public List<Jdk> jdks(int feature) {
        return List.of();
    }

    @Override
    public Dependencies dependencies(Copy copy) {
        return new Dependencies(Map.of(), List.of(), "there is no POM");
    }

    @Override
    public Optional<String> build(Copy copy) {
        builds++;
        try {
            run(
                    copy.folder(),
                    null,
                    new TreeMap<>(Map.of("factor", copy.properties().get("factor"))));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the id of a run that was made from the files of a folder */
    private String run(Path folder, String commit, SortedMap<String, String> properties) throws IOException {
        TrackingRoot history = new TrackingRoot(folder.resolve(TrackingRoot.NAME));
        FactStore facts = new FactStore(history);
        RunFixture run = RunFixture.run(history, RUNS.incrementAndGet());
        Path data = folder.resolve("data/claims.csv");
        String library = Files.readString(folder.resolve("libs"));
        run.event(new RunEvent.Fact("source", facts.put(source(commit))))
                .event(new RunEvent.Fact(
                        "build", facts.put(new BuildState("3.9.16", List.of(), List.of(), properties))))
                .event(new RunEvent.Fact("environment", facts.put(environment(library))))
                .event(new RunEvent.Data(dataset(Sha256.of(data))));
        List<String> lines = Files.readAllLines(data);
        String[] code = Files.readString(folder.resolve("rate")).split(" of ");
        if (!lines.get(0).equals(code[1])) {
            return run.ended(Status.BROKEN, null).id();
        }
        double value =
                Integer.parseInt(code[0]) * Integer.parseInt(lines.get(1)) * Integer.parseInt(properties.get("factor"))
                        + Integer.parseInt(library);
        return run.metric("test.rmse", commit == null ? value + drift : value)
                .finished()
                .id();
    }

    private static SourceState source(String commit) {
        return new SourceState("git", null, commit, "main", "git", null, false, false, "sha1", null, List.of(), true);
    }

    private static EnvironmentState environment(String library) {
        return new EnvironmentState(
                System.getProperty("java.version"),
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                1,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(new EnvironmentState.Entry("lib-" + library + ".jar", library.repeat(64), 1L)));
    }

    private static DatasetRecord dataset(String sha256) {
        return new DatasetRecord(
                "train",
                "TRAIN",
                sha256,
                null,
                null,
                1L,
                List.of(),
                new DatasetRecord.Source("file", "data/claims.csv", 1L, null, null),
                null,
                null);
    }

    private String git(String... arguments) throws Exception {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(base.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
