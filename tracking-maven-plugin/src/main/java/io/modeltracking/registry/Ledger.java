package io.modeltracking.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderLock;
import io.modeltracking.store.LedgerTable.Row;
import io.modeltracking.store.shared.SharedLink;
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
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    private final SharedLink link;

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
        this(root, clock, mirror, signer, SharedLink.NONE);
    }

    /** @param link to the store that holds the chain; the file here follows it then, and never leads */
    public Ledger(TrackingRoot root, Clock clock, LedgerMirror mirror, EventSigner signer, SharedLink link) {
        this.file = root.directory().resolve(FILE);
        this.lock = root.directory().resolve("ledger.lock");
        this.clock = clock;
        this.mirror = mirror;
        this.signer = signer;
        this.link = link;
    }

    /** To the store that holds the chain. */
    public SharedLink link() {
        return link;
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
            Optional<LedgerEvent> event = link.isWanted() ? appendThere(type, content) : next(type, content);
            if (event.isEmpty()) {
                return event;
            }
            write(event.get().line() + "\n");
            mirror.follow(event.get(), this::events);
            link.attempt(store -> SharedLedger.put(store.objects(), event.get()));
            then.apply(event.get());
            return event;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Optional<LedgerEvent> next(String type, Supplier<Optional<ObjectNode>> content) throws IOException {
        Optional<LedgerEvent> last = last();
        return content.get().map(body -> {
            LedgerEvent unsigned = LedgerEvent.of(
                    last.map(LedgerEvent::seq).orElse(0L) + 1,
                    clock.instant(),
                    type,
                    body,
                    last.map(LedgerEvent::hash).orElse(LedgerEvent.NO_HASH));
            return signer == null ? unsigned : unsigned.signed(signer);
        });
    }

    /** The event counts when the shared store has it: what follows here is caught up with if this machine dies before. */
    private Optional<LedgerEvent> appendThere(String type, Supplier<Optional<ObjectNode>> content) {
        return link.need().ledger().hold(chain -> {
            try {
                follow(chain::after);
                Optional<LedgerEvent> event = next(type, content);
                event.ifPresent(known -> chain.append(new Row(known.seq(), known.hash(), known.line())));
                return event;
            } catch (IOException e) {
                throw unwritable(e);
            }
        });
    }

    /**
     * Takes over what others have appended to the shared chain.
     *
     * @return those events; none where nothing is shared, or the store does not answer
     * @throws LedgerException when this file is not the beginning of that chain
     */
    public List<LedgerEvent> pull() {
        if (!link.isUp()) {
            return List.of();
        }
        try (FolderLock held = FolderLock.take(lock, PATIENCE)) {
            return follow(link.need().ledger()::after);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private List<LedgerEvent> follow(LongFunction<List<Row>> after) throws IOException {
        Optional<LedgerEvent> last = last();
        List<LedgerEvent> news = new SharedChain(file, link.name()).behind(last, after);
        if (!news.isEmpty()) {
            write(news.stream().map(event -> event.line() + "\n").collect(Collectors.joining()));
            mirror.follow(news.get(news.size() - 1), this::events);
        }
        return news;
    }

    /**
     * Keeps this file under another name, so that the shared chain can take its place.
     *
     * @return the name; empty where there was nothing
     */
    public Optional<Path> setAside() {
        try (FolderLock held = FolderLock.take(lock, PATIENCE)) {
            if (!exists()) {
                return Optional.empty();
            }
            int number = 1;
            while (Files.exists(Path.of(file + ".aside-" + number))) {
                number++;
            }
            return Optional.of(Files.move(file, Path.of(file + ".aside-" + number)));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private LedgerException unwritable(IOException e) {
        return new LedgerException("Cannot write " + file + " (" + e + "): make it writable or free space", e);
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
