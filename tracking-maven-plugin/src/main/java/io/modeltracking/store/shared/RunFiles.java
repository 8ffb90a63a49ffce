package io.modeltracking.store.shared;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which files belong to a run, where they lie here, and under which keys they lie in a bucket. */
final class RunFiles {

    static final String RUNS = "runs/";

    private final TrackingRoot root;
    private final FolderBlobs blobs;

    RunFiles(TrackingRoot root) {
        this.root = root;
        this.blobs = new FolderBlobs(root.blobs());
    }

    /** A file, its key and what it must hold. */
    record Item(String key, Path file, String sha256) {
        boolean isHere() throws IOException {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Sha256.of(file).equals(sha256);
        }
    }

    static String journalKey(String run) {
        return RUNS + run + "/" + JournalReader.FILE;
    }

    static String changesPrefix(String run) {
        return RUNS + run + "/changes/";
    }

    static String blobKey(String sha256) {
        return "blobs/" + sha256.substring(0, 2) + "/" + sha256;
    }

    /** Of the run's folder, without its journal. Names in a journal are nobody's word: none leads out of the folder. */
    List<Item> artifacts(RunRecord run) {
        Path folder = root.run(run.id()).resolve("artifacts").normalize();
        List<Item> items = new ArrayList<>();
        for (Artifact artifact : run.artifacts()) {
            Path file = folder.resolve(artifact.name()).normalize();
            if (file.startsWith(folder) && !file.equals(folder) && Names.isSha256(artifact.sha256())) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                items.add(new Item(RUNS + run.id() + "/artifacts/" + path, file, artifact.sha256()));
            }
        }
        return items;
    }

    /** What the run says of its source, environment and build. */
    List<Item> facts(RunRecord run) {
        return run.facts().values().stream()
                .filter(Names::isSha256)
                .distinct()
                .map(sha256 -> new Item("facts/" + sha256 + ".json", root.fact(sha256), sha256))
                .toList();
    }

    /** The data files of the run, as far as they may be kept. */
    List<Item> data(RunRecord run) {
        return run.datasets().stream()
                .map(DatasetRecord::bytesSha256)
                .filter(sha256 -> sha256 != null && Names.isSha256(sha256))
                .distinct()
                .map(sha256 -> new Item(blobKey(sha256), blobs.path(sha256), sha256))
                .toList();
    }

    /** The changed files that a fact about the source names; the fact lies here. */
    List<Item> overlay(RunRecord run) {
        String sha256 = run.facts().get("source");
        if (sha256 == null || !Names.isSha256(sha256) || !Files.isRegularFile(root.fact(sha256))) {
            return List.of();
        }
        try {
            SourceState source = RunJson.mapper().readValue(root.fact(sha256).toFile(), SourceState.class);
            List<Item> items = new ArrayList<>();
            Stream.concat(
                            Stream.ofNullable(source.diffSha256()),
                            source.overlay().stream().map(SourceState.OverlayFile::sha256))
                    .filter(file -> file != null && Names.isSha256(file))
                    .distinct()
                    .forEach(file -> items.add(new Item("facts/files/" + file, root.factFile(file), file)));
            return items;
        } catch (IOException e) {
            // The fact itself is compared with its hash; one that cannot be read names no files.
            return List.of();
        }
    }
}
