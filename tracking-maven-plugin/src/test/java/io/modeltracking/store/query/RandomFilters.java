package io.modeltracking.store.query;

import io.modeltracking.store.query.Column.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Filters at random, over a few columns and values so that they meet. */
public final class RandomFilters {

    public static final List<String> NAMES = List.of("a", "b c", "test.rmse", "`odd\" name`", "é");
    public static final List<String> TEXTS = List.of("x", "X", "3", "3.0", "NaN", "a%b", "a!b", "it's \"so\"", "");
    public static final List<Double> NUMBERS =
            List.of(0.0, -0.0, 3.0, -1.5, 0.1, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private static final List<Column> NUMERIC = Stream.of("trial", "attempt", "duration", "start_time")
            .map(name -> new Column(Kind.ATTRIBUTE, name))
            .toList();
    private static final List<Column> TEXTUAL = Stream.of(
                    "run_name", "experiment", "status", "verdict", "author", "module", "parent")
            .map(name -> new Column(Kind.ATTRIBUTE, name))
            .toList();

    private final Random random;

    public RandomFilters(long seed) {
        random = new Random(seed);
    }

    public Filter filter(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(7)) {
            case 0 -> new Filter.And(List.of(filter(depth - 1), filter(depth - 1)));
            case 1 -> new Filter.Or(List.of(filter(depth - 1), filter(depth - 1), filter(depth - 1)));
            case 2 -> new Filter.Not(filter(depth - 1));
            default -> leaf();
        };
    }

    private Filter leaf() {
        Column column = column();
        boolean number = column.isNumber() || column.kind() == Kind.PARAM && random.nextBoolean();
        Supplier<Literal> value = () -> number ? new Literal.Real(pick(NUMBERS)) : new Literal.Text(text(column));
        return switch (random.nextInt(5)) {
            case 0 -> new Filter.Absent(column);
            case 1 -> new Filter.In(column, List.of(value.get(), value.get()));
            case 2 ->
                number
                        ? new Filter.Comparison(column, pick(List.of(Operator.values())), value.get())
                        : new Filter.Like(column, pattern(), random.nextBoolean());
            default ->
                new Filter.Comparison(
                        column,
                        number ? pick(List.of(Operator.values())) : pick(List.of(Operator.EQUAL, Operator.NOT_EQUAL)),
                        value.get());
        };
    }

    private String pattern() {
        String text = pick(TEXTS);
        return switch (random.nextInt(4)) {
            case 0 -> "%";
            case 1 -> text + "%";
            case 2 -> "%" + text;
            default -> text.isEmpty() ? "_" : text.substring(1) + "_";
        };
    }

    private String text(Column column) {
        return switch (column.name()) {
            case "status" -> pick(List.of("FINISHED", "failed", "RUNNING"));
            case "verdict" -> pick(List.of("ACCEPTED", "rejected"));
            case "role" -> pick(List.of("train", "HOLDOUT"));
            default -> pick(TEXTS);
        };
    }

    private Column column() {
        return switch (random.nextInt(6)) {
            case 0 -> new Column(Kind.PARAM, pick(NAMES));
            case 1 -> new Column(Kind.METRIC, pick(NAMES) + (random.nextInt(4) == 0 ? "@min" : ""));
            case 2 -> new Column(Kind.TAG, pick(NAMES));
            case 3 -> new Column(Kind.DATASET, pick(List.of("name", "role", "hash")));
            case 4 -> pick(NUMERIC);
            default -> pick(TEXTUAL);
        };
    }

    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    public Random random() {
        return random;
    }
}
