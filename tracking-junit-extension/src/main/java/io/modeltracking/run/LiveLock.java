package io.modeltracking.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that a test JVM holds locked for as long as it lives, so that others can tell a running run from an interrupted
 * one. A lock on the journal itself would be lost as soon as anybody in the JVM closed it.
 */
public final class LiveLock implements AutoCloseable {

    private final String name;
    private final Path file;
    private final FileChannel channel;

    private LiveLock(String name, Path file, FileChannel channel) {
        this.name = name;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of this JVM.
     *
     * @param jvm unique to it; becomes part of the file's name
     */
    public static LiveLock hold(TrackingRoot root, String jvm) throws IOException {
        String name = Names.check("JVM", jvm) + ".lock";
        Path file = root.live().resolve(name);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("Another process holds " + file);
        }
        return new LiveLock(name, file, channel);
    }

    /** The file's name under {@code live/}, for {@link RunEvent.Started#live}. */
    public String name() {
        return name;
    }

    /** Whether a JVM holds the lock of that name. */
    public static boolean isHeld(TrackingRoot root, String name) {
        if (name == null || !Names.valid(name) || name.indexOf('/') >= 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(root.live().resolve(name), StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives the lock up and removes its file. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
