package io.modeltracking.reproduce;

import io.modeltracking.provenance.Checkout;
import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for everything that a run needs, before anything is run. Nothing is taken in place of what is missing. */
final class Preflight {

    private final Original original;
    private final Path workTree;
    private final Path data;
    private final List<Finding> findings = new ArrayList<>();

    /** @param data a folder to look for data files in, or null */
    Preflight(Original original, Path workTree, Path data) {
        this.original = original;
        this.workTree = workTree;
        this.data = data;
    }

    /** The commit and what else can be looked at without it. */
    List<Finding> beforeCheckout() {
        test();
        commit();
        overlay();
        jdk();
        return List.copyOf(findings);
    }

    private void test() {
        Started started = original.run().started();
        findings.add(
                started.testClass() == null
                                || started.method() == null
                                || !original.test().matches("[\\w$]+#[\\w$]+")
                        ? Finding.missing("test", "the run names no test class and method")
                        : Finding.ok("test", original.test()));
    }

    private void commit() {
        SourceState source = original.source();
        if (source == null || source.commit() == null || !source.commit().matches("[0-9a-f]{40}")) {
            findings.add(Finding.missing(
                    "commit",
                    source == null ? "the run's source was not recorded, or its fact is lost" : source.problem()));
            return;
        }
        String where =
                source.commit().substring(0, 12) + (source.branch() == null ? "" : ", last seen on " + source.branch());
        try {
            findings.add(
                    Checkout.holds(workTree, source.commit())
                            ? Finding.ok("commit", where)
                            : Finding.missing(
                                    "commit",
                                    where + ": fetch it"
                                            + (source.remote() == null ? "" : " from " + source.remote())));
        } catch (IOException e) {
            findings.add(Finding.missing("commit", where + ": " + e.getMessage()));
        }
    }

    private void overlay() {
        SourceState source = original.source();
        if (source == null || !source.dirty()) {
            return;
        }
        List<String> lost = source.overlay().stream()
                .filter(file -> !file.mode().equals("000000"))
                .filter(file -> file.sha256() == null
                        || !Files.isRegularFile(original.root().factFile(file.sha256())))
                .map(SourceState.OverlayFile::path)
                .toList();
        findings.add(
                source.overlayComplete() && lost.isEmpty()
                        ? Finding.ok("uncommitted files", source.overlay().size() + " kept")
                        : Finding.missing(
                                "uncommitted files",
                                lost.isEmpty() ? "not all of them were kept" : "not kept: " + String.join(", ", lost)));
    }

    private void jdk() {
        String recorded =
                original.environment() == null ? null : original.environment().javaVersion();
        String running = System.getProperty("java.version");
        if (recorded == null) {
            findings.add(Finding.different("JDK", "not recorded; this is " + running));
        } else {
            findings.add(
                    recorded.equals(running)
                            ? Finding.ok("JDK", running)
                            : Finding.different("JDK", "recorded " + recorded + ", this is " + running));
        }
    }

    /**
     * The data files: by the recorded path in the copy of the commit, else where they were, else in the given folder by their
     * content. A file that the copy lacks is copied into it.
     */
    List<Finding> data(Path copy) {
        List<Finding> found = new ArrayList<>();
        for (DatasetRecord dataset : original.run().datasets()) {
            DatasetRecord.Source source = dataset.source();
            if (source == null || dataset.bytesSha256() == null || source.location() == null) {
                continue;
            }
            found.add(file("data " + dataset.name(), source.location(), dataset.bytesSha256(), copy));
        }
        return found;
    }

    private Finding file(String item, String location, String sha256, Path copy) {
        if (!Names.isSha256(sha256)) {
            return Finding.missing(item, location + ": what the run recorded of it is no SHA-256");
        }
        String wanted = location + ", sha256 " + sha256.substring(0, 12);
        try {
            Path recorded = Path.of(location);
            Path target = copy.resolve(location).normalize();
            if (has(target, sha256)) {
                return Finding.ok(item, wanted);
            }
            Path found = has(workTree.resolve(location), sha256) ? workTree.resolve(location) : inData(sha256);
            if (found == null || recorded.isAbsolute()) {
                return Finding.missing(
                        item, wanted + ": no file with that content; name its folder with -Dtracking.data=");
            }
            if (!target.startsWith(copy)) {
                return Finding.missing(item, wanted + ": the path leads out of the build");
            }
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            Files.copy(found, target);
            return Finding.ok(item, wanted + ", from " + found);
        } catch (IOException | RuntimeException e) {
            return Finding.missing(item, wanted + ": " + e.getMessage());
        }
    }

    private Path inData(String sha256) throws IOException {
        if (data == null) {
            return null;
        }
        try (var files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (has(file, sha256)) {
                    return file;
                }
            }
        }
        return null;
    }

    private static boolean has(Path file, String sha256) throws IOException {
        return Files.isRegularFile(file) && Sha256.of(file).equals(sha256);
    }
}
