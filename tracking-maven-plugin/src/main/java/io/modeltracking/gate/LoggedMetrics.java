package io.modeltracking.gate;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunRecord;
import io.modeltracking.validation.Observations;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a finished run has logged, as the rules of experiments read it. */
record LoggedMetrics(RunRecord run) implements Observations {

    @Override
    public Optional<Double> metric(MetricSelector selector) {
        return selector.of(run.metrics());
    }

    @Override
    public Set<String> metricNames() {
        return run.metrics().stream().map(Metric::name).collect(Collectors.toSet());
    }

    @Override
    public Set<String> artifactNames() {
        return run.artifacts().stream().map(Artifact::name).collect(Collectors.toSet());
    }
}
