package io.modeltracking.experiment;

import io.modeltracking.search.CategoricalDimension;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.Space;
import io.modeltracking.search.Space.Alternative;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the dimensions of a space while it binds them to the records and parameters that declare them. */
final class SpaceReader {

    private final Pins pins;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<Alternative> alternatives = new ArrayList<>();

    SpaceReader(Pins pins) {
        this.pins = pins;
    }

    /** Whether it is a record made for searching: a component carries one of the annotations. */
    static boolean declaresParams(Class<?> type) {
        return type.isRecord() && Arrays.stream(type.getRecordComponents()).anyMatch(DimensionReader::isAnnotated);
    }

    static boolean isChoice(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    Space space() {
        return new Space(dimensions, alternatives);
    }

    /**
     * Adds what one parameter or component declares.
     *
     * @param name its name in Java
     * @param where it stands, for messages
     */
    Binding add(AnnotatedElement element, String name, Class<?> type, String where) {
        if (type.isRecord()) {
            return record(type);
        }
        String recorded = ParameterNames.snakeCase(name);
        if (isChoice(type)) {
            return choice(recorded, type, where);
        }
        try {
            dimensions.add(pins.apply(DimensionReader.read(element, recorded, type), type.isEnum()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
        return new ValueBinding(recorded, type);
    }

    private Binding record(Class<?> type) {
        List<Binding> bindings = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            String where = "component " + component.getName() + " of " + type.getSimpleName();
            bindings.add(add(component, component.getName(), component.getType(), where));
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordBinding(constructor, bindings);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its canonical constructor: " + type.getName(), e);
        }
    }

    private Binding choice(String name, Class<?> type, String where) {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        collect(type, where, records);
        Dimension all = new CategoricalDimension(name, List.copyOf(records.keySet()));
        CategoricalDimension choice;
        try {
            choice = (CategoricalDimension) pins.apply(all, true);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
        dimensions.add(choice);
        Map<String, Binding> bindings = new LinkedHashMap<>();
        for (Object value : choice.choices()) {
            SpaceReader inner = new SpaceReader(pins);
            bindings.put((String) value, inner.record(records.get((String) value)));
            Space space = inner.space();
            if (!space.dimensions().isEmpty()) {
                alternatives.add(new Alternative(name, value, space));
            }
        }
        return new ChoiceBinding(name, bindings);
    }

    private static void collect(Class<?> type, String where, Map<String, Class<?>> records) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (isChoice(permitted)) {
                collect(permitted, where, records);
            } else if (!permitted.isRecord()) {
                throw new IllegalArgumentException(where + ": " + type.getSimpleName() + " permits "
                        + permitted.getSimpleName() + ", which is no record: a conditional space is a sealed interface"
                        + " of records");
            } else if (records.putIfAbsent(ParameterNames.snakeCase(permitted.getSimpleName()), permitted) != null) {
                throw new IllegalArgumentException(where + ": " + type.getSimpleName() + " permits two records named "
                        + permitted.getSimpleName() + ": rename one of the two");
            }
        }
    }
}
