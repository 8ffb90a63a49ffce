package io.modeltracking.serve;

import io.modeltracking.report.Browser;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.SearchBenchmark;
import io.modeltracking.store.Servers;
import io.modeltracking.store.shared.SharedStore;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A filter and an order over the history that {@code SearchBenchmark} has filled, through HTTP, and the time until the page can
 * be used in Chromium; then the same over as many runs in PostgreSQL. Arguments: its folder, and how many runs. Wanted: 300 ms
 * and 1 s.
 */
final class ServeBenchmark {

    private static final int ROUNDS = 15;
    private static final String FILTER = "metrics.test.metric_3 < 0.5 AND params.param_1 >= 3 AND status = 'FINISHED'";
    private static final String ORDER = "metrics.test.metric_7 ASC, attributes.start_time DESC";

    private ServeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        TrackingRoot root = TrackingRoot.find(folder, folder.toString());
        Files.createDirectories(root.runs());
        PrintStream out = System.out;
        try (ServedFixture server = ServedFixture.open(root)) {
            measure(out, folder, server);
        }
        Path other = Files.createTempDirectory(folder, "team");
        TrackingRoot team = TrackingRoot.find(other, other.toString());
        team.create();
        try (SharedStore shared = SharedStore.open(Servers.fresh(), team, Clock.systemUTC(), "0.1.0")) {
            try (HistoryStore store = shared.index()) {
                SearchBenchmark.fill(out, store, Integer.parseInt(arguments[1]));
            }
            analyze();
            try (ServedFixture server = ServedFixture.of(team, shared)) {
                out.println("PostgreSQL");
                measure(out, folder, server);
            }
        }
    }

    /** What PostgreSQL does by itself a minute later. */
    private static void analyze() throws SQLException {
        try (Connection connection = Servers.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static void measure(PrintStream out, Path folder, ServedFixture server) throws Exception {
        String asked = "?trials=1&filter=" + encoded(FILTER) + "&order=" + encoded(ORDER);
        out.println(server.get("/api/count?trials=1").body());
        measure(out, "filter and order, 50 of them", server, "/api/runs" + asked);
        measure(out, "the same, counted", server, "/api/count" + asked);
        measure(out, "the latest 50", server, "/api/runs?trials=1");
        measure(out, "experiments", server, "/api/experiments");
        measure(out, "state", server, "/api/state");
        page(out, server, folder, "/#runs" + asked);
    }

    private static void measure(PrintStream out, String what, ServedFixture server, String path) throws Exception {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            int status = server.get(path).statusCode();
            times[i] = System.nanoTime() - start;
            if (status != 200) {
                throw new IllegalStateException(path + " got " + status + " " + server.log);
            }
        }
        print(out, what, times);
    }

    private static void page(PrintStream out, ServedFixture server, Path folder, String address) throws Exception {
        Optional<Path> chromium = Browser.executable();
        if (chromium.isEmpty()) {
            out.println("no Chromium on the path: the page is not measured");
            return;
        }
        try (Browser browser = Browser.open(chromium.get(), Files.createTempDirectory(folder, "profile"))) {
            long[] times = new long[5];
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                browser.visit(server.address(address));
                times[i] = System.nanoTime() - start;
            }
            print(out, "page usable in Chromium", times);
        }
    }

    private static void print(PrintStream out, String what, long[] times) {
        long[] sorted = LongStream.of(times).sorted().toArray();
        out.printf(
                Locale.ROOT,
                "%-32s %,8.1f ms (median; slowest of %d %,.1f ms)%n",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted.length,
                sorted[sorted.length - 1] / 1e6);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
