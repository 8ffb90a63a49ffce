package io.modeltracking.maven;

import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.LedgerCheck;
import io.modeltracking.registry.Recorder;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.LiveLock;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunChange;
import io.modeltracking.store.RunChanges;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTaggingTests {

    private static final Actor ADA = new Actor("Ada", null, "git");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path base;

    private TrackingRoot root;
    private RunRecord run;

    @BeforeEach
    void makeARun() {
        root = TrackingRoot.find(base, base.toString());
        run = run(root, 1).event(new RunEvent.Tag("team", "motor")).finished();
    }

    @Test
    void readsSeveralTagsAtOnce() {
        RunChange change = change(new RunTagging(" a=1, b = x=y ", "team", null, null, false, false, null));
        assertThat(change.tags()).isEqualTo(Map.of("a", "1", "b", "x=y"));
        assertThat(change.removed()).containsExactly("team");
        assertThat(change.archived()).isNull();
        assertThat(RunTagging.sentence(change))
                .isEqualTo("tag a = 1, tag b = x=y, tag team removed: Ada (git, CLAIMED)");
    }

    @Test
    void saysWhoAndWhy() {
        RunChange change = change(new RunTagging(null, null, "see *there*", "the one", true, false, "superseded"));
        assertThat(RunTagging.sentence(change))
                .isEqualTo("named the one, a note, archived: Ada (git, CLAIMED), \"superseded\"");
    }

    @Test
    void refusesWhatCannotBeWithTheWayOut() {
        refused(new RunTagging(null, null, null, null, false, false, null), "give -Dtags=team=pricing");
        refused(new RunTagging("team", null, null, null, false, false, null), "has \"team\": write name=value");
        refused(new RunTagging("a@b=1", null, null, null, false, false, null), "has the character @");
        refused(new RunTagging("search.sampler=x", null, null, null, false, false, null), "belongs to the search");
        refused(new RunTagging(null, "tema", null, null, false, false, null), "no tag \"tema\": it has team");
        refused(new RunTagging(null, null, " ", null, false, false, null), "-Dnote= is empty");
        refused(new RunTagging(null, null, null, "../x", false, false, null), "path out of its folder");
        refused(new RunTagging(null, null, null, null, true, true, null), "contradict");
        refused(new RunTagging(null, null, null, null, false, true, null), "is not archived");
    }

    @Test
    void leavesARunAloneThatHasNotEnded() throws IOException {
        try (LiveLock lock = LiveLock.hold(root, "jvm-1")) {
            run = run(root, 2).live(lock.name()).unfinished();
            assertThat(run.status()).isEqualTo(Status.RUNNING);
            refused(new RunTagging("a=1", null, null, null, false, false, null), "still running");
        }
    }

    @Test
    void archivesOnce() {
        RunTagging archive = new RunTagging(null, null, null, null, true, false, null);
        RunChanges archived = new RunChanges(List.of(change(archive)), List.of());
        assertThatThrownBy(() -> archive.of(run, archived, ADA, NOW)).hasMessageContaining("is archived already");
        assertThat(new RunTagging(null, null, null, null, false, true, null)
                        .of(run, archived, ADA, NOW)
                        .archived())
                .isFalse();
    }

    @Test
    void isSeenInTheHistoryAtOnceAndLeavesTheLedgerAsItWas() {
        Clock clock = Clock.systemUTC();
        new Recorder(root, clock, "1").record(RunFixture.build(root), false);
        try (RunHistory history = RunHistory.open(root, clock, "1")) {
            history.change(id(1), change(new RunTagging("team=pricing", null, null, "the one", true, false, "old")));
            assertThat(new RunsRequest(null, null, 9, null, false)
                            .answer(history.store())
                            .rows())
                    .isEmpty();
            assertThat(new RunsRequest(null, null, 9, "run_name, tags.team", true)
                            .answer(history.store())
                            .table())
                    .anyMatch(line -> line.endsWith("  the one   pricing"));
            assertThat(new RunsRequest(null, null, 9, null, true)
                            .answer(history.store())
                            .table())
                    .anyMatch(line -> line.endsWith("  lifecycle_stage"))
                    .anyMatch(line -> line.endsWith("  archived"));
            assertThat(new RunsRequest("lifecycle_stage = 'archived'", null, 9, null, false)
                            .answer(history.store())
                            .rows())
                    .hasSize(1);
            assertThat(history.sheet(id(1), new Registry(new TreeMap<>(), List.of(), null))
                            .lines(new MetricPatterns(null)))
                    .contains(
                            "name: the one",
                            "status: FINISHED, ACCEPTED, ARCHIVED",
                            "tag team: pricing",
                            "changed: 2026-11-24 10:00, named the one, tag team = pricing, archived: Ada (git,",
                            "  CLAIMED), \"old\"");
        }
        assertThat(new LedgerCheck(root, new Ledger(root, clock))
                        .check(Map.of(), Map.of())
                        .findings())
                .isEmpty();
    }

    private RunChange change(RunTagging tagging) {
        return tagging.of(run, RunChanges.NONE, ADA, NOW);
    }

    private void refused(RunTagging tagging, String message) {
        assertThatThrownBy(() -> change(tagging))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(message);
    }
}
