package io.modeltracking.store;

import static io.modeltracking.store.RunFixture.START;
import static io.modeltracking.store.RunFixture.id;
import static io.modeltracking.store.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.FilterParser;
import io.modeltracking.store.query.FilterPrinter;
import io.modeltracking.store.query.Order;
import io.modeltracking.store.query.RandomFilters;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class SearchTests {

    @Parameter
    private Backend backend;

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    @Test
    void findsWhatTheFilterMeansRunByRun() {
        RandomFilters random = new RandomFilters(1);
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            runs.add(random(random, i));
        }
        int some = 0;
        try (HistoryStore history = recorded()) {
            for (int i = 0; i < 2000; i++) {
                Filter filter = random.filter(2);
                List<String> expected = runs.stream()
                        .filter(run -> Boolean.TRUE.equals(NaiveFilter.holds(filter, run)))
                        .map(RunRecord::id)
                        .toList();
                assertThat(found(history, filter, "run_id"))
                        .as(FilterPrinter.text(filter))
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(history.count(new RunSearch(filter, List.of(), 1, false, List.of())))
                        .as(FilterPrinter.text(filter))
                        .isEqualTo(expected.size());
                some += expected.isEmpty() || expected.size() == runs.size() ? 0 : 1;
            }
        }
        assertThat(some).as("filters that tell runs apart").isGreaterThan(500);
    }

    private RunRecord random(RandomFilters random, int number) {
        RunFixture run = run(root, number)
                .startedAt(START.plusMillis(random.random().nextInt(5000)))
                .experiment(random.pick(List.of("x", "X", "3", "it's \"so\"").stream()
                        .filter(Names::valid)
                        .toList()))
                .attempt(1 + random.random().nextInt(3), "[test:" + number + "]");
        if (random.random().nextBoolean()) {
            run.trial(random.random().nextInt(4)).parent(id(999));
        }
        for (String name : List.of("a", "b c", "test.rmse", "é")) {
            switch (random.random().nextInt(5)) {
                case 0 -> run.param(name, random.pick(RandomFilters.TEXTS));
                case 1 -> run.param(name, random.pick(RandomFilters.NUMBERS));
                case 2 -> run.event(new RunEvent.Tag(name, random.pick(RandomFilters.TEXTS)));
                default -> {}
            }
            for (int i = random.random().nextInt(3); i > 0; i--) {
                run.metric(name, random.pick(RandomFilters.NUMBERS), i);
            }
        }
        for (int i = random.random().nextInt(3); i > 0; i--) {
            run.event(new RunEvent.Data(new DatasetRecord(
                    random.pick(List.of("x", "X", "3")),
                    random.pick(List.of("TRAIN", "HOLDOUT")),
                    "c".repeat(64),
                    "d".repeat(64),
                    "table/v1",
                    3L,
                    List.of(),
                    null,
                    null,
                    null)));
        }
        return switch (random.random().nextInt(3)) {
            case 0 -> run.unfinished();
            case 1 -> run.ended(Status.FAILED, Verdict.REJECTED);
            default -> run.finished();
        };
    }

    @Test
    void ordersByNumbersWithWhatHasNoneAtTheEnd() {
        double[] values = {2, Double.NaN, 10, Double.NEGATIVE_INFINITY, -0.0, Double.POSITIVE_INFINITY};
        for (int i = 0; i < values.length; i++) {
            run(root, i).metric("m", values[i]).param("p", values[i]).finished();
        }
        run(root, 6).param("p", "text").startedAt(START.plusSeconds(9)).finished();
        try (HistoryStore history = recorded()) {
            assertThat(found(history, null, "metrics.m"))
                    .containsExactly(id(3), id(4), id(0), id(2), id(5), id(6), id(1));
            assertThat(found(history, null, "metrics.m DESC"))
                    .containsExactly(id(5), id(2), id(0), id(4), id(3), id(6), id(1));
            assertThat(found(history, null, "params.p"))
                    .containsExactly(id(3), id(4), id(0), id(2), id(5), id(6), id(1));
            assertThat(found(history, null, "metrics.absent")).startsWith(id(6)).hasSize(7);
        }
    }

    @Test
    void readsTheColumnsAndKeepsToTheLimit() {
        run(root, 1)
                .param("depth", 5)
                .metric("rmse", Double.NaN)
                .event(new RunEvent.Tag("team", "pricing"))
                .finished();
        run(root, 2).startedAt(START.plusSeconds(1)).metric("rmse", 0.25).finished();
        List<Column> columns = Order.columns("params.depth, metrics.rmse, tags.team, status, duration, start_time");
        try (HistoryStore history = recorded()) {
            List<RunRow> rows = history.search(new RunSearch(null, List.of(), 1, false, columns));
            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(row.id()).isEqualTo(id(2));
                assertThat(row.cells())
                        .containsExactly(
                                null,
                                new RunRow.Cell("0.25", true),
                                null,
                                new RunRow.Cell("FINISHED", false),
                                new RunRow.Cell("1.0", true),
                                new RunRow.Cell(Long.toString(START.toEpochMilli() + 1000), true));
            });
            assertThat(history.search(new RunSearch(null, List.of(), 9, false, columns)))
                    .last()
                    .satisfies(row -> assertThat(row.cells())
                            .startsWith(
                                    new RunRow.Cell("5", true),
                                    new RunRow.Cell("NaN", true),
                                    new RunRow.Cell("pricing", false)));
            assertThat(history.names(Column.Kind.METRIC)).containsExactly("rmse");
        }
    }

    @Test
    void findsEachValueInAnIndex() {
        assumeThat(backend).as("the planner of SQLite does not count rows").isEqualTo(Backend.SQLITE_AND_FOLDER);
        run(root, 1).metric("rmse", 1).finished();
        Filter filter = FilterParser.parse("metrics.rmse < 2 AND params.depth = 3 AND tags.team = 'a'");
        RunSearch search = new RunSearch(filter, Order.parse("metrics.rmse"), 100, false, List.of());
        try (HistoryStore history = recorded()) {
            assertThat(((JdbcHistoryStore) history).plan(search))
                    .anyMatch(line -> line.contains("SEARCH metrics USING COVERING INDEX metrics_by_run (name=?"))
                    .anyMatch(line -> line.contains("COVERING INDEX params_by_value (name=?"))
                    .anyMatch(line -> line.contains("COVERING INDEX tags_by_value (name=? AND value=?"))
                    .anyMatch(line -> line.startsWith("SEARCH o0 USING ") && line.contains("run_key=?"))
                    .noneMatch(line -> line.startsWith("SCAN"));
        }
    }

    @Test
    void readsTheLatestByTheirStartAndWhatTheyHaveByTheirKey() {
        assumeThat(backend).as("the planner of SQLite does not count rows").isEqualTo(Backend.SQLITE_AND_FOLDER);
        run(root, 1).metric("rmse", 1).finished();
        List<Column> columns = Order.columns("status, params.depth, params.eta, metrics.rmse, tags.team");
        for (String order : List.of("start_time DESC", "start_time", "")) {
            List<Order> orders = order.isEmpty() ? List.of() : Order.parse(order);
            try (HistoryStore history = recorded()) {
                assertThat(((JdbcHistoryStore) history).plan(new RunSearch(null, orders, 50, false, columns)))
                        .anyMatch(line -> line.contains("runs USING INDEX runs_by_start"))
                        .anyMatch(line -> line.startsWith("SEARCH params USING") && line.contains("(run_key=?"))
                        .anyMatch(line -> line.startsWith("SEARCH tags USING") && line.contains("(run_key=?"))
                        .anyMatch(line -> line.startsWith("SEARCH metrics USING") && line.contains("run_key=?"))
                        .noneMatch(line -> line.contains("TEMP B-TREE FOR ORDER BY"));
            }
        }
    }

    private static List<String> found(HistoryStore history, Filter filter, String order) {
        return history.search(new RunSearch(filter, Order.parse(order), 1000, true, List.of())).stream()
                .map(RunRow::id)
                .toList();
    }

    private HistoryStore recorded() {
        HistoryStore history = backend.index(root);
        new RunFolders(root, Clock.systemUTC()).changed(Map.of(), history::record);
        return history;
    }
}
