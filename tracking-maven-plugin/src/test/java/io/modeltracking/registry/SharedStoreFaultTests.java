package io.modeltracking.registry;

import static io.modeltracking.store.RunFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.store.FaultyProxy;
import io.modeltracking.store.FaultyProxy.Fault;
import io.modeltracking.store.Hiccups;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.Login;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.S3Server;
import io.modeltracking.store.Servers;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.shared.SharedSettings;
import io.modeltracking.store.shared.SharedStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between a machine and the store: nothing is lost, nothing comes twice, and one line says so. */
class SharedStoreFaultTests {

    private static final int RUNS = 12;

    @TempDir
    Path base;

    private String url;
    private Machine ada;

    @BeforeEach
    void open() {
        url = Servers.freshSchema();
        ada = new Machine(base.resolve("ada"), Servers.settings(url, Servers.s3()));
        for (int i = 1; i <= RUNS; i++) {
            ada.run(i).metric("rmse", i).finished();
        }
    }

    /** What a healthy store has in the end. */
    private void assertWhole() {
        ada.uses(Servers.settings(url, Servers.s3()));
        ada.record();
        Machine ben = new Machine(base.resolve("ben"), Servers.settings(url, Servers.s3()));
        assertThat(ben.<Integer>goal(ledger -> {
                    try (HistoryStore index = ledger.link().need().index()) {
                        return index.runs(new RunQuery.All()).size();
                    }
                }))
                .isEqualTo(RUNS);
        List<String> listed = ben.events().stream()
                .flatMap(event -> RunRecorded.runs(event).stream())
                .toList();
        assertThat(listed).hasSize(RUNS).doesNotHaveDuplicates();
        ada.goal(ledger -> {
            new SharedLedger(ada.root(), ledger).complete();
            return null;
        });
        assertThat(ben.check().findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BUSY", "LOST"})
    void aBucketThatStumblesIsAskedAgain(Fault fault) {
        takesAllThrough(fault);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR", "SLOW"})
    void andSoIsOneThatBreaksOrIsSlow(Fault fault) {
        takesAllThrough(fault);
    }

    private void takesAllThrough(Fault fault) {
        Hiccups hiccups = new Hiccups(3);
        try (FaultyProxy proxy = FaultyProxy.before(Servers.s3().endpoint()).faults(fault, hiccups)) {
            ada.uses(Servers.settings(url, proxy.endpoint(), S3Server.LOGIN));
            assertThat(ada.record().sent()).isEqualTo(RUNS);
            assertThat(ada.told).isEmpty();
        }
        assertThat(hiccups.count()).isGreaterThan(2);
        assertWhole();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EXPIRED", "FULL"})
    void aBucketThatRefusesFromSomewhereOnGetsTheRestLater(Fault fault) {
        try (FaultyProxy proxy =
                FaultyProxy.before(Servers.s3().endpoint()).faults(request -> request > 9 ? fault : Fault.NONE)) {
            ada.uses(Servers.settings(url, proxy.endpoint(), S3Server.LOGIN));
            assertThat(ada.record(RunFixture.build(ada.root())).added()).isEqualTo(RUNS);
            assertThat(ada.told)
                    .singleElement()
                    .asString()
                    .contains("s3://team-history/")
                    .hasLineCount(1);
            assertThat(ada.told.get(0)).contains(fault == Fault.EXPIRED ? "ExpiredToken" : "QuotaExceeded");
        }
        assertWhole();
    }

    @Test
    void credentialsThatAreWrongAreNamedWithoutTheSecret() {
        ada.uses(Servers.settings(url, Servers.s3().endpoint(), new Login("local-identity", "not-the-secret")));
        ada.record();
        assertThat(ada.told).singleElement().asString().contains("403").doesNotContain("not-the-secret");
        ada.told.clear();
        ada.uses(SharedSettings.of(
                url,
                new Login("nobody", "not-the-secret"),
                "s3://team-history/x",
                new SharedSettings.Bucket(Servers.s3().endpoint(), "us-east-1", true, S3Server.LOGIN)));
        ada.record();
        assertThat(ada.told).singleElement().asString().contains("\"nobody\"").doesNotContain("not-the-secret");
        assertWhole();
    }

    @Test
    void aDatabaseThatIsKilledAmidABatchGetsTheRestWhenItIsBack() throws Exception {
        Path data = base.resolve("pg");
        Thread machine = new Thread(() -> ada.record(RunFixture.build(ada.root())));
        try (EmbeddedPostgres mortal = postgres(data)) {
            String own = mortal.getJdbcUrl(null, "postgres").replaceAll("\\?.*", "") + "?currentSchema=mortal";
            ada.uses(Servers.settings(own, Servers.s3()));
            try (Connection lock = mortal.getPostgresDatabase().getConnection();
                    Statement statement = lock.createStatement()) {
                SharedStore.open(Servers.settings(own, Servers.s3()), ada.root(), Clock.systemUTC(), "0.1.0")
                        .close();
                lock.setAutoCommit(false);
                // The batch waits for this lock when the server dies.
                statement.execute("lock table mortal.metrics in exclusive mode");
                machine.start();
                awaitBlocked(mortal);
                kill(data);
            }
        } catch (SQLException e) {
            // The connection that held the lock died with the server.
        }
        machine.join();
        assertThat(ada.here()).hasSize(RUNS);
        try (EmbeddedPostgres again = postgres(data)) {
            url = again.getJdbcUrl(null, "postgres").replaceAll("\\?.*", "") + "?currentSchema=mortal";
            assertWhole();
        }
        assertThat(ada.told)
                .singleElement()
                .asString()
                .contains("cannot be used")
                .hasLineCount(1);
    }

    private static EmbeddedPostgres postgres(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // As on a real server: what was committed is there after a crash.
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static void awaitBlocked(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 600; i++) {
                try (var waiting = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                    if (waiting.next() && waiting.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new AssertionError("no batch waits");
    }

    /** The whole server at once, without goodbye. */
    private static void kill(Path data) throws Exception {
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle process = ProcessHandle.of(server).orElseThrow();
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    @Test
    void aNewerPluginsSchemaIsLeftAlone() throws SQLException {
        ada.record();
        try (Connection connection = Servers.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into " + url.replaceAll(".*=", "") + ".schema_versions values (999, '9.9')");
        }
        assertThatThrownBy(() -> ada.record())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema 999, made by tracking-maven-plugin 9.9")
                .hasMessageContaining("Use version 9.9 or newer");
    }

    @Test
    void aClockThatIsWrongChangesNoOrder() {
        ada.record();
        Machine late = new Machine(base.resolve("late"), Servers.settings(url, Servers.s3()));
        late.run(100).startedAt(RunFixture.START.minusSeconds(100_000_000)).finished();
        late.goal(ledger -> {
            Ledger slow = new Ledger(
                    late.root(),
                    Clock.offset(Clock.systemUTC(), Duration.ofDays(-400)),
                    LedgerMirror.OFF,
                    null,
                    ledger.link());
            return new Recorder(late.root(), slow, Clock.systemUTC(), "0.1.0").record(null, false);
        });
        assertThat(late.events()).extracting(LedgerEvent::seq).containsExactly(1L, 2L);
        assertThat(RunRecorded.runs(late.events().get(1))).containsExactly(id(100));
        assertThat(late.check().findings()).isEmpty();
    }
}
