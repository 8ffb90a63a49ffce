package io.modeltracking.experiment;

import io.modeltracking.run.ParamValue;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.Point;
import io.modeltracking.search.Space;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The params of an earlier trial as a point of a space. */
final class PastParams {

    private PastParams() {}

    /** Empty when a param is missing, of another kind or out of its range; what has one value, pinned or not, takes that. */
    static Optional<Point> point(Map<String, ParamValue> params, Space space) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!fill(params, space, values)) {
            return Optional.empty();
        }
        Point point = new Point(values);
        return space.contains(point) ? Optional.of(point) : Optional.empty();
    }

    private static boolean fill(Map<String, ParamValue> params, Space space, Map<String, Object> values) {
        for (Dimension dimension : space.dimensions()) {
            Object value = dimension.size() == 1 ? dimension.at(0) : value(params.get(dimension.name()));
            if (value == null || !dimension.contains(value)) {
                return false;
            }
            values.put(dimension.name(), value);
        }
        return space.alternatives().stream()
                .filter(alternative -> alternative.value().equals(values.get(alternative.choice())))
                .allMatch(alternative -> fill(params, alternative.space(), values));
    }

    private static Object value(ParamValue value) {
        if (value instanceof ParamValue.IntegerValue whole) {
            return whole.value().bitLength() < Long.SIZE ? whole.value().longValue() : null;
        }
        if (value instanceof ParamValue.RealValue real) {
            return real.value();
        }
        if (value instanceof ParamValue.BooleanValue truth) {
            return truth.value();
        }
        return value == null ? null : value.text();
    }
}
