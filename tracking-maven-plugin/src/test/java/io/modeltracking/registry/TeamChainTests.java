package io.modeltracking.registry;

import static io.modeltracking.store.RunFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.Servers;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.shared.SharedLink;
import io.modeltracking.store.shared.SharedSettings;
import io.modeltracking.store.shared.SharedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one chain of a team's store: whose it is, who may change it, and that it moves as it is. */
class TeamChainTests {

    @TempDir
    Path base;

    private SharedSettings settings;
    private Machine ada;
    private Machine ben;

    @BeforeEach
    void open() {
        settings = Servers.fresh();
        ada = new Machine(base.resolve("ada"), settings);
        ben = new Machine(base.resolve("ben"), settings);
    }

    @Test
    void twoChainsAreNeverJoined() {
        Path alone = ada.root().directory().resolve(Ledger.FILE);
        ada.run(1).finished();
        new Recorder(ada.root(), Clock.systemUTC(), "0.1.0").record(null, false);
        ben.run(2).finished();
        ben.record();
        assertThatThrownBy(() -> ada.record())
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("is another chain than that of")
                .hasMessageContaining("tracking:sync -Daside");
        assertThat(alone).exists();

        try (SharedStore store = SharedStore.open(settings, ada.root(), Clock.systemUTC(), "0.1.0")) {
            Ledger ledger = new Ledger(
                    ada.root(), Clock.systemUTC(), LedgerMirror.OFF, null, SharedLink.to(store, ada.told::add));
            assertThat(new SharedLedger(ada.root(), ledger).setAside()).contains(Path.of(alone + ".aside-1"));
            new Recorder(ada.root(), ledger, Clock.systemUTC(), "0.1.0").record(null, true);
        }
        assertThat(Path.of(alone + ".aside-1")).content().contains(id(1));
        assertThat(ada.events().stream().flatMap(event -> RunRecorded.runs(event).stream()))
                .containsExactly(id(2), id(1));
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAnEvent() throws Exception {
        ada.run(1).finished();
        ada.record();
        String schema = settings.url().replaceAll(".*=", "");
        try (var connection = Servers.postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String attack : List.of(
                    "update " + schema + ".ledger set line = 'x'",
                    "delete from " + schema + ".ledger",
                    "truncate " + schema + ".ledger")) {
                assertThatThrownBy(() -> statement.execute(attack)).hasMessageContaining("The ledger is append-only");
            }
        }
    }

    @Test
    void whatWasChangedInTheBucketIsNamedAndNotTakenOver() throws IOException {
        ada.run(1).finished();
        ada.record();
        try (var objects = settings.objects().get()) {
            Path other = Files.writeString(base.resolve("other"), "{}");
            objects.put("runs/" + id(1) + "/run.jsonl", other, Sha256.of(other));
        }
        assertThat(ben.check().findings())
                .singleElement()
                .asString()
                .contains("run.jsonl in s3://")
                .contains("was changed");
        assertThatThrownBy(() -> ben.goal(ledger -> {
                    ledger.link().need().need(List.of(id(1)));
                    return null;
                }))
                .hasMessageContaining("is not what was recorded: restore it from a backup of the bucket");
        assertThat(ben.root().run(id(1)).resolve("run.jsonl")).doesNotExist();
    }

    @Test
    void aHistoryMovesUpAndDownWithItsChain() throws IOException {
        Machine laptop = new Machine(base.resolve("laptop"), settings);
        laptop.run(1).metric("rmse", 1).finished();
        laptop.run(2).ended(Status.FAILED, Verdict.REJECTED);
        new Recorder(laptop.root(), Clock.systemUTC(), "0.1.0").record(RunFixture.build(laptop.root()), false);
        StoreMigration migration = new StoreMigration(Clock.systemUTC(), "0.1.0");
        try (SharedStore target = SharedStore.open(settings, laptop.root(), Clock.systemUTC(), "0.1.0")) {
            StoreMigration.Migrated up = migration.up(laptop.root(), target);
            assertThat(up.runs()).isEqualTo(2);
            assertThat(up.check().findings()).isEmpty();
            assertThat(migration.up(laptop.root(), target).check().events()).isEqualTo(1);
        }
        ada.run(3).finished();
        ada.record();
        Machine back = new Machine(base.resolve("back"), settings);
        try (SharedStore source = SharedStore.open(settings, back.root(), Clock.systemUTC(), "0.1.0")) {
            StoreMigration.Migrated down = migration.down(source, back.root());
            assertThat(down.runs()).isEqualTo(3);
            assertThat(down.check().findings()).isEmpty();
        }
        assertThat(back.events()).isEqualTo(ada.events()).hasSize(2);

        Machine other = new Machine(base.resolve("other"), settings);
        other.run(9).finished();
        new Recorder(other.root(), Clock.systemUTC(), "0.1.0").record(null, false);
        try (SharedStore target = SharedStore.open(settings, other.root(), Clock.systemUTC(), "0.1.0")) {
            assertThatThrownBy(() -> migration.up(other.root(), target))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("two chains are never joined");
        }
    }
}
