package io.modeltracking.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Several requests to a server at a time, each of which mostly waits. */
public final class AtOnce implements AutoCloseable {

    private final String what;
    private final ExecutorService threads;

    /**
     * @param most so many at a time
     * @param what happens to what, as people are told it
     */
    public AtOnce(int most, String what) {
        this.what = what;
        this.threads = Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "tracking-transfer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Waits for all. When one fails, those that have not begun are left out: a server that is gone is waited for once.
     *
     * @return what they came to, in their order
     * @throws IOException what the first that failed threw, as unchecked ones are
     */
    public <T> List<T> all(Collection<? extends Callable<T>> tasks) throws IOException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> task : threads.invokeAll(
                    tasks.stream().map(task -> unlessFailed(task, failure)).toList())) {
                results.add(task.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while " + what, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A thread ended while " + what, e.getCause());
        }
        if (failure.get() instanceof IOException e) {
            throw e;
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() != null) {
            throw new StoreException("Failed while " + what, failure.get());
        }
        return results;
    }

    private static <T> Callable<T> unlessFailed(Callable<T> task, AtomicReference<Exception> failure) {
        return () -> {
            if (failure.get() == null) {
                try {
                    return task.call();
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                }
            }
            return null;
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
