package io.modeltracking.store;

import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.query.FilterParser;
import io.modeltracking.store.query.Order;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * A filter, an order and the first 100, with ten columns, over many runs of 20 params and 20 metrics. Arguments: a folder, and
 * how many runs. The baseline is MLflow 3.17 on SQLite with 10,000 runs: 0.8 s with a filter, 14.5 s without.
 */
public final class SearchBenchmark {

    private static final int CHUNK = 1000;
    private static final int ROUNDS = 15;

    private static final String FILTER = "metrics.test.metric_3 < 0.5 AND params.param_1 >= 3 AND status = 'FINISHED'";
    private static final String ORDER = "metrics.test.metric_7 ASC, attributes.start_time DESC";
    private static final String COLUMNS = "run_id, start_time, status, experiment, params.param_1, params.param_2,"
            + " params.param_3, metrics.test.metric_3, metrics.test.metric_7, metrics.test.metric_9";

    private SearchBenchmark() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int runs = Integer.parseInt(arguments[1]);
        PrintStream out = System.out;
        try (History history = History.open(TrackingRoot.find(folder, folder.toString()), "0.1.0", false)) {
            if (history.fresh()) {
                fill(out, history.store(), runs);
            }
            out.printf(Locale.ROOT, "%,d runs%n", runs);
            measure(out, history, "filter, order, top 100", FILTER, ORDER);
            measure(out, history, "order, top 100", null, ORDER);
            measure(out, history, "order by time, top 100", null, "start_time DESC");
            measure(out, history, "filter by a param, top 100", "params.param_1 = 3", ORDER);
            plan(out, history);
        }
    }

    /** Takes in made-up runs. */
    public static void fill(PrintStream out, HistoryStore store, int runs) {
        Random random = new Random(1);
        long start = System.nanoTime();
        for (int from = 0; from < runs; from += CHUNK) {
            List<RunFile> files = new ArrayList<>();
            for (int i = from; i < Math.min(runs, from + CHUNK); i++) {
                files.add(file(random, i));
            }
            store.record(files);
        }
        out.printf(Locale.ROOT, "%-32s %,8.1f ms a 1,000 runs%n", "taken in", (System.nanoTime() - start) / 1e3 / runs);
    }

    private static RunFile file(Random random, int number) {
        Map<String, RunEvent.Param> params = new LinkedHashMap<>();
        List<RunEvent.Metric> metrics = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String param = "param_" + i;
            params.put(param, new RunEvent.Param(param, ParamValue.of(random.nextInt(5)), Origin.USER));
            metrics.add(new RunEvent.Metric("test.metric_" + i, random.nextDouble(), null, 0, "MINIMIZE"));
        }
        boolean failed = random.nextInt(10) == 0;
        RunRecord run = new RunRecord(
                new RunEvent.Started(
                        RunEvent.SCHEMA_VERSION,
                        RunFixture.START.plusSeconds(number),
                        RunFixture.id(number),
                        "Motor_" + number % 7,
                        "motor",
                        null,
                        null,
                        null,
                        null,
                        1,
                        RunFixture.MODULE,
                        "org.example.FrequencyIT",
                        "frequency",
                        "[test]",
                        RunFixture.id(number / 100),
                        null,
                        new RunEvent.Author("Ada", null, "git"),
                        null,
                        null),
                failed ? Status.FAILED : Status.FINISHED,
                RunFixture.START.plusSeconds(number + 5),
                failed ? Verdict.REJECTED : Verdict.ACCEPTED,
                null,
                null,
                params,
                metrics,
                Map.of("team", "pricing"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new RunFile(run, RunChanges.NONE, new JournalMark("a".repeat(64), 1, 1));
    }

    private static RunSearch search(String filter, String order) {
        return new RunSearch(
                filter == null ? null : FilterParser.parse(filter),
                Order.parse(order),
                100,
                false,
                Order.columns(COLUMNS));
    }

    private static void measure(PrintStream out, History history, String what, String filter, String order) {
        long[] times = LongStream.range(0, ROUNDS)
                .map(round -> {
                    long start = System.nanoTime();
                    history.store().search(search(filter, order));
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
        out.printf(
                Locale.ROOT,
                "%-32s %,8.1f ms (median; slowest of %d %,.1f ms)%n",
                what,
                times[ROUNDS / 2] / 1e6,
                ROUNDS,
                times[ROUNDS - 1] / 1e6);
    }

    private static void plan(PrintStream out, History history) {
        ((JdbcHistoryStore) history.store()).plan(search(FILTER, ORDER)).forEach(step -> out.println("  " + step));
    }
}
