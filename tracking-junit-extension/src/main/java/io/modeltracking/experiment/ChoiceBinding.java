package io.modeltracking.experiment;

import io.modeltracking.search.Point;
import java.util.Map;

/** One of the records of a sealed interface, by the name that the point chose. */
record ChoiceBinding(String name, Map<String, Binding> byName) implements Binding {

    @Override
    public Object of(Point point) throws Exception {
        return byName.get((String) point.get(name)).of(point);
    }
}
