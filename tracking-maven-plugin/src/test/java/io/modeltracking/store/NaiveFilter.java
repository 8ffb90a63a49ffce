package io.modeltracking.store;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Names;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a filter means, said a second time: over a run in memory, in three-valued logic, with null for unknown. */
final class NaiveFilter {

    private NaiveFilter() {}

    static Boolean holds(Filter filter, RunRecord run) {
        if (filter instanceof Filter.And and) {
            return all(and.parts(), run, false);
        }
        if (filter instanceof Filter.Or or) {
            return all(or.parts(), run, true);
        }
        if (filter instanceof Filter.Not not) {
            Boolean inner = holds(not.filter(), run);
            return inner == null ? null : !inner;
        }
        if (filter instanceof Filter.Absent absent) {
            return values(absent.column(), run).isEmpty();
        }
        Column column = filter instanceof Filter.Comparison one
                ? one.column()
                : filter instanceof Filter.Like like ? like.column() : ((Filter.In) filter).column();
        List<Object> values = values(column, run);
        return values.isEmpty() ? null : values.stream().anyMatch(test(filter, column));
    }

    private static Boolean all(List<Filter> parts, RunRecord run, boolean decides) {
        boolean unknown = false;
        for (Filter part : parts) {
            Boolean holds = holds(part, run);
            if (holds != null && holds == decides) {
                return decides;
            }
            unknown |= holds == null;
        }
        return unknown ? null : (Boolean) !decides;
    }

    private static Predicate<Object> test(Filter leaf, Column column) {
        boolean word = List.of("status", "verdict", "role").contains(column.name());
        if (leaf instanceof Filter.In in) {
            return value -> in.values().stream().anyMatch(wanted -> same(value, wanted, word));
        }
        if (leaf instanceof Filter.Like like) {
            StringBuilder regex = new StringBuilder();
            like.pattern()
                    .chars()
                    .forEach(
                            c -> regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c))));
            Pattern pattern = Pattern.compile(
                    regex.toString(), Pattern.DOTALL | (word || like.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0));
            return value -> pattern.matcher(text(value)).matches();
        }
        Filter.Comparison one = (Filter.Comparison) leaf;
        return value -> switch (one.operator()) {
            case EQUAL -> same(value, one.value(), word);
            case NOT_EQUAL -> !same(value, one.value(), word);
            default ->
                value instanceof Double number && one.operator().holds(number, ((Literal.Real) one.value()).value());
        };
    }

    private static boolean same(Object value, Literal wanted, boolean word) {
        if (wanted instanceof Literal.Real real) {
            return value instanceof Double number
                    && (number == real.value() || Double.isNaN(number) && Double.isNaN(real.value()));
        }
        String text = ((Literal.Text) wanted).value();
        return word ? text(value).equalsIgnoreCase(text) : text(value).equals(text);
    }

    private static String text(Object value) {
        return value instanceof Number ? Reals.text((Double) value) : (String) value;
    }

    private static List<Object> values(Column column, RunRecord run) {
        return switch (column.kind()) {
            case PARAM ->
                run.params().containsKey(column.name())
                        ? List.of(param(run.params().get(column.name()).value()))
                        : List.of();
            case METRIC ->
                !Names.valid(column.name().replace("@min", ""))
                        ? List.of()
                        : run.metric(column.name()).<List<Object>>map(List::of).orElse(List.of());
            case TAG -> present(run.tags().get(column.name()));
            case DATASET -> datasets(column.name(), run);
            case ATTRIBUTE -> present(attribute(column.name(), run));
        };
    }

    private static Object param(ParamValue value) {
        return value instanceof ParamValue.RealValue real ? (Object) real.value() : value.text();
    }

    private static List<Object> datasets(String field, RunRecord run) {
        List<Object> values = new ArrayList<>();
        for (DatasetRecord data : run.datasets()) {
            values.add(
                    switch (field) {
                        case "name" -> data.name();
                        case "role" -> data.role();
                        default -> data.contentSha256();
                    });
        }
        values.removeIf(Objects::isNull);
        return values;
    }

    private static List<Object> present(Object value) {
        return Stream.ofNullable(value).toList();
    }

    private static Object attribute(String name, RunRecord run) {
        return switch (name) {
            case "trial" ->
                run.started().trial() == null
                        ? null
                        : (Object) run.started().trial().doubleValue();
            case "attempt" -> (double) run.started().attempt();
            case "duration" ->
                run.end() == null
                        ? null
                        : (Object) ((run.end().toEpochMilli()
                                        - run.started().time().toEpochMilli())
                                / 1000.0);
            case "start_time" -> (double) run.started().time().toEpochMilli();
            case "run_name" ->
                run.started().name() == null ? run.experiment() : run.started().name();
            case "experiment" -> run.experiment();
            case "status" -> run.status().name();
            case "verdict" -> run.verdict() == null ? null : run.verdict().name();
            case "author" -> run.started().author().name();
            case "module" -> run.started().module();
            case "parent" -> run.started().parent();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
