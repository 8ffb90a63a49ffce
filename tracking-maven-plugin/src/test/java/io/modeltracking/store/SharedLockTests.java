package io.modeltracking.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one job at a time does. */
class SharedLockTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static PostgresDatabase database;

    @BeforeAll
    static void open() {
        database = PostgresDatabase.open(Servers.freshSchema(), Servers.owner(), "1");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static SharedLock first(String what) {
        return database.lock(what, LONG, () -> {}).orElseThrow();
    }

    @Test
    void anotherJobIsToldAndWaitsUntilTheFirstIsDone() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<Optional<SharedLock>> second;
        try (SharedLock first = first("publish")) {
            second = CompletableFuture.supplyAsync(() -> database.lock("publish", LONG, told::countDown));
            assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(second).isNotDone();
        }
        second.get(1, TimeUnit.MINUTES).orElseThrow().close();
    }

    @Test
    void patienceEnds() {
        try (SharedLock first = first("for long")) {
            assertThat(database.lock("for long", Duration.ZERO, () -> {})).isEmpty();
        }
    }

    @Test
    void otherWorkIsNotKeptWaiting() {
        try (SharedLock first = first("this")) {
            database.lock("that", Duration.ZERO, () -> {}).orElseThrow().close();
        }
    }

    @Test
    void aJobWhoseConnectionEndsHasItNoLonger() throws Exception {
        try (SharedLock first = first("until killed")) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            }
            database.lock("until killed", LONG, () -> {}).orElseThrow().close();
        }
    }
}
