package io.modeltracking.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes a run's journal. Appending only queues; a thread of the JVM writes what is queued at least every 200 ms, and
 * closing writes the rest and forces it to disk. Safe for any thread.
 */
public final class Journal implements AutoCloseable {

    /** Beyond this many queued events the caller writes: a loop that logs faster than the disk must not fill the heap. */
    private static final int MAX_QUEUED = 1 << 16;

    private final Path file;
    /** No channel: those are closed by the interruption of any thread that happens to write. */
    private final RandomAccessFile out;

    private final ConcurrentLinkedQueue<RunEvent> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream(8192);
    private long written;
    private boolean closed;

    private Journal(Path file, RandomAccessFile out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Makes the run's folder and writes the first event.
     *
     * @param folder named by the run's id; must not exist
     * @throws JournalException when it cannot be written, or exists
     */
    public static Journal open(Path folder, RunEvent.Started started) {
        Path file = folder.resolve(JournalReader.FILE);
        try {
            Files.createDirectory(folder);
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Journal journal = new Journal(file, new RandomAccessFile(file.toFile(), "rw"));
            journal.append(started);
            journal.write();
            JournalFlusher.add(journal);
            return journal;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Queues an event. Costs well under a microsecond.
     *
     * @throws JournalException when very much is queued and cannot be written
     */
    public void append(RunEvent event) {
        queue.add(event);
        if (queued.incrementAndGet() > MAX_QUEUED) {
            flush();
        }
    }

    /**
     * Writes what is queued, without forcing it to disk.
     *
     * @throws JournalException when that fails; it is tried again later
     */
    public void flush() {
        try {
            write();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private synchronized void write() throws IOException {
        for (RunEvent event = queue.poll(); event != null; event = queue.poll()) {
            queued.decrementAndGet();
            encoded.writeBytes(RunJson.line(event));
            encoded.write('\n');
        }
        if (encoded.size() == 0) {
            return;
        }
        // Always behind what was written whole: another attempt overwrites a torn line.
        out.seek(written);
        out.write(encoded.toByteArray());
        written += encoded.size();
        encoded.reset();
    }

    /** What fails is kept in memory and tried again; {@link #close} reports it if it never succeeds. */
    boolean tryFlush() {
        try {
            write();
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Writes everything and forces it to disk.
     *
     * @throws JournalException when that fails; what was written before stays readable
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        JournalFlusher.remove(this);
        try (out) {
            // What fits of a failed attempt stays: the reader names the torn last line.
            write();
            out.getFD().sync();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static JournalException unwritable(Path file, IOException e) {
        return new JournalException(
                "Cannot write " + file + " (" + e + "): make the folder writable or free some space, or set"
                        + " tracking.root to a folder that is",
                e);
    }
}
