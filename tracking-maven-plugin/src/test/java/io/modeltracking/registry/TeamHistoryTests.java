package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.store.RunFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.modeltracking.run.RunEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.History;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunChange;
import io.modeltracking.store.RunChanges;
import io.modeltracking.store.RunFixture;
import io.modeltracking.store.RunFolders;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.Servers;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.objects.ObjectStore;
import io.modeltracking.store.shared.SharedSettings;
import io.modeltracking.store.shared.SharedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several machines on one PostgreSQL and one S3 server. */
class TeamHistoryTests {

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
    void whatOneMachineHasRecordedAnotherFindsWithAllFiles() throws IOException {
        Path chart = ada.root().run(id(1)).resolve("artifacts/lift/chart ä.png");
        ada.run(1)
                .metric("rmse", 0.5)
                .event(artifact("lift/chart ä.png", "pixels"))
                .finished();
        Files.createDirectories(chart.getParent());
        Files.writeString(chart, "pixels");
        ada.run(2).ended(Status.FAILED, Verdict.REJECTED);
        ada.run(3).unfinished();
        assertThat(ada.record(RunFixture.build(ada.root())).sent()).isEqualTo(3);

        ben.goal(ledger -> {
            SharedStore store = ledger.link().need();
            try (HistoryStore index = store.index()) {
                assertThat(index.runs(new RunQuery.All())).hasSize(3);
                assertThat(index.unlisted()).isEmpty();
            }
            store.needWhole(List.of(id(1), id(2)));
            return null;
        });
        assertThat(ben.root().run(id(1)).resolve("artifacts/lift/chart ä.png")).hasContent("pixels");
        assertThat(ben.here()).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(ben.events()).isEqualTo(ada.events()).hasSize(1);

        ben.record();
        assertThat(ben.events()).as("what came from there is not told again").hasSize(1);
        assertThat(ben.check().findings()).isEmpty();
        assertThat(ada.told).isEmpty();
        assertThat(ben.told).isEmpty();
    }

    @Test
    void takesNothingTwice() {
        ada.run(1).finished();
        assertThat(ada.record().sent()).isEqualTo(1);
        assertThat(ada.record()).isEqualTo(new Recorded(0, 0, 0, 0, null, List.of()));
        ada.run(2).finished();
        assertThat(ada.record().sent()).isEqualTo(1);
        assertThat(ada.events().stream().flatMap(event -> RunRecorded.runs(event).stream()))
                .containsExactly(id(1), id(2));
    }

    @Test
    void aStoreThatIsDownCostsOneLineAndGetsEverythingLater() {
        ada.uses(Servers.settings("jdbc:postgresql://localhost:1/postgres?currentSchema=gone", Servers.s3()));
        ada.run(1).finished();
        assertThat(ada.record(RunFixture.build(ada.root())).added()).isEqualTo(1);
        assertThat(ada.told)
                .singleElement()
                .asString()
                .contains("jdbc:postgresql://localhost:1/postgres")
                .contains("refused");
        assertThat(ada.events()).isEmpty();

        ada.uses(settings);
        ada.run(2).outsideBuild().finished();
        ada.record();
        assertThat(ada.told).hasSize(1);
        assertThat(ada.events())
                .extracting(event -> event.body().path("build").asText(), RunRecorded::runs)
                .containsExactly(tuple(RunFixture.BUILD, List.of(id(1))), tuple("", List.of(id(2))));
        assertThat(ada.root().directory().resolve("unsent")).isEmptyDirectory();
        assertThat(ben.<List<LedgerEvent>>goal(Ledger::events)).hasSize(2);
        assertThat(ben.check().findings()).isEmpty();
    }

    @Test
    void nothingIsChangedAboutAModelWhileTheStoreIsDown() {
        ada.goal(ledger -> registrar(ledger).register(MODEL, RegistryFixture.evidence(1, false), "first", () -> {}));
        ada.uses(Servers.settings("jdbc:postgresql://localhost:1/postgres?currentSchema=gone", Servers.s3()));
        assertThatThrownBy(() -> ada.goal(
                        ledger -> registrar(ledger).promote(MODEL + "/1", Stage.STAGING, "a reason long enough")))
                .isInstanceOf(SharedStoreException.class)
                .hasMessageContaining("Nothing is changed while it cannot be reached");
        assertThat(ada.events()).hasSize(1);
    }

    private static Registrar registrar(Ledger ledger) {
        return new Registrar(ledger, Clock.systemUTC(), new Registrar.Policy(ADA, 0, false, false));
    }

    @Test
    void eightMachinesRegisterAndPromoteInOneChainWithoutAGap() throws Exception {
        List<Callable<Void>> jobs = new ArrayList<>();
        for (int job = 0; job < 8; job++) {
            Machine machine = new Machine(base.resolve("job" + job), settings);
            int first = job * 10 + 1;
            for (int i = first; i < first + 10; i++) {
                machine.run(i).build(RunFixture.id(1000 + job)).finished();
            }
            jobs.add(() -> {
                machine.record();
                for (int i = first; i < first + 3; i++) {
                    Evidence evidence = RegistryFixture.evidence(i, false);
                    machine.goal(ledger -> registrar(ledger).register(MODEL, evidence, "winner", () -> {}));
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> job : threads.invokeAll(jobs)) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }
        List<LedgerEvent> events = ada.goal(Ledger::events);
        assertThat(events).extracting(LedgerEvent::seq).containsExactlyElementsOf(longs(8 + 24));
        assertThat(Registry.of(events).model(MODEL).versions())
                .extracting(ModelVersion::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
        assertThat(events.stream().flatMap(event -> RunRecorded.runs(event).stream()))
                .hasSize(80)
                .doesNotHaveDuplicates();
        try (ObjectStore objects = settings.objects().get()) {
            assertThat(objects.list("ledger/")).hasSize(8 + 24);
        }
    }

    private static List<Long> longs(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
    }

    @Test
    void changesOfTwoMachinesToOneRunMeet() {
        ada.run(1).finished();
        ada.record();
        ben.goal(ledger -> {
            ledger.link().need().need(List.of(id(1)));
            return null;
        });
        change(ada.root(), "team", "pricing", 1);
        change(ben.root(), "reviewed", "yes", 2);
        ada.record();
        ben.record();
        ada.run(2).finished();
        change(ada.root(), "third", "yes", 3);
        ada.record();
        assertThat(RunChanges.read(ada.root().run(id(1))).all())
                .extracting(RunChange::tags)
                .containsExactly(Map.of("team", "pricing"), Map.of("reviewed", "yes"), Map.of("third", "yes"));
    }

    private static void change(TrackingRoot root, String tag, String value, int second) {
        RunChanges.append(
                root,
                id(1),
                new RunChange(
                        Instant.ofEpochSecond(1_800_000_000 + second),
                        new RunEvent.Author("Ada", null, "git"),
                        null,
                        null,
                        Map.of(tag, value),
                        List.of(),
                        null,
                        null));
        try (History history = History.open(root, "0.1.0", false)) {
            new RunFolders(root, Clock.systemUTC()).changed(history.store().settled(), history.store()::record);
        }
    }

    private static RunEvent.Artifact artifact(String name, String content) {
        return new RunEvent.Artifact(name, "image/png", content.length(), Sha256.of(content), List.of());
    }
}
