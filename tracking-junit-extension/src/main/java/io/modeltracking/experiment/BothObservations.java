package io.modeltracking.experiment;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.validation.MetricDirection;
import io.modeltracking.validation.Observations;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is judged by two runs' logs: the winner by its trial and by what the study found on the data that is held out.
 *
 * @param first asked first: a trial knows every value of a metric, the study only the last one
 */
record BothObservations(Observations first, Observations second) implements Observations {

    @Override
    public Optional<Double> metric(MetricSelector selector) {
        return first.metric(selector).or(() -> second.metric(selector));
    }

    @Override
    public Set<String> metricNames() {
        Set<String> names = new TreeSet<>(first.metricNames());
        names.addAll(second.metricNames());
        return names;
    }

    @Override
    public Optional<MetricDirection> direction(String metric) {
        return first.direction(metric).or(() -> second.direction(metric));
    }

    @Override
    public Optional<String> data(String dataSet) {
        return first.data(dataSet).or(() -> second.data(dataSet));
    }

    @Override
    public Set<String> artifactNames() {
        Set<String> names = new TreeSet<>(first.artifactNames());
        names.addAll(second.artifactNames());
        return names;
    }
}
