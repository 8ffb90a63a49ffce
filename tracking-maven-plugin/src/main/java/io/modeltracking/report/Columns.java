package io.modeltracking.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Values of all runs, a column each: what repeats is written once. */
final class Columns {

    private final JsonFields json;
    private final List<ReportRun> runs;

    Columns(JsonFields json, List<ReportRun> runs) {
        this.json = json;
        this.runs = runs;
    }

    /** A column of texts: the different ones, and the number of each run's, -1 for none. */
    void texts(String name, int limit, Function<ReportRun, String> text) throws IOException {
        Map<String, Integer> different = new LinkedHashMap<>();
        List<Integer> numbers = new ArrayList<>(runs.size());
        for (ReportRun run : runs) {
            String value = text.apply(run);
            String shown = value == null ? null : Texts.line(value, limit);
            if (shown != null) {
                different.putIfAbsent(shown, different.size());
            }
            numbers.add(shown == null ? -1 : different.get(shown));
        }
        json.object(name, () -> {
            json.array("texts", different.keySet(), json::text);
            json.array("at", numbers, json::whole);
        });
    }

    void wholes(String name, Function<ReportRun, Number> whole) throws IOException {
        json.array(name, runs, run -> {
            Number value = whole.apply(run);
            if (value == null) {
                json.nothing();
            } else {
                json.whole(value.longValue());
            }
        });
    }

    /** Writes one value, of which there may be none. */
    @FunctionalInterface
    interface Cell<T> {
        void write(T value) throws IOException;
    }

    /**
     * The columns of a group of names, each with the runs that have it: all of them by their number, or the numbers beside
     * the values when many have none.
     */
    <T> void group(String name, Function<ReportRun, Map<String, T>> values, Cell<T> cell, Header<T> header)
            throws IOException {
        Map<String, TreeMap<Integer, T>> columns = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            for (Map.Entry<String, T> value : values.apply(runs.get(i)).entrySet()) {
                columns.computeIfAbsent(value.getKey(), key -> new TreeMap<>()).put(i, value.getValue());
            }
        }
        json.array(
                name,
                columns.entrySet(),
                column -> json.object(() -> {
                    json.text("name", Texts.line(column.getKey(), 300));
                    header.write(column.getValue().values());
                    column(column.getValue(), cell);
                }));
    }

    /** Writes what holds for a column as a whole. */
    @FunctionalInterface
    interface Header<T> {
        void write(Iterable<T> values) throws IOException;
    }

    private <T> void column(TreeMap<Integer, T> values, Cell<T> cell) throws IOException {
        boolean sparse = values.size() < runs.size() / 2;
        if (sparse) {
            json.array("runs", values.keySet(), json::whole);
            json.array("values", values.values(), cell::write);
            return;
        }
        json.array("values", () -> {
            for (int i = 0; i < runs.size(); i++) {
                if (values.containsKey(i)) {
                    cell.write(values.get(i));
                } else {
                    json.nothing();
                }
            }
        });
    }
}
