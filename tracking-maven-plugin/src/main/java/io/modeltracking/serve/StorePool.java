package io.modeltracking.serve;

import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.StoreException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A few connections to the history, one a request at a time: a connection is nobody else's meanwhile. */
final class StorePool implements AutoCloseable {

    private static final int MOST = 4;
    private static final long PATIENCE_SECONDS = 10;

    private final Supplier<HistoryStore> opener;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<HistoryStore> idle = new ArrayDeque<>();
    private boolean closed;

    StorePool(Supplier<HistoryStore> opener) {
        this.opener = opener;
    }

    <T> T ask(Function<HistoryStore, T> question) {
        acquire();
        try {
            HistoryStore store = take();
            boolean usable = true;
            try {
                return question.apply(store);
            } catch (StoreException e) {
                usable = false;
                throw e;
            } finally {
                give(store, usable);
            }
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(503, "Too many ask at once: ask again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "The server is ending");
        }
    }

    private HistoryStore take() {
        synchronized (idle) {
            HistoryStore store = idle.poll();
            if (store != null) {
                return store;
            }
        }
        return opener.get();
    }

    private void give(HistoryStore store, boolean usable) {
        synchronized (idle) {
            if (usable && !closed) {
                idle.push(store);
                return;
            }
        }
        store.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(HistoryStore::close);
            idle.clear();
        }
    }
}
