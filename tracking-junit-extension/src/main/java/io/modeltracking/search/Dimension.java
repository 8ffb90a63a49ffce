package io.modeltracking.search;

/** One parameter of a search space: its name and the values it may take. */
public sealed interface Dimension permits IntDimension, RealDimension, CategoricalDimension {

    /** What {@link #size()} returns when there are more values than can be counted. */
    long UNBOUNDED = Long.MAX_VALUE;

    /** Returns the name, as the parameter is recorded. */
    String name();

    /** Returns the number of values, {@link #UNBOUNDED} for a continuous range. */
    long size();

    /** Returns value {@code index} in the order of a grid, from 0; only for a dimension of bounded size. */
    Object at(long index);

    /** Returns whether the value is one that this dimension can take; a value of another type is not. */
    boolean contains(Object value);
}
