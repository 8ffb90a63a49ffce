package io.modeltracking.store.shared;

import io.modeltracking.store.SharedStoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several requests to a bucket at a time, each of which mostly waits. */
final class AtOnce implements AutoCloseable {

    private static final int MOST = 8;

    private final String bucket;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST, task -> {
        Thread thread = new Thread(task, "tracking-transfer");
        thread.setDaemon(true);
        return thread;
    });

    /** @param bucket as people are told it */
    AtOnce(String bucket) {
        this.bucket = bucket;
    }

    /**
     * Waits for all; what one of them threw is thrown when the others have ended.
     *
     * @return what they came to, in their order
     */
    <T> List<T> all(Collection<? extends Callable<T>> tasks) throws IOException {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SharedStoreException("Interrupted while files went to or came from " + bucket, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new SharedStoreException("Files cannot go to or come from " + bucket + ": " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
