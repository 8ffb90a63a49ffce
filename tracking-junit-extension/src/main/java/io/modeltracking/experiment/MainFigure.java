package io.modeltracking.experiment;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.validation.MetricDirection;
import io.modeltracking.validation.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The one figure that stands on the console: of the first rule, else the first that can be better or worse. */
final class MainFigure {

    private static final List<String> TELLING = List.of("holdout.", "validation.", "test.");

    private MainFigure() {}

    static Optional<Map.Entry<String, Double>> of(List<Rule> rules, RunLog log) {
        Optional<String> required = rules.stream()
                .map(rule -> rule.evaluate(log).metric())
                .filter(Objects::nonNull)
                .findFirst();
        return required.or(() -> telling(log))
                .or(log::firstMetric)
                .flatMap(name -> log.metric(MetricSelector.parse(name)).map(value -> Map.entry(name, value)));
    }

    /** On the data that judges most, where there are several. */
    private static Optional<String> telling(RunLog log) {
        List<String> directed = log.metricNames().stream()
                .filter(name -> MetricDirection.of(name).isPresent())
                .toList();
        Stream<String> preferred = TELLING.stream()
                .flatMap(prefix -> directed.stream()
                        .filter(name -> name.startsWith(prefix) && name.endsWith("deviance.per_exposure")));
        return Stream.concat(preferred, directed.stream()).findFirst();
    }
}
