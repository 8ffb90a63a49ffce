package io.modeltracking.serve;

import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.SharedStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The ledger as it was last read. It is read and checked again when its file is another. */
final class KnownLedger {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private record Mark(long size, FileTime time) {}

    private final Path file;
    private final ServedLedger ledger;
    private final Consumer<String> log;
    private long lastNanos = System.nanoTime() - PAUSE.toNanos();
    private Mark mark;
    private List<LedgerEvent> events = List.of();

    KnownLedger(TrackingRoot root, ServedLedger ledger, Consumer<String> log) {
        this.file = root.directory().resolve(Ledger.FILE);
        this.ledger = ledger;
        this.log = log;
    }

    /** @throws io.modeltracking.registry.LedgerException where an event is not what was written */
    synchronized List<LedgerEvent> events() {
        catchUp();
        Mark now = look();
        if (!now.equals(mark)) {
            events = ledger.events().get();
            mark = now;
        }
        return events;
    }

    /** What is here is a beginning of what is there: it can be shown while nothing is heard. */
    private void catchUp() {
        if (System.nanoTime() - lastNanos < PAUSE.toNanos()) {
            return;
        }
        try {
            ledger.catchUp().run();
        } catch (SharedStoreException e) {
            log.accept(e.getMessage());
        } finally {
            lastNanos = System.nanoTime();
        }
    }

    private Mark look() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Mark(attributes.size(), attributes.lastModifiedTime());
        } catch (NoSuchFileException e) {
            return new Mark(0, FileTime.fromMillis(0));
        } catch (IOException e) {
            return new Mark(-1, FileTime.fromMillis(0));
        }
    }
}
