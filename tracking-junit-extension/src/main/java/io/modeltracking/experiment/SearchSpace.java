package io.modeltracking.experiment;

import io.modeltracking.search.Space;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The space that an experiment's method declares by its parameters.
 *
 * @param bindings by the parameter that each makes an argument for
 * @param pinned names of the params whose value the command line gives
 */
record SearchSpace(Space space, Map<Parameter, Binding> bindings, Set<String> pinned) {

    /** @throws IllegalArgumentException naming the component or parameter that is wrong */
    static SearchSpace of(Method method, Pins pins) {
        SpaceReader reader = new SpaceReader(pins);
        Map<Parameter, Binding> bindings = new LinkedHashMap<>();
        for (Parameter parameter : method.getParameters()) {
            Class<?> type = parameter.getType();
            if (type.isRecord() || SpaceReader.isChoice(type) || DimensionReader.isSearched(parameter, type)) {
                bindings.put(parameter, reader.add(parameter, name(parameter), type, "parameter " + parameter));
            }
        }
        Space space = reader.space();
        if (space.dimensions().isEmpty()) {
            throw new IllegalArgumentException("there is nothing to search: give the method a record whose components"
                    + " carry @IntRange, @DoubleValues and the like");
        }
        return new SearchSpace(space, bindings, pins.names());
    }

    /** A choice is named by its interface; records need no name of their own. */
    private static String name(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type.isRecord() || SpaceReader.isChoice(type)) {
            return type.getSimpleName();
        }
        if (!parameter.isNamePresent()) {
            throw new IllegalArgumentException("parameter " + parameter + " has lost its name: compile the tests with"
                    + " -parameters, or put it into a record");
        }
        return parameter.getName();
    }

    /** For the method's own parameters, and for the same records in {@code @BeforeEach} and {@code @AfterEach}. */
    Optional<Binding> binding(Parameter parameter) {
        Binding own = bindings.get(parameter);
        if (own != null) {
            return Optional.of(own);
        }
        Executable asking = parameter.getDeclaringExecutable();
        return bindings.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof ValueBinding)
                        && !entry.getKey().getDeclaringExecutable().equals(asking)
                        && entry.getKey().getType() == parameter.getType())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
