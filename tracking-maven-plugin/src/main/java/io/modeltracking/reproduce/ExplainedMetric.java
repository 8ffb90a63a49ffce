package io.modeltracking.reproduce;

import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Objective;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The metric whose difference is explained.
 *
 * @param selector as {@code test.loss@min}
 */
record ExplainedMetric(String selector) {

    /** The decimal that was recorded, of a study's winner by the study too, which judges it. Empty when it is not finite. */
    Optional<BigDecimal> of(Original version) {
        Optional<BigDecimal> own = of(version.run());
        return own.isPresent() || !version.won() ? own : version.study().flatMap(this::of);
    }

    /** An objective may be the mean of parts, each of which has the metric. */
    private Optional<BigDecimal> of(RunRecord run) {
        Objective objective = run.search().objective();
        Optional<Double> value = objective != null && selector.equals(objective.metric()) && objective.value() != null
                ? Optional.of(objective.value())
                : run.metric(selector);
        return value.filter(Double::isFinite).map(Reals::text).map(BigDecimal::new);
    }

    /** Names of the metrics that a run has. */
    String others(RunRecord run) {
        TreeSet<String> names = new TreeSet<>();
        run.metrics().stream().map(Metric::name).forEach(names::add);
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    @Override
    public String toString() {
        return selector;
    }
}
