package io.modeltracking.validation;

import io.modeltracking.run.MetricSelector;
import java.util.Optional;
import java.util.Set;

/** What a run has logged, as rules read it. */
public interface Observations {

    /** The metric's value, empty when it was never logged. */
    Optional<Double> metric(MetricSelector selector);

    /** Names of the metrics that were logged, for messages. */
    Set<String> metricNames();

    /** Whether less or more of a metric is better; empty where nobody can say. */
    default Optional<MetricDirection> direction(String metric) {
        return MetricDirection.of(metric);
    }

    /** Hash of a data set's content; empty where none of that name was logged. */
    default Optional<String> data(String dataSet) {
        return Optional.empty();
    }

    /** Names of the artifacts that were logged. */
    Set<String> artifactNames();
}
