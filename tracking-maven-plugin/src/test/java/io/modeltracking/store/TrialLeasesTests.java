package io.modeltracking.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.store.TrialLeases.Key;
import io.modeltracking.store.TrialLeases.Lease;
import io.modeltracking.store.TrialLeases.State;
import io.modeltracking.store.TrialLeases.Turn;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who has which trial of a study that jobs share. An hour passes when the database says so. */
class TrialLeasesTests {

    private static final Lease FIRST = new Lease(0, 1);

    private static PostgresDatabase database;
    private static TrialLeases leases;

    @BeforeAll
    static void open() {
        database = PostgresDatabase.open(Servers.freshSchema(), Servers.owner(), "1");
        leases = database.leases(Duration.ofHours(1));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static long study(String build, int planned) {
        return leases.join(new Key(build, "g:m", "search"), "{}", "[]", planned).study();
    }

    /** Only the database's clock is asked, so that moving what it compares with is as good as waiting. */
    private static void anHourPasses(long study) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update shared_trials set leased_until = leased_until - interval '1 hour' where study = " + study);
        }
    }

    @Test
    void jobsThatSayTheSameMeetInOneStudy() {
        assertThat(study("meet", 3)).isEqualTo(study("meet", 3)).isNotEqualTo(study("another", 3));
    }

    @Test
    void noTrialBeginsBeforeTheOneAheadIsChosen() {
        long study = study("order", 3);
        assertThat(leases.next(study, "a", 0).lease()).isEqualTo(FIRST);
        assertThat(leases.next(study, "b", 0).state()).isEqualTo(State.WAIT);
        assertThat(leases.propose(study, "a", FIRST, "x=1")).isTrue();
        Turn second = leases.next(study, "b", 0);
        assertThat(second.lease()).isEqualTo(new Lease(1, 1));
        assertThat(second.running()).containsExactly(new TrialLeases.Running(0, "x=1"));
    }

    @Test
    void aJobThatDidNotHearItsAnswerHasTheSameTrial() {
        long study = study("deaf", 3);
        assertThat(leases.next(study, "a", 0).lease())
                .isEqualTo(leases.next(study, "a", 0).lease());
    }

    @Test
    void anExpiredTrialGoesToAnotherJobWithItsPointAndItsLateResultIsRefused() throws SQLException {
        long study = study("late", 1);
        leases.next(study, "a", 0);
        leases.propose(study, "a", FIRST, "x=1");
        assertThat(leases.next(study, "b", 0).state()).isEqualTo(State.WAIT);

        anHourPasses(study);
        Turn taken = leases.next(study, "b", 0);
        assertThat(taken.lease()).isEqualTo(new Lease(0, 2));
        assertThat(taken.proposal()).isEqualTo("x=1");
        assertThat(leases.finish(study, "a", FIRST, "late")).isFalse();
        assertThat(leases.finish(study, "b", taken.lease(), "in time")).isTrue();
        assertThat(leases.next(study, "a", 0).news()).containsExactly(new TrialLeases.Ended(0, "in time"));
    }

    @Test
    void whoIsHeardOfKeepsItsTrial() throws SQLException {
        long study = study("alive", 1);
        leases.next(study, "a", 0);
        leases.propose(study, "a", FIRST, "x=1");
        anHourPasses(study);
        leases.renew(Set.of("a"));
        assertThat(leases.next(study, "b", 0).state()).isEqualTo(State.WAIT);
        assertThat(leases.finish(study, "a", FIRST, "done")).isTrue();
    }

    @Test
    void whatAJobGivesBackIsThereAtOnce() {
        long study = study("back", 1);
        leases.next(study, "a", 0);
        leases.propose(study, "a", FIRST, "x=1");
        leases.leave("a");
        assertThat(leases.next(study, "b", 0).lease()).isEqualTo(new Lease(0, 2));
    }

    @Test
    void theWinnerIsMadeAgainOnlyWhenItsJobIsGone() throws SQLException {
        long study = study("winner", 1);
        leases.next(study, "a", 0);
        leases.propose(study, "a", FIRST, "x=1");
        leases.finish(study, "a", FIRST, "best");
        assertThat(leases.again(study, "b", 0, 0).state()).isEqualTo(State.WAIT);
        anHourPasses(study);
        assertThat(leases.again(study, "b", 0, 0).lease()).isEqualTo(new Lease(0, 2));
    }

    @Test
    void theFirstVerdictStays() {
        long study = study("verdict", 1);
        assertThat(List.of(leases.conclude(study, "accepted"), leases.conclude(study, "rejected")))
                .containsOnly("accepted");
        assertThat(leases.next(study, "a", 0).conclusion()).isEqualTo("accepted");
    }
}
