package io.modeltracking.store.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the values of some columns are read for some runs: those of one table together.
 *
 * @param sql gives run_key, then a name or null, then what the places say; has {@code %s} for the marks of the run keys, behind
 *     the marks of the names
 * @param places by name; a table without names has them all at an empty one
 */
public record SqlCells(String sql, List<String> names, Map<String, List<Place>> places) {

    /**
     * Where a row has the value of a column; places count from 1, and 0 is none. A text counts where it is there.
     *
     * @param column its number among those that were asked for
     * @param type of what is written, in the place of a param
     * @param number whether the values are numbers where the type does not say so
     */
    public record Place(int column, int real, int text, int type, boolean number) {}

    private static final int FIRST = 3;

    public SqlCells {
        names = List.copyOf(names);
        places = Map.copyOf(places);
    }

    /** Those of a row with that name, or of any row where rows have none. */
    public List<Place> places(String name) {
        return places.getOrDefault(name == null ? "" : name, List.of());
    }

    /** The fewest statements that read these columns. */
    public static List<SqlCells> of(List<Column> columns) {
        Map<Column.Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            kinds.computeIfAbsent(columns.get(i).kind(), kind -> new ArrayList<>())
                    .add(i);
        }
        List<SqlCells> reads = new ArrayList<>();
        kinds.forEach((kind, numbers) -> {
            switch (kind) {
                case ATTRIBUTE -> reads.add(attributes(columns, numbers));
                case DATASET -> numbers.forEach(number -> reads.add(dataset(columns.get(number), number)));
                case PARAM, METRIC, TAG -> reads.add(named(columns, numbers));
            }
        });
        return reads;
    }

    private static SqlCells attributes(List<Column> columns, List<Integer> numbers) {
        StringBuilder sql = new StringBuilder("select run_key, null");
        List<Place> places = new ArrayList<>();
        for (int number : numbers) {
            Attribute attribute = Attribute.named(columns.get(number).name());
            int at = FIRST + places.size();
            boolean real = attribute.isNumber();
            sql.append(", ").append(attribute.sql());
            places.add(new Place(number, real ? at : 0, real ? 0 : at, 0, real));
        }
        return new SqlCells(sql + " from runs where run_key in (%s)", List.of(), Map.of("", places));
    }

    private static SqlCells dataset(Column column, int number) {
        String field = DatasetField.of(column.name()).orElseThrow().columns().get(0);
        return new SqlCells(
                "select run_key, null, " + field + " from datasets where run_key in (%s) and " + field
                        + " is not null order by ordinal",
                List.of(),
                Map.of("", List.of(new Place(number, 0, FIRST, 0, false))));
    }

    private static SqlCells named(List<Column> columns, List<Integer> numbers) {
        Set<String> fields = new LinkedHashSet<>();
        Map<String, List<Place>> places = new LinkedHashMap<>();
        String table = null;
        // SQLite would rather read a name's whole part of an index on values than the key of those runs: not by an
        // expression.
        String compared = columns.get(numbers.get(0)).kind() == Column.Kind.METRIC ? "name" : "name || ''";
        for (int number : numbers) {
            Column column = columns.get(number);
            Source source = Source.of(column);
            boolean param = column.kind() == Column.Kind.PARAM;
            table = source.table();
            Place place = new Place(
                    number,
                    column.kind() == Column.Kind.METRIC ? place(fields, source.real()) : 0,
                    place(fields, source.text()),
                    param ? place(fields, "type") : 0,
                    column.kind() == Column.Kind.METRIC);
            places.computeIfAbsent(source.name(), name -> new ArrayList<>()).add(place);
        }
        List<String> names = List.copyOf(places.keySet());
        String marks = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        return new SqlCells(
                "select run_key, name, " + String.join(", ", fields) + " from " + table + " where " + compared + " in ("
                        + marks + ") and run_key in (%s)",
                names,
                places);
    }

    private static int place(Set<String> fields, String field) {
        fields.add(field);
        return FIRST + List.copyOf(fields).indexOf(field);
    }
}
