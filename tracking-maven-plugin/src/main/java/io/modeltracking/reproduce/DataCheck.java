package io.modeltracking.reproduce;

import io.modeltracking.Dataset;
import io.modeltracking.provenance.DatasetFingerprint;
import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Names;
import io.modeltracking.store.FolderBlobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for the data files of a run: by the recorded path in the copy of the commit, else where they were, else in the given folder
 * and in the store by their content. A file that the copy lacks is copied into it.
 */
final class DataCheck {

    private final Original original;
    private final Path data;
    private final Path copy;
    private final FolderBlobs blobs;

    /** @param data a folder to look for data files in, or null */
    DataCheck(Original original, Path data, Path copy) {
        this.original = original;
        this.data = data;
        this.copy = copy;
        this.blobs = new FolderBlobs(original.root().blobs());
    }

    List<Finding> findings() {
        return original.run().datasets().stream()
                .filter(dataset -> dataset.source() != null
                        && dataset.bytesSha256() != null
                        && dataset.source().location() != null)
                .map(this::file)
                .toList();
    }

    private Finding file(DatasetRecord dataset) {
        String item = "data " + dataset.name();
        String location = dataset.source().location();
        String sha256 = dataset.bytesSha256();
        if (!Names.isSha256(sha256)) {
            return Finding.missing(item, location + ": what the run recorded of it is no SHA-256");
        }
        String wanted = location + ", sha256 " + sha256.substring(0, 12);
        try {
            Path target = copy.resolve(location).normalize();
            if (has(target, sha256)) {
                return Finding.ok(item, wanted);
            }
            Path there = original.root().base().resolve(location);
            Optional<Path> found = has(there, sha256)
                    ? Optional.of(there)
                    : inData(sha256).or(() -> blobs.find(sha256).filter(blob -> isWhole(blob, sha256)));
            if (found.isEmpty() || Path.of(location).isAbsolute()) {
                return Finding.missing(
                        item,
                        wanted + ": no file with that content; name its folder with -Dtracking.data="
                                + changed(dataset, Files.isRegularFile(target) ? target : there));
            }
            if (!target.startsWith(copy)) {
                return Finding.missing(item, wanted + ": the path leads out of the build");
            }
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            Files.copy(found.get(), target);
            return Finding.ok(item, wanted + ", from " + found.get());
        } catch (IOException | RuntimeException e) {
            return Finding.missing(item, wanted + ": " + e.getMessage());
        }
    }

    /** What stands at the recorded path instead: its hash, and which columns are not those of the run. */
    private static String changed(DatasetRecord dataset, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        String text = ". There is another now, sha256 " + Sha256.of(file).substring(0, 12);
        if (dataset.columns().isEmpty()) {
            return text;
        }
        List<DatasetRecord.Column> now = new DatasetFingerprint(file.getParent(), null, null)
                .of(dataset.name(), Dataset.of(file))
                .record()
                .columns();
        List<String> different = differences(dataset.columns(), now);
        return text
                + (different.isEmpty()
                        ? ", with equal columns"
                        : "; columns that differ: " + String.join(", ", different));
    }

    static List<String> differences(List<DatasetRecord.Column> before, List<DatasetRecord.Column> now) {
        Map<String, String> hashes = new HashMap<>();
        now.forEach(column -> hashes.put(column.name(), column.sha256()));
        List<String> different = new ArrayList<>();
        for (DatasetRecord.Column column : before) {
            if (!hashes.containsKey(column.name())) {
                different.add(column.name() + " (gone)");
            } else if (!Objects.equals(column.sha256(), hashes.get(column.name()))) {
                different.add(column.name());
            }
            hashes.remove(column.name());
        }
        now.stream()
                .map(DatasetRecord.Column::name)
                .filter(hashes::containsKey)
                .forEach(name -> different.add(name + " (new)"));
        return different;
    }

    private Optional<Path> inData(String sha256) throws IOException {
        if (data == null) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> isWhole(file, sha256)).findFirst();
        }
    }

    private static boolean isWhole(Path file, String sha256) {
        try {
            return has(file, sha256);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean has(Path file, String sha256) throws IOException {
        return Files.isRegularFile(file) && Sha256.of(file).equals(sha256);
    }
}
