package io.modeltracking.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the points of a space and numbers them: the first dimension changes slowest, as in nested loops. */
final class Grid {

    private Grid() {}

    static Point at(Space space, long index) {
        Map<String, Object> values = new LinkedHashMap<>();
        fill(space, index, values);
        return new Point(values);
    }

    /** The number of values of a dimension, each counted with the points of the alternative it brings. */
    static long size(Space space, Dimension dimension) {
        if (!(dimension instanceof CategoricalDimension choice)) {
            return dimension.size();
        }
        long size = 0;
        for (Object value : choice.choices()) {
            long block = block(space, choice, value);
            size = size > Dimension.UNBOUNDED - block ? Dimension.UNBOUNDED : size + block;
        }
        return size;
    }

    static long times(long left, long right) {
        return left > Dimension.UNBOUNDED / right ? Dimension.UNBOUNDED : left * right;
    }

    private static long block(Space space, CategoricalDimension choice, Object value) {
        return space.alternative(choice.name(), value).map(Space::size).orElse(1L);
    }

    private static void fill(Space space, long index, Map<String, Object> values) {
        List<Dimension> dimensions = space.dimensions();
        long[] digits = new long[dimensions.size()];
        for (int i = dimensions.size() - 1; i >= 0; i--) {
            long radix = size(space, dimensions.get(i));
            digits[i] = index % radix;
            index /= radix;
        }
        Map<Space, Long> inner = new LinkedHashMap<>();
        for (int i = 0; i < digits.length; i++) {
            Dimension dimension = dimensions.get(i);
            if (dimension instanceof CategoricalDimension choice) {
                values.put(choice.name(), choose(space, choice, digits[i], inner));
            } else {
                values.put(dimension.name(), dimension.at(digits[i]));
            }
        }
        inner.forEach((alternative, digit) -> fill(alternative, digit, values));
    }

    private static Object choose(Space space, CategoricalDimension choice, long digit, Map<Space, Long> inner) {
        for (Object value : choice.choices()) {
            long block = block(space, choice, value);
            if (digit < block) {
                long within = digit;
                space.alternative(choice.name(), value).ifPresent(found -> inner.put(found, within));
                return value;
            }
            digit -= block;
        }
        throw new IndexOutOfBoundsException(digit);
    }
}
