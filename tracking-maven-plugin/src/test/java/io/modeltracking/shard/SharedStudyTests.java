package io.modeltracking.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.provenance.SeedDerivation;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.ParamValue.RealValue;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.search.FinishedTrial;
import io.modeltracking.search.Point;
import io.modeltracking.search.RealDimension;
import io.modeltracking.search.Space;
import io.modeltracking.search.TpeSampler;
import io.modeltracking.store.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs search one study over a real PostgreSQL; one of them is killed on the way. */
class SharedStudyTests {

    private static final int JOBS = 4;
    private static final int BEFORE_THE_KILL = 5;

    @TempDir
    Path base;

    /** A hundred trials of four jobs, the first of which is killed. */
    @Test
    void everyTrialRunsOnceAndEverySurvivorNamesTheSameWinner() throws Exception {
        int planned = LongStudyTestCase.TRIALS;
        String database = Servers.freshSchema();
        List<Process> jobs = new ArrayList<>();
        for (int job = 0; job < JOBS; job++) {
            jobs.add(start(base.resolve("job-" + job), database, LongStudyTestCase.class));
        }
        Process killed = jobs.get(0);
        awaitTrials(base.resolve("job-0"), BEFORE_THE_KILL);
        killed.destroyForcibly();
        for (int job = 1; job < JOBS; job++) {
            assertThat(jobs.get(job).waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(base.resolve("job-" + job + ".txt")).content().doesNotContain("FAILED");
        }

        List<RunRecord> studies = new ArrayList<>();
        Map<Integer, RunRecord> trials = new TreeMap<>();
        Map<String, RunRecord> byId = new LinkedHashMap<>();
        for (int job = 0; job < JOBS; job++) {
            for (RunRecord run : runs(base.resolve("job-" + job))) {
                byId.put(run.id(), run);
                if (run.started().parent() == null && job > 0) {
                    studies.add(run);
                }
            }
        }
        assertThat(studies).hasSize(JOBS - 1).allSatisfy(found -> {
            assertThat(found.status()).isEqualTo(Status.FINISHED);
            assertThat(found.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(found.search().winner())
                    .isEqualTo(studies.get(0).search().winner());
        });
        // A survivor's study is its own trials and those that it knows of others: together all, none twice.
        for (RunRecord search : studies) {
            List<Integer> numbers = new ArrayList<>();
            byId.values().stream()
                    .filter(run -> search.id().equals(run.started().parent()))
                    .forEach(run -> numbers.add(run.started().trial()));
            search.search().reused().forEach(trial -> {
                numbers.add(trial.trial());
                trials.put(trial.trial(), byId.get(trial.run()));
            });
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, planned).boxed().toList());
        }
        assertThat(trials).hasSize(planned);
        trials.values().forEach(trial -> replay(trial, trials));
    }

    /** From what it saw, as its journal says it, a trial's sampler comes to the same point again. */
    private static void replay(RunRecord trial, Map<Integer, RunRecord> trials) {
        SearchEvent.Trial chosen = trial.search().trial();
        List<FinishedTrial> known = new ArrayList<>();
        chosen.seen()
                .forEach(seen -> known.add(FinishedTrial.complete(
                        seen,
                        point(trials.get(seen)),
                        trials.get(seen).search().objective().value())));
        chosen.running()
                .forEach(running -> known.add(new FinishedTrial(
                        running,
                        point(trials.get(running)),
                        Double.NaN,
                        0,
                        FinishedTrial.State.RUNNING,
                        Collections.emptyNavigableMap())));
        long seed = SeedDerivation.derive(
                CheapStudyTestCase.SEED, "cheap", "trial", Integer.toString(chosen.number()), "sampler");
        Space space = Space.of(RealDimension.of("x", -5, 5), RealDimension.of("y", -5, 5));
        assertThat(new TpeSampler(CheapStudyTestCase.STARTUP).propose(space, known, chosen.number(), seed))
                .as("trial %s", chosen.number())
                .isEqualTo(point(trial));
    }

    private static Point point(RunRecord trial) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : List.of("x", "y")) {
            values.put(name, ((RealValue) trial.params().get(name).value()).value());
        }
        return new Point(values);
    }

    /** Without one that had its folder, or an empty journal in it, when its JVM was killed. */
    private static List<RunRecord> runs(Path job) throws IOException {
        TrackingRoot root = new TrackingRoot(job.resolve(TrackingRoot.NAME));
        JournalReader reader = new JournalReader(root);
        try (Stream<Path> folders = Files.list(root.runs())) {
            return folders.filter(folder ->
                            folder.resolve(JournalReader.FILE).toFile().length() > 0)
                    .map(reader::read)
                    .toList();
        }
    }

    private static void awaitTrials(Path job, int wanted) throws Exception {
        Path runs = job.resolve(TrackingRoot.NAME).resolve("runs");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.isDirectory(runs) || runs.toFile().list().length <= wanted) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static Process start(Path folder, String database, Class<?> study) throws IOException {
        Files.createDirectories(folder);
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShardJob.class.getName(),
                        folder.toString(),
                        database,
                        "1500",
                        study.getName()))
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".txt").toFile())
                .start();
    }
}
