package io.modeltracking.maven;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.report.Csv;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.RunRow;
import io.modeltracking.store.query.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs that were found, as text.
 *
 * @param columns what the cells of the rows are
 * @param more whether the limit kept others out
 */
record RunList(List<Column> columns, List<RunRow> rows, boolean more) {

    private static final int SHORT_ID = 8;

    List<String> ids() {
        return rows.stream().map(RunRow::id).toList();
    }

    RunList only(Set<String> ids) {
        return new RunList(
                columns, rows.stream().filter(row -> ids.contains(row.id())).toList(), more);
    }

    /** Without the columns in which no run has a value. */
    RunList filled() {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(i -> rows.stream().anyMatch(row -> row.cells().get(i) != null))
                .boxed()
                .toList();
        return new RunList(
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new RunRow(
                                row.id(), kept.stream().map(row.cells()::get).toList()))
                        .toList(),
                more);
    }

    /** With rounded figures, as wide as a console. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        if (rows.isEmpty()) {
            lines.add("No run matches.");
            return lines;
        }
        ConsoleTable table = new ConsoleTable(rows.size())
                .column(
                        "RUN",
                        rows.stream()
                                .map(row -> row.id().substring(0, SHORT_ID))
                                .toList(),
                        false);
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            Column column = columns.get(i);
            boolean figures = rows.stream()
                    .map(row -> row.cells().get(index))
                    .allMatch(cell -> cell == null || cell.number() && !column.isTime());
            table.column(
                    title(column),
                    rows.stream()
                            .map(row -> shown(column, row.cells().get(index)))
                            .toList(),
                    figures);
        }
        lines.addAll(table.lines());
        lines.add(
                more
                        ? "The first " + rows.size() + "; -Dlimit= shows more."
                        : rows.size() == 1 ? "1 run." : rows.size() + " runs.");
        return lines;
    }

    private static String title(Column column) {
        return column.kind() == Column.Kind.ATTRIBUTE
                ? column.name() + (column.isTime() ? " (UTC)" : "")
                : column.text();
    }

    private static String shown(Column column, RunRow.Cell cell) {
        if (cell == null) {
            return null;
        }
        if (column.isTime()) {
            return ConsoleFigure.minute(time(cell));
        }
        return cell.number() ? ConsoleFigure.of(cell.text()) : cell.text();
    }

    private static Instant time(RunRow.Cell cell) {
        return Instant.ofEpochMilli(Long.parseLong(cell.text()));
    }

    /** Whole ids, numbers as they were recorded. */
    String json() {
        ObjectNode json = RunJson.mapper().createObjectNode();
        json.put("schemaVersion", "1");
        ArrayNode runs = json.putArray("runs");
        for (RunRow row : rows) {
            ObjectNode run = runs.addObject().put("run", row.id());
            ObjectNode values = run.putObject("values");
            for (int i = 0; i < columns.size(); i++) {
                put(values, columns.get(i), row.cells().get(i));
            }
        }
        return json.toPrettyString() + "\n";
    }

    private static void put(ObjectNode values, Column column, RunRow.Cell cell) {
        String name = column.text();
        if (cell == null) {
            values.putNull(name);
        } else if (column.isTime()) {
            values.put(name, time(cell).toString());
        } else if (cell.number() && cell.text().matches("-?\\d.*")) {
            values.put(name, new BigDecimal(cell.text()));
        } else {
            values.put(name, cell.text());
        }
    }

    /** RFC 4180. */
    String csv() {
        Csv csv = new Csv().text("run");
        columns.forEach(column -> csv.text(column.text()));
        csv.end();
        for (RunRow row : rows) {
            csv.text(row.id());
            for (int i = 0; i < columns.size(); i++) {
                cell(csv, columns.get(i), row.cells().get(i));
            }
            csv.end();
        }
        return csv.toString();
    }

    private static void cell(Csv csv, Column column, RunRow.Cell cell) {
        if (cell == null) {
            csv.text(null);
        } else if (column.isTime()) {
            csv.text(time(cell).toString());
        } else if (cell.number()) {
            csv.number(cell.text());
        } else {
            csv.text(cell.text());
        }
    }
}
