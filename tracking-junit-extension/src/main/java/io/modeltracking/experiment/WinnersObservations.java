package io.modeltracking.experiment;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.validation.Observations;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the winner is judged by: what its trial logged, and what the study found on the data that is held out.
 *
 * @param trial first: it knows every value of a metric, the study only the last one
 */
record WinnersObservations(Observations trial, Observations study) implements Observations {

    @Override
    public Optional<Double> metric(MetricSelector selector) {
        return trial.metric(selector).or(() -> study.metric(selector));
    }

    @Override
    public Set<String> metricNames() {
        Set<String> names = new TreeSet<>(trial.metricNames());
        names.addAll(study.metricNames());
        return names;
    }

    @Override
    public Set<String> artifactNames() {
        Set<String> names = new TreeSet<>(trial.artifactNames());
        names.addAll(study.artifactNames());
        return names;
    }
}
