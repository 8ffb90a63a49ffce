package io.modeltracking.provenance;

import io.modeltracking.run.SourceState.OverlayFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies of the changed files, within limits; knows whether any was left out. */
final class Overlay {

    private static final String DELETED = "000000";
    private static final String FILE = "100644";
    private static final String EXECUTABLE = "100755";
    private static final String LINK = "120000";
    private static final String REPOSITORY = "160000";

    private final FactStore store;
    private final SizeLimits limits;
    private long taken;
    private boolean complete = true;

    Overlay(FactStore store, SizeLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    boolean isComplete() {
        return complete;
    }

    /** Copies one file; when that cannot be, says only that it is there. */
    OverlayFile take(Path workTree, String path) {
        try {
            Path file = workTree.resolve(path);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return new OverlayFile(path, DELETED, null, 0);
            }
            return take(path, file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException | RuntimeException e) {
            return leftOut(path, FILE, 0);
        }
    }

    private OverlayFile take(String path, Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            String target = Files.readSymbolicLink(file).toString();
            return copied(path, LINK, target.getBytes(StandardCharsets.UTF_8));
        }
        if (attributes.isDirectory()) {
            return leftOut(path, REPOSITORY, 0);
        }
        String mode = Files.isExecutable(file) && !isWindows(file) ? EXECUTABLE : FILE;
        long size = attributes.size();
        if (!attributes.isRegularFile()
                || Masking.isSecretFile(file.getFileName().toString())
                || size > limits.fileBytes()
                || size > limits.totalBytes() - taken) {
            return leftOut(path, mode, size);
        }
        return copied(path, mode, Files.readAllBytes(file));
    }

    private OverlayFile copied(String path, String mode, byte[] content) throws IOException {
        taken += content.length;
        return new OverlayFile(path, mode, store.putFile(content), content.length);
    }

    private OverlayFile leftOut(String path, String mode, long size) {
        complete = false;
        return new OverlayFile(path, mode, null, size);
    }

    /** There every file reads as executable. */
    private static boolean isWindows(Path file) {
        return !file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
