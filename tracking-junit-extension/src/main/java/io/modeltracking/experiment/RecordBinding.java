package io.modeltracking.experiment;

import io.modeltracking.search.Point;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** A parameter record by its canonical constructor. */
record RecordBinding(Constructor<?> constructor, List<Binding> components) implements Binding {

    @Override
    public Object of(Point point) throws Exception {
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i).of(point);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception refused) {
                throw refused;
            }
            throw e;
        }
    }
}
