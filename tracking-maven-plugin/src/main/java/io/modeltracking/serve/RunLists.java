package io.modeltracking.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.ExperimentRow;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunRow;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.Order;
import io.modeltracking.store.query.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lists of runs and experiments, as the database finds them. */
final class RunLists {

    /** Without these the page cannot tell runs apart. */
    private static final String BASICS = "run_id, status, verdict";

    private static final String USUAL = "experiment, trial, start_time, duration, author, branch, commit";
    private static final Pattern PART_OR_SIZE = Pattern.compile(
            "(decile|lower|upper|bin|fold)[._\\d]*|^\\w+[.](rows|exposure|weight|count|seed)$|[.]actual$");
    private static final int MOST_CANDIDATES = 12;
    private static final int USUAL_METRICS = 4;
    private static final int USUAL_PARAMS = 4;

    private final KnownNames names;

    RunLists(KnownNames names) {
        this.names = names;
    }

    ObjectNode runs(HistoryStore store, RunQuestion question) {
        Vocabulary vocabulary = Vocabulary.of(kind -> names.of(store, kind));
        Filter typed = question.typed(vocabulary);
        Filter filter = question.condition(typed);
        List<Order> orders = question.orders(vocabulary);
        Set<Column> asked = new LinkedHashSet<>(Order.columns(BASICS));
        boolean usual = question.columns().isBlank();
        if (usual) {
            asked.addAll(usual(store, typed, orders));
        } else {
            asked.addAll(Order.columns(question.columns(), vocabulary));
        }
        List<Column> columns = List.copyOf(asked);
        // One more than is shown tells whether there are others.
        List<RunRow> found = store.search(
                new RunSearch(filter, orders, question.limit() + 1, question.offset(), question.archived(), columns));
        List<RunRow> shown = found.subList(0, Math.min(found.size(), question.limit()));
        List<Integer> kept = usual
                ? filled(columns, shown, typed, orders)
                : IntStream.range(0, columns.size()).boxed().toList();
        ObjectNode answer = RunJson.mapper().createObjectNode();
        ArrayNode heads = answer.putArray("columns");
        kept.forEach(at -> heads.add(columns.get(at).text()));
        ArrayNode rows = answer.putArray("runs");
        for (RunRow row : shown) {
            ArrayNode cells = rows.addObject().put("id", row.id()).putArray("cells");
            kept.forEach(at -> add(cells, row.cells().get(at)));
        }
        return answer.put("more", found.size() > question.limit());
    }

    ObjectNode count(HistoryStore store, RunQuestion question) {
        Filter filter = question.condition(question.typed(Vocabulary.of(kind -> names.of(store, kind))));
        return RunJson.mapper()
                .createObjectNode()
                .put("count", store.count(new RunSearch(filter, List.of(), 1, question.archived(), List.of())));
    }

    ObjectNode names(HistoryStore store) {
        ObjectNode answer = RunJson.mapper().createObjectNode();
        ArrayNode attributes = answer.putArray("attributes");
        Order.columns(USUAL
                        + ", run_name, model, reason, failure, build, module, parent, attempt, test_class, method, dirty,"
                        + " end_time, warnings, lifecycle_stage")
                .forEach(column -> attributes.add(column.text()));
        put(answer.putArray("metrics"), store, Column.Kind.METRIC);
        put(answer.putArray("params"), store, Column.Kind.PARAM);
        put(answer.putArray("tags"), store, Column.Kind.TAG);
        return answer;
    }

    private void put(ArrayNode array, HistoryStore store, Column.Kind kind) {
        names.of(store, kind).forEach(name -> array.add(new Column(kind, name).text()));
    }

    ObjectNode experiments(HistoryStore store) {
        ObjectNode answer = RunJson.mapper().createObjectNode();
        ArrayNode rows = answer.putArray("experiments");
        for (ExperimentRow row : store.experiments()) {
            rows.addObject()
                    .put("name", row.name())
                    .put("model", row.model())
                    .put("runs", row.runs())
                    .put("parts", row.parts())
                    .put("running", row.running())
                    .put("rejected", row.rejected())
                    .put("faults", row.faults())
                    .put("latest", row.latest().toEpochMilli());
        }
        return answer;
    }

    /** What people compare runs by: unseen data before training data, whole figures before parts of them, sizes last. */
    private static int rank(String name) {
        int set = name.startsWith("valid") ? 0 : name.startsWith("test") ? 1 : name.startsWith("holdout") ? 2 : 4;
        return 1_000 * (set + (PART_OR_SIZE.matcher(name).find() ? 5 : 0)) + name.length();
    }

    private List<Column> usual(HistoryStore store, Filter filter, List<Order> orders) {
        List<Column> usual = new ArrayList<>(Order.columns(USUAL));
        if (filter != null) {
            usual.addAll(filter.columns());
        }
        orders.forEach(order -> usual.add(order.column()));
        for (Column.Kind kind : List.of(Column.Kind.METRIC, Column.Kind.PARAM)) {
            names.of(store, kind).stream()
                    .sorted(Comparator.comparingInt(RunLists::rank))
                    .limit(MOST_CANDIDATES)
                    .forEach(name -> usual.add(new Column(kind, name)));
        }
        return usual;
    }

    /** What the runs of this page have: of metrics and params those that most have, and those that are asked about. */
    private static List<Integer> filled(List<Column> columns, List<RunRow> rows, Filter filter, List<Order> orders) {
        Set<Column> asked = new LinkedHashSet<>(Order.columns(BASICS));
        if (filter != null) {
            asked.addAll(filter.columns());
        }
        orders.forEach(order -> asked.add(order.column()));
        List<Integer> kept = new ArrayList<>();
        List<Integer> metrics = new ArrayList<>();
        List<Integer> params = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            if (column.kind() == Column.Kind.METRIC && !asked.contains(column)) {
                metrics.add(at);
            } else if (column.kind() == Column.Kind.PARAM && !asked.contains(column)) {
                params.add(at);
            } else if (asked.contains(column) || has(rows, at) > 0) {
                kept.add(at);
            }
        }
        kept.addAll(fullest(metrics, rows, USUAL_METRICS));
        kept.addAll(fullest(params, rows, USUAL_PARAMS));
        return kept;
    }

    private static List<Integer> fullest(List<Integer> places, List<RunRow> rows, int most) {
        return places.stream()
                .filter(at -> has(rows, at) > 0)
                .sorted(Comparator.comparingLong((Integer at) -> -has(rows, at)))
                .limit(most)
                .toList();
    }

    private static long has(List<RunRow> rows, int at) {
        return rows.stream().filter(row -> row.cells().get(at) != null).count();
    }

    private static void add(ArrayNode cells, RunRow.Cell cell) {
        if (cell == null) {
            cells.addNull();
        } else if (cell.number() && cell.text().matches("-?\\d{1,15}")) {
            cells.add(Long.parseLong(cell.text()));
        } else if (cell.number() && Double.isFinite(Double.parseDouble(cell.text()))) {
            cells.add(Double.parseDouble(cell.text()));
        } else {
            cells.add(cell.text());
        }
    }
}
