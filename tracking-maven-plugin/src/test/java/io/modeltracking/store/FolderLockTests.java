package io.modeltracking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTests {

    @TempDir
    Path folder;

    @Test
    void letsOneThreadInAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Runnable work = () -> {
            for (int i = 0; i < 20; i++) {
                try (FolderLock lock = FolderLock.take(folder.resolve("lock"), Duration.ofSeconds(60))) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                }
            }
        };
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(work),
                        CompletableFuture.runAsync(work),
                        CompletableFuture.runAsync(work))
                .get(60, TimeUnit.SECONDS);
        assertThat(most).hasValue(1);
    }

    @Test
    void givesUpAfterItsPatienceAndNamesTheFile() {
        Path file = folder.resolve("lock");
        try (FolderLock lock = FolderLock.take(file, Duration.ZERO)) {
            assertThatThrownBy(() -> FolderLock.take(file, Duration.ofMillis(60)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString());
        }
        FolderLock.take(file, Duration.ZERO).close();
    }
}
