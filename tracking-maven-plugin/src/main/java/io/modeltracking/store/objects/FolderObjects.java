package io.modeltracking.store.objects;

import io.modeltracking.store.Sha256;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A folder: of this machine, or one that several see. */
public final class FolderObjects implements ObjectStore {

    private static final String PARTIAL = ".partial-";

    private final Path folder;

    public FolderObjects(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return folder.toString();
    }

    private Path path(String key) {
        Path path = folder.resolve(key).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new StoreException("\"" + key + "\" leads out of " + folder);
        }
        return path;
    }

    @Override
    public void put(String key, Path file, String sha256) {
        Path target = path(key);
        try {
            if (Files.isRegularFile(target) && Sha256.of(target).equals(sha256)) {
                return;
            }
            Files.createDirectories(target.getParent());
            Path copy = Files.createTempFile(target.getParent(), PARTIAL, null);
            try {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                if (!Sha256.of(copy).equals(sha256)) {
                    throw new IOException("it changed while it was copied");
                }
                Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new SharedStoreException(folder + " does not take " + key + ": " + e.getMessage(), e);
        }
    }

    @Override
    public InputStream open(String key) {
        try {
            return Files.newInputStream(path(key));
        } catch (NoSuchFileException e) {
            throw new MissingObjectException(key, name(), e);
        } catch (IOException e) {
            throw new SharedStoreException(folder + " does not give " + key + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean has(String key) {
        return Files.isRegularFile(path(key));
    }

    @Override
    public List<String> list(String prefix) {
        Path start = prefix.contains("/") ? path(prefix.substring(0, prefix.lastIndexOf('/'))) : folder;
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(PARTIAL))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(key -> key.startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SharedStoreException(folder + " does not list " + prefix + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {}
}
