package io.modeltracking.experiment;

import io.modeltracking.DoubleRange;
import io.modeltracking.DoubleValues;
import io.modeltracking.IntRange;
import io.modeltracking.IntValues;
import io.modeltracking.StringValues;
import io.modeltracking.search.CategoricalDimension;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.IntDimension;
import io.modeltracking.search.RealDimension;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads one parameter of a search space from a record component or method parameter. */
final class DimensionReader {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
    private static final Set<Class<?>> REAL = Set.of(double.class, Double.class, float.class, Float.class);
    private static final Set<Class<?>> TEXT = Set.of(String.class);
    private static final Map<Class<? extends Annotation>, Set<Class<?>>> TYPES = Map.of(
            IntValues.class,
            WHOLE,
            IntRange.class,
            WHOLE,
            DoubleValues.class,
            REAL,
            DoubleRange.class,
            REAL,
            StringValues.class,
            TEXT);

    private DimensionReader() {}

    /** Whether the element carries one of the annotations, or its type says what it may be. */
    static boolean isSearched(AnnotatedElement element, Class<?> type) {
        return isBoolean(type) || type.isEnum() || !annotations(element).isEmpty();
    }

    static boolean isAnnotated(AnnotatedElement element) {
        return !annotations(element).isEmpty();
    }

    /** @throws IllegalArgumentException when it says nothing, too much, or something that does not go with its type */
    static Dimension read(AnnotatedElement element, String name, Class<?> type) {
        List<Annotation> annotations = annotations(element);
        if (annotations.size() > 1) {
            throw new IllegalArgumentException(
                    "it carries " + annotations.size() + " search annotations: one says which values it takes");
        }
        if (annotations.isEmpty()) {
            return byType(name, type);
        }
        Annotation annotation = annotations.get(0);
        if (!TYPES.get(annotation.annotationType()).contains(type)) {
            throw new IllegalArgumentException("@" + annotation.annotationType().getSimpleName()
                    + " stands on a " + type.getSimpleName() + ": it is for "
                    + String.join(
                            ", ",
                            TYPES.get(annotation.annotationType()).stream()
                                    .map(Class::getSimpleName)
                                    .sorted()
                                    .toList()));
        }
        Dimension dimension = of(annotation, name);
        if (type == int.class || type == Integer.class) {
            requireWithin(dimension, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
        } else if (type == short.class || type == Short.class) {
            requireWithin(dimension, Short.MIN_VALUE, Short.MAX_VALUE, "short");
        }
        return dimension;
    }

    private static Dimension byType(String name, Class<?> type) {
        if (isBoolean(type)) {
            return CategoricalDimension.bool(name);
        }
        if (type.isEnum()) {
            List<Object> names = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return new CategoricalDimension(name, names);
        }
        throw new IllegalArgumentException("nothing says which values it takes: annotate it with @IntValues, @IntRange,"
                + " @DoubleValues, @DoubleRange or @StringValues, or make it a boolean or an enum");
    }

    private static Dimension of(Annotation annotation, String name) {
        if (annotation instanceof IntRange range) {
            return new IntDimension(name, range.min(), range.max(), range.step(), range.log());
        }
        if (annotation instanceof DoubleRange range) {
            return new RealDimension(name, range.min(), range.max(), range.step(), range.log());
        }
        List<Object> choices = new ArrayList<>();
        if (annotation instanceof IntValues values) {
            Arrays.stream(values.value()).forEach(choices::add);
        } else if (annotation instanceof DoubleValues values) {
            Arrays.stream(values.value()).forEach(choices::add);
        } else if (annotation instanceof StringValues values) {
            choices.addAll(List.of(values.value()));
        }
        return new CategoricalDimension(name, choices);
    }

    private static void requireWithin(Dimension dimension, long min, long max, String type) {
        List<Object> ends = dimension instanceof IntDimension range
                ? List.of(range.min(), range.max())
                : ((CategoricalDimension) dimension).choices();
        for (Object end : ends) {
            if ((Long) end < min || (Long) end > max) {
                throw new IllegalArgumentException("the value " + end + " does not go into " + type
                        + ": declare it as long, or narrow the values");
            }
        }
    }

    private static List<Annotation> annotations(AnnotatedElement element) {
        List<Annotation> found = new ArrayList<>();
        for (Class<? extends Annotation> type : TYPES.keySet()) {
            AnnotationSupport.findAnnotation(element, type).ifPresent(found::add);
        }
        return found;
    }

    private static boolean isBoolean(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }
}
