package io.modeltracking.store.query;

import java.util.ArrayList;
import java.util.List;

/** An order as SQL: what is joined to {@code runs} for it, and the terms behind {@code order by}. */
public final class SqlOrder {

    private static final String STARTED = Attribute.START_TIME.sql();

    private final StringBuilder joins = new StringBuilder();
    private final List<Object> joined = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();
    private final List<Object> ordered = new ArrayList<>();

    /** Equal ones by their start, the latest first. */
    public static SqlOrder of(List<Order> orders) {
        SqlOrder sql = new SqlOrder();
        for (int i = 0; i < orders.size(); i++) {
            sql.add(orders.get(i), "o" + i);
        }
        // A second term for what is ordered already would keep SQLite from the index on it.
        if (sql.terms.stream().noneMatch(term -> term.startsWith(STARTED))) {
            sql.terms.add(STARTED + " desc");
        }
        sql.terms.add("runs.id");
        return sql;
    }

    public String joins() {
        return joins.toString();
    }

    /** Of {@link #joins}, in the order of the question marks. */
    public List<Object> joinArguments() {
        return joined;
    }

    public String terms() {
        return String.join(", ", terms);
    }

    /** Of {@link #terms}, in the order of the question marks. */
    public List<Object> termArguments() {
        return ordered;
    }

    private void add(Order order, String alias) {
        Column column = order.column();
        String way = order.descending() ? " desc" : "";
        if (column.kind() == Column.Kind.ATTRIBUTE) {
            String expression = Attribute.named(column.name()).sql();
            if (column.name().equals("start_time")) {
                terms.add(expression + way);
            } else {
                terms(expression + " is null", expression + way);
            }
            return;
        }
        Source source = Source.of(column);
        joins.append(" left join ").append(source.table()).append(' ').append(alias);
        joins.append(" on ")
                .append(alias)
                .append(".name = ? and ")
                .append(alias)
                .append(".run_key = runs.run_key");
        joined.add(source.name());
        String text = alias + "." + source.text();
        switch (column.kind()) {
            case METRIC -> {
                String value = "coalesce(" + alias + "." + source.real() + ", case " + text
                        + " when 'Infinity' then ? when '-Infinity' then ? when '-0.0' then 0.0 end)";
                terms(value + " is null", value + way);
                for (int i = 0; i < 2; i++) {
                    ordered.add(Double.POSITIVE_INFINITY);
                    ordered.add(Double.NEGATIVE_INFINITY);
                }
            }
            case PARAM -> {
                String real = alias + "." + source.real();
                terms(text + " is null or " + alias + ".type = 'real' and " + text + " = 'NaN'", real + " is null");
                terms(real + way, text + way);
            }
            default -> terms(text + " is null", text + way);
        }
    }

    private void terms(String first, String second) {
        terms.add(first);
        terms.add(second);
    }
}
