package io.modeltracking.chart;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Comma-separated values that a spreadsheet opens without running anything. */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    static byte[] write(DataTable table) {
        StringBuilder csv = new StringBuilder();
        csv.append(table.columns().stream().map(column -> text(column.name())).collect(Collectors.joining(",")))
                .append("\r\n");
        IntStream.range(0, table.rows())
                .forEach(row -> csv.append(table.columns().stream()
                                .map(column -> cell(column, row))
                                .collect(Collectors.joining(",")))
                        .append("\r\n"));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Column column, int row) {
        return column instanceof Column.Numbers numbers
                ? number(numbers.values().get(row))
                : text(((Column.Texts) column).values().get(row));
    }

    /** The same shortest text on every JVM; {@code Double.toString} differs before JDK 19. */
    static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String text(String value) {
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 && !isNumber(value)
                ? "'" + value
                : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isNumber(String value) {
        return value.matches("[-+]?[0-9]+([.][0-9]+)?");
    }
}
