package io.modeltracking.experiment;

import io.modeltracking.search.Point;

/** One parameter of the search space, in the Java type that is asked for. */
record ValueBinding(String name, Class<?> type) implements Binding {

    @Override
    public Object of(Point point) {
        Object value = point.get(name);
        if (value instanceof Long whole) {
            return whole(whole);
        }
        if (value instanceof Double real && type == float.class) {
            return real.floatValue();
        }
        return type.isEnum() ? constant((String) value) : value;
    }

    private Object whole(long value) {
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(value);
        }
        return type == short.class || type == Short.class ? (Object) (short) value : (Object) value;
    }

    private Object constant(String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException(name + " is no constant of " + type.getName());
    }
}
