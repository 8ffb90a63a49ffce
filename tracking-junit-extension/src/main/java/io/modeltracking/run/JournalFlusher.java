package io.modeltracking.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One daemon thread a JVM that writes what the open journals have queued. */
final class JournalFlusher {

    private static final long PERIOD_MILLIS = 100;
    private static final Set<Journal> OPEN = ConcurrentHashMap.newKeySet();
    private static final ScheduledExecutorService THREAD = start();

    private JournalFlusher() {}

    static void add(Journal journal) {
        OPEN.add(journal);
    }

    static void remove(Journal journal) {
        OPEN.remove(journal);
    }

    private static ScheduledExecutorService start() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "tracking-journal");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(
                () -> OPEN.forEach(Journal::tryFlush), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return thread;
    }
}
