package io.modeltracking.experiment;

import io.modeltracking.Enqueue;
import io.modeltracking.search.CategoricalDimension;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.Point;
import io.modeltracking.search.Space;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.support.AnnotationSupport;

/** The points of {@link Enqueue}, checked against the space. */
final class EnqueuedPoints {

    private EnqueuedPoints() {}

    /** @throws IllegalArgumentException naming the point and what is wrong with it */
    static List<Point> of(Method method, Space space) {
        List<Point> points = new ArrayList<>();
        for (Enqueue enqueued : AnnotationSupport.findRepeatableAnnotations(method, Enqueue.class)) {
            String where = "@Enqueue({\"" + String.join("\", \"", enqueued.value()) + "\"}): ";
            try {
                Point point = point(texts(enqueued.value()), space);
                if (!space.contains(point)) {
                    throw new IllegalArgumentException(point + " does not lie in the space: keep to its ranges");
                }
                if (!points.contains(point)) {
                    points.add(point);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(where + e.getMessage(), e);
            }
        }
        return List.copyOf(points);
    }

    private static Map<String, String> texts(String[] assignments) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String name = equals < 0 ? "" : assignment.substring(0, equals).strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException('"' + assignment + "\" is not of the form name=value");
            }
            if (texts.put(name, assignment.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException(name + " has two values: give one");
            }
        }
        return texts;
    }

    /** The point of values as text, which are taken out of the map. */
    static Point point(Map<String, String> texts, Space space) {
        texts.keySet().stream()
                .filter(name -> !space.names().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " is no param of the space, which has " + space.names());
                });
        Map<String, Object> values = new LinkedHashMap<>();
        fill(texts, space, values);
        if (!texts.isEmpty()) {
            throw new IllegalArgumentException(
                    texts.keySet() + " are no parameters of the point: it has " + values.keySet());
        }
        return new Point(values);
    }

    private static void fill(Map<String, String> texts, Space space, Map<String, Object> values) {
        for (Dimension dimension : space.dimensions()) {
            String text = texts.remove(dimension.name());
            if (dimension instanceof CategoricalDimension single
                    && single.choices().size() == 1) {
                values.put(dimension.name(), single.choices().get(0));
            } else if (text == null) {
                throw new IllegalArgumentException(dimension.name() + " has no value: give each parameter one");
            } else {
                values.put(dimension.name(), value(dimension, text));
            }
        }
        for (Space.Alternative alternative : space.alternatives()) {
            if (alternative.value().equals(values.get(alternative.choice()))) {
                fill(texts, alternative.space(), values);
            }
        }
    }

    private static Object value(Dimension dimension, String text) {
        try {
            return Pins.parse(dimension, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(dimension.name() + ": " + e.getMessage(), e);
        }
    }
}
