package io.modeltracking.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderLock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code .tracking/ledger.jsonl}: events that are only ever appended, each with the hash of the one before. An event is
 * on disk when {@link #append} returns.
 */
public final class Ledger {

    /** The ledger's file. */
    public static final String FILE = "ledger.jsonl";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path file;
    private final Path lock;
    private final Clock clock;
    private final LedgerMirror mirror;
    private final EventSigner signer;

    /** A ledger without a mirror. */
    public Ledger(TrackingRoot root, Clock clock) {
        this(root, clock, LedgerMirror.OFF);
    }

    /** A ledger whose events are not signed. */
    public Ledger(TrackingRoot root, Clock clock, LedgerMirror mirror) {
        this(root, clock, mirror, null);
    }

    /** @param signer of every event; null for none */
    public Ledger(TrackingRoot root, Clock clock, LedgerMirror mirror, EventSigner signer) {
        this.file = root.directory().resolve(FILE);
        this.lock = root.directory().resolve("ledger.lock");
        this.clock = clock;
        this.mirror = mirror;
        this.signer = signer;
    }

    LedgerMirror mirror() {
        return mirror;
    }

    /** Whether anything was ever written. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Appends an event.
     *
     * @param type of the event
     * @param content is asked under the lock, so that it sees what others appended before; empty appends nothing
     * @param then is told the event under the same lock
     */
    public Optional<LedgerEvent> append(
            String type, Supplier<Optional<ObjectNode>> content, Function<LedgerEvent, ?> then) {
        try (FolderLock held = FolderLock.take(lock, PATIENCE)) {
            Optional<LedgerEvent> last = last();
            Optional<ObjectNode> body = content.get();
            if (body.isEmpty()) {
                return Optional.empty();
            }
            LedgerEvent unsigned = LedgerEvent.of(
                    last.map(LedgerEvent::seq).orElse(0L) + 1,
                    clock.instant(),
                    type,
                    body.get(),
                    last.map(LedgerEvent::hash).orElse(LedgerEvent.NO_HASH));
            LedgerEvent event = signer == null ? unsigned : unsigned.signed(signer);
            write(event.line() + "\n");
            mirror.follow(event, this::events);
            then.apply(event);
            return Optional.of(event);
        } catch (IOException e) {
            throw new LedgerException("Cannot write " + file + " (" + e + "): make it writable or free space", e);
        }
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The last whole event. What a killed writer left of one behind it is kept aside: it was never promised. */
    private Optional<LedgerEvent> last() throws IOException {
        if (!exists()) {
            return Optional.empty();
        }
        try (RandomAccessFile ledger = new RandomAccessFile(file.toFile(), "rw")) {
            long end = endOfLine(ledger, ledger.length());
            if (end < ledger.length()) {
                keepAside(ledger, end);
            }
            if (end == 0) {
                return Optional.empty();
            }
            long start = endOfLine(ledger, end - 1);
            byte[] line = new byte[(int) (end - 1 - start)];
            ledger.seek(start);
            ledger.readFully(line);
            return Optional.of(LedgerEvent.parse(new String(line, StandardCharsets.UTF_8), "The last line of " + file));
        }
    }

    /** The position behind the last line end before {@code to}. */
    private static long endOfLine(RandomAccessFile ledger, long to) throws IOException {
        byte[] block = new byte[1 << 14];
        for (long from = to; from > 0; ) {
            int length = (int) Math.min(block.length, from);
            from -= length;
            ledger.seek(from);
            ledger.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    private void keepAside(RandomAccessFile ledger, long end) throws IOException {
        byte[] torn = new byte[(int) (ledger.length() - end)];
        ledger.seek(end);
        ledger.readFully(torn);
        Files.write(Path.of(file + ".torn-" + end), torn);
        ledger.setLength(end);
    }

    /** The hash of the last event; empty before the first. */
    public Optional<String> head() {
        try (FolderLock held = FolderLock.take(lock, PATIENCE)) {
            return last().map(LedgerEvent::hash);
        } catch (IOException e) {
            throw new LedgerException("Cannot read " + file + " (" + e + ")", e);
        }
    }

    /**
     * Every event, each checked against the one before.
     *
     * @throws LedgerException naming the first line that is not what was written
     */
    public List<LedgerEvent> events() {
        List<LedgerEvent> events = new ArrayList<>();
        if (!exists()) {
            return events;
        }
        String prev = LedgerEvent.NO_HASH;
        int number = 0;
        for (String line : lines()) {
            number++;
            LedgerEvent event = LedgerEvent.parse(line, "Line " + number + " of " + file);
            if (event.seq() != number || !event.prev().equals(prev)) {
                throw new LedgerException("Line " + number + " of " + file
                        + " does not follow the one before: an event was removed, inserted or moved. Restore the"
                        + " ledger from a backup");
            }
            prev = event.hash();
            events.add(event);
        }
        return events;
    }

    /** The whole lines; what a killed writer left of one behind them was never promised. */
    List<String> lines() {
        try {
            String text = exists() ? Files.readString(file, StandardCharsets.UTF_8) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new LedgerException("Cannot read " + file + " (" + e + ")", e);
        }
    }
}
