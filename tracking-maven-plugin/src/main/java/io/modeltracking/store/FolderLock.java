package io.modeltracking.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** A lock between builds, and between the modules that one Maven builds in parallel. */
public final class FolderLock implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @param file is made when it is not there, and stays
     * @throws StoreException when another holds it for longer than that, or the file cannot be opened
     */
    public static FolderLock take(Path file, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (!locked(channel)) {
                if (System.nanoTime() > deadline) {
                    channel.close();
                    throw new StoreException("Another process has held " + file + " for " + patience.toSeconds()
                            + " s: end it, or wait for it");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new StoreException("Cannot lock " + file + " (" + e + "): make its folder writable", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while waiting for " + file, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this JVM holds it: Java reports that as an error where it means "not yet".
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("Cannot give up a lock: " + e, e);
        }
    }
}
