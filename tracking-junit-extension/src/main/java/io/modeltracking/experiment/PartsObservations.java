package io.modeltracking.experiment;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.validation.MetricDirection;
import io.modeltracking.validation.Observations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a run is judged by whose parts have logged: the mean of a metric, and only what all parts have.
 *
 * @param parts at least one
 */
record PartsObservations(List<? extends Observations> parts) implements Observations {

    @Override
    public Optional<Double> metric(MetricSelector selector) {
        List<Double> values = values(selector);
        return values.size() < parts.size() ? Optional.empty() : Optional.of(mean(values));
    }

    private List<Double> values(MetricSelector selector) {
        return parts.stream().flatMap(part -> part.metric(selector).stream()).toList();
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }

    /** With the divisor n - 1; empty when a part has no value, or there is only one. */
    Optional<Double> standardDeviation(MetricSelector selector) {
        List<Double> values = values(selector);
        if (values.size() < parts.size() || values.size() < 2) {
            return Optional.empty();
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Optional.of(Math.sqrt(squares / (values.size() - 1)));
    }

    @Override
    public Set<String> metricNames() {
        return common(Observations::metricNames);
    }

    @Override
    public Optional<MetricDirection> direction(String metric) {
        return parts.get(0).direction(metric);
    }

    /** Empty where the parts have different data, as folds do. */
    @Override
    public Optional<String> data(String dataSet) {
        Optional<String> one = parts.get(0).data(dataSet);
        return parts.stream().allMatch(part -> part.data(dataSet).equals(one)) ? one : Optional.empty();
    }

    @Override
    public Set<String> artifactNames() {
        return common(Observations::artifactNames);
    }

    private Set<String> common(Function<Observations, Set<String>> names) {
        Set<String> common = new TreeSet<>(names.apply(parts.get(0)));
        parts.forEach(part -> common.retainAll(names.apply(part)));
        return common;
    }
}
