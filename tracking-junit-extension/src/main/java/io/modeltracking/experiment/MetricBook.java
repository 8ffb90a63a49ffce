package io.modeltracking.experiment;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Names;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** First, last, smallest and largest value of each metric of a run, for the rules. Safe for any thread. */
final class MetricBook {

    private final Map<String, Series> series = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();

    /** @throws IllegalArgumentException when it is no metric's name */
    void add(String name, double value) {
        Series known = name == null ? null : series.get(name);
        if (known == null) {
            Names.check("metric", name);
            known = series.computeIfAbsent(name, key -> {
                order.add(key);
                return new Series(value);
            });
        }
        known.add(value);
    }

    Optional<Double> value(MetricSelector selector) {
        return Optional.ofNullable(series.get(selector.name())).map(known -> known.value(selector.pick()));
    }

    Set<String> names() {
        return new TreeSet<>(series.keySet());
    }

    /** The metric that was logged first, for the console. */
    Optional<String> first() {
        return Optional.ofNullable(order.peek());
    }

    private static final class Series {
        private final double first;
        private double last;
        private double min;
        private double max;

        Series(double first) {
            this.first = first;
            this.last = first;
            this.min = first;
            this.max = first;
        }

        synchronized void add(double value) {
            last = value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }

        synchronized double value(MetricSelector.Pick pick) {
            return switch (pick) {
                case LAST -> last;
                case FIRST -> first;
                case MIN -> min;
                case MAX -> max;
            };
        }
    }
}
