package io.modeltracking.store;

import io.modeltracking.provenance.SeedDerivation;
import io.modeltracking.search.FinishedTrial;
import io.modeltracking.search.Point;
import io.modeltracking.search.RealDimension;
import io.modeltracking.search.Space;
import io.modeltracking.search.TpeSampler;
import io.modeltracking.store.TrialLeases.Key;
import io.modeltracking.store.TrialLeases.State;
import io.modeltracking.store.TrialLeases.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether a study loses by being shared: the best value (Branin, smallest 0.398) of 40 trials that four jobs share over a real
 * PostgreSQL, beside that of one job, over 20 seeds; p of the one-sided rank test that sharing is worse.
 */
final class SharedSearchBenchmark {

    private static final int SEEDS = 20;
    private static final int TRIALS = 40;
    private static final int JOBS = 4;
    private static final int STARTUP = 10;
    private static final Space SPACE = Space.of(RealDimension.of("x", -5, 10), RealDimension.of("y", 0, 15));

    private final TrialLeases leases;
    private final long seed;
    private final Map<Integer, Point> points = new ConcurrentHashMap<>();

    private SharedSearchBenchmark(TrialLeases leases, long seed) {
        this.leases = leases;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws Exception {
        try (PostgresDatabase database = PostgresDatabase.open(Servers.freshSchema(), Servers.owner(), "1")) {
            TrialLeases leases = database.leases(Duration.ofMinutes(1));
            double[] alone = new double[SEEDS];
            double[] shared = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                alone[seed] = new SharedSearchBenchmark(leases, seed).best(1);
                shared[seed] = new SharedSearchBenchmark(leases, seed).best(JOBS);
            }
            System.out.printf(
                    Locale.ROOT,
                    "median of the best value: %.4f by 1 job, %.4f by %d jobs; p(shared is worse) = %.3f%n",
                    median(alone),
                    median(shared),
                    JOBS,
                    pGreater(shared, alone));
        }
        System.exit(0);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[SEEDS / 2 - 1] + sorted[SEEDS / 2]) / 2;
    }

    /** Mann-Whitney, exact: how probable it is that as many pairs, or more, have the greater value in the first sample. */
    private static double pGreater(double[] sample, double[] reference) {
        int greater = 0;
        for (double value : sample) {
            greater += (int)
                    Arrays.stream(reference).filter(other -> value > other).count();
        }
        double[][][] orders = new double[SEEDS + 1][SEEDS + 1][SEEDS * SEEDS + 1];
        for (int n = 0; n <= SEEDS; n++) {
            for (int m = 0; m <= SEEDS; m++) {
                for (int pairs = 0; pairs <= n * m; pairs++) {
                    double last = n > 0 && pairs >= m ? orders[n - 1][m][pairs - m] : 0;
                    orders[n][m][pairs] = n * m == 0 ? 1 : last + orders[n][m - 1][pairs];
                }
            }
        }
        double[] all = orders[SEEDS][SEEDS];
        return Arrays.stream(all, greater, all.length).sum()
                / Arrays.stream(all).sum();
    }

    private double best(int jobs) throws Exception {
        long study = leases.join(new Key(jobs + " of " + seed, "g:m", "branin"), "{}", "[]", TRIALS)
                .study();
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int job = 0; job < jobs; job++) {
                String owner = "job " + job + " of " + study;
                running.add(threads.submit(() -> work(study, owner)));
            }
            for (Future<?> job : running) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return leases.next(study, "reader", 0).news().stream()
                .mapToDouble(trial -> Double.parseDouble(trial.result()))
                .min()
                .orElseThrow();
    }

    private Void work(long study, String owner) throws InterruptedException {
        while (true) {
            Turn turn = leases.next(study, owner, 0);
            if (turn.state() == State.DONE) {
                return null;
            }
            if (turn.state() == State.TRIAL) {
                run(study, owner, turn);
            } else {
                Thread.sleep(1);
            }
        }
    }

    private void run(long study, String owner, Turn turn) throws InterruptedException {
        int number = turn.lease().number();
        List<FinishedTrial> known = new ArrayList<>();
        turn.news()
                .forEach(trial -> known.add(FinishedTrial.complete(
                        trial.number(), points.get(trial.number()), Double.parseDouble(trial.result()))));
        turn.running()
                .forEach(trial -> known.add(new FinishedTrial(
                        trial.number(),
                        points.get(trial.number()),
                        Double.NaN,
                        0,
                        FinishedTrial.State.RUNNING,
                        Collections.emptyNavigableMap())));
        long drawn = SeedDerivation.derive(seed, "branin", "trial", Integer.toString(number), "sampler");
        Point point = new TpeSampler(STARTUP).propose(SPACE, known, number, drawn);
        points.put(number, point);
        leases.propose(study, owner, turn.lease(), "{}");
        // Longer than the choice, so that all jobs have a trial at the same time.
        Thread.sleep(15);
        leases.finish(study, owner, turn.lease(), Double.toString(branin(point)));
    }

    private static double branin(Point point) {
        double x = (double) point.values().get("x");
        double y = (double) point.values().get("y");
        double bow = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return bow * bow + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }
}
