package io.modeltracking.serve;

import io.modeltracking.run.Status;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.query.FilterParser;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Takes new and growing runs into the index while somebody looks, at most every two seconds, however many look. */
final class LiveIndex {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How often the index changed. */
    record State(long version, long running) {}

    private final ServedHistory history;
    private final StorePool stores;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong version = new AtomicLong();
    private volatile long lastNanos = System.nanoTime() - PAUSE.toNanos();
    private volatile long running;
    private long others;

    LiveIndex(ServedHistory history, StorePool stores) {
        this.history = history;
        this.stores = stores;
    }

    long version() {
        return version.get();
    }

    boolean exists() {
        return history.shared() != null || Files.isDirectory(history.root().runs());
    }

    /** Whoever comes while another is at it gets what is known so far. */
    State state() {
        boolean due = System.nanoTime() - lastNanos >= PAUSE.toNanos();
        if (due && exists() && busy.compareAndSet(false, true)) {
            try {
                stores.ask(this::update);
            } finally {
                lastNanos = System.nanoTime();
                busy.set(false);
            }
        }
        return new State(version.get(), running);
    }

    private Void update(HistoryStore store) {
        List<String> problems = new RunFolders(history.root(), history.clock()).changed(store.settled(), some -> {
            if (!some.isEmpty()) {
                HistoryStore.Taken taken = store.record(some);
                version.addAndGet(taken.added() + taken.refreshed());
            }
        });
        problems.forEach(history.log());
        long before = running;
        running = store.count(new RunSearch(
                FilterParser.parse("status = '" + Status.RUNNING + "' AND parent IS NULL"),
                List.of(),
                1,
                true,
                List.of()));
        if (running != before || history.shared() != null && haveOthersMoreNow(store)) {
            version.incrementAndGet();
        }
        return null;
    }

    /** Runs come into a shared store when they have ended: they only become more. */
    private boolean haveOthersMoreNow(HistoryStore store) {
        long before = others;
        others = store.count(new RunSearch(null, List.of(), 1, true, List.of()));
        return others != before;
    }
}
