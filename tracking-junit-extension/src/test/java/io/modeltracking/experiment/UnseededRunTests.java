package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.autolog.Autolog;
import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that nobody can draw again are noticed where the user's own classes draw them. */
class UnseededRunTests {

    private static Experiments experiments;

    @BeforeAll
    static void execute(@TempDir Path base) {
        // As Maven's agent does it: before the class is loaded, which JUnit does early for nested ones.
        Autolog.ensureInstalled();
        experiments = Experiments.in(base).execute(DrawsNumbers.class);
    }

    private static List<String> places(String method) {
        return experiments.run(method).warnings().stream()
                .filter(warning -> warning.code().equals("unseeded"))
                .map(Warning::message)
                .filter(message -> !message.startsWith("strictSeeds: only"))
                .map(message -> message.substring(0, message.indexOf(" in ")))
                .toList();
    }

    @Test
    void eachCallIsNamedWithItsClassAndLine() {
        assertThat(places("drawsInEveryWay"))
                .containsExactly(
                        "new Random()",
                        "Math.random()",
                        "ThreadLocalRandom.current()",
                        "new SplittableRandom()",
                        "Collections.shuffle(list)",
                        "UUID.randomUUID()",
                        "RandomGenerator.getDefault()",
                        "Math.random()");
        assertThat(experiments.run("drawsInEveryWay").warnings())
                .extracting(Warning::message)
                .anyMatch(
                        message -> message.matches(
                                "new Random\\(\\) in io\\.modeltracking\\.experiment\\.DrawsNumbers:[0-9]+"
                                        + " gives other numbers each time: take the injected Random, RandomGenerator or Seeds instead"));
        assertThat(experiments.run("drawsInEveryWay").verdict()).isNull();
    }

    @Test
    void aPlaceIsToldOnceFromWhateverThread() {
        assertThat(places("drawsInALoopAndAnotherThread")).containsExactly("new Random()");
    }

    @Test
    void strictSeedsRejectTheRun() {
        RunRecord run = experiments.run("drawsWhereItMustNot");

        assertThat(run.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(experiments.failure("drawsWhereItMustNot"))
                .hasMessageContaining(
                        "strictSeeds: no new Random() in io.modeltracking.experiment.DrawsNumbers$Noise:");
    }

    @Test
    void seededNumbersAreNoFault() {
        assertThat(places("drawsWhatIsSeeded")).isEmpty();
        assertThat(experiments.run("drawsWhatIsSeeded").verdict()).isNotEqualTo(Verdict.REJECTED);
    }

    @Test
    void strictSeedsWithoutAutologgingRejectTheRun() {
        assertThat(experiments.failure("isNotLookedAt"))
                .hasMessageContaining("strictSeeds: unseeded randomness is looked for, by autologging");
    }
}
