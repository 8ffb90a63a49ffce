package io.modeltracking.store.query;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that runs have, by which one that no run has is noticed, and the nearest ones are offered. */
public final class Vocabulary {

    /** Takes any name. */
    static final Vocabulary ANY = new Vocabulary(null);

    private static final int OFFERED = 5;

    private final Function<Column.Kind, List<String>> source;
    private final Map<Column.Kind, List<String>> names = new EnumMap<>(Column.Kind.class);

    private Vocabulary(Function<Column.Kind, List<String>> source) {
        this.source = source;
    }

    /** @param source all names of params, metrics or tags; is asked once a kind, when the first such column is read */
    public static Vocabulary of(Function<Column.Kind, List<String>> source) {
        return new Vocabulary(source);
    }

    /** What would be right instead of a column that no run has; empty where some run has it. */
    Optional<String> correction(Column column) {
        boolean fixed = column.kind() == Column.Kind.ATTRIBUTE || column.kind() == Column.Kind.DATASET;
        if (source == null || fixed) {
            return Optional.empty();
        }
        List<String> known = names.computeIfAbsent(column.kind(), source);
        String name = column.kind() == Column.Kind.METRIC ? Source.of(column).name() : column.name();
        if (known.contains(name)) {
            return Optional.empty();
        }
        if (known.isEmpty()) {
            return Optional.of("No run has any of " + column.kind().group() + " yet.");
        }
        return Optional.of(known.stream()
                .sorted(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(OFFERED)
                .map(other -> new Column(column.kind(), other).text())
                .collect(Collectors.joining(", ", "Nearest: ", known.size() > OFFERED ? ", …" : ".")));
    }

    /** Characters to insert, remove or replace, without regard to case (Levenshtein). */
    private static int distance(String from, String to) {
        String left = from.toLowerCase(Locale.ROOT);
        String right = to.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
