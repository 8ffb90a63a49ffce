package io.modeltracking.store.query;

/** A value in a filter. */
public sealed interface Literal {

    /** @param value without its quotes */
    record Text(String value) implements Literal {}

    /** @param value any double, NaN and infinities included */
    record Real(double value) implements Literal {}
}
