package io.modeltracking.gate;

import io.modeltracking.run.MetricSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule on the figures of a build's runs. */
public final class Gate {

    private final String experiment;
    private final ExperimentPattern pattern;
    private final MetricSelector metric;
    private final String expression;
    private final LooksGate looks;
    private final IntervalGate interval;
    private final Statistic statistic;
    private final List<Threshold> thresholds;
    private final List<BaselineRule> comparisons;

    private Gate(
            String experiment,
            String expression,
            Statistic statistic,
            List<Threshold> thresholds,
            List<BaselineRule> comparisons) {
        this.experiment = experiment;
        this.pattern = new ExperimentPattern(experiment);
        this.statistic = statistic;
        this.thresholds = List.copyOf(thresholds);
        this.comparisons = List.copyOf(comparisons);
        this.looks = LooksGate.of(expression).orElse(null);
        if (looks != null && (!comparisons.isEmpty() || !statistic.each())) {
            throw new IllegalArgumentException(
                    "looks(…) is a count of one run's held-out data: give <min> or <max>, with WINNER or ALL");
        }
        this.interval = looks != null || thresholds.isEmpty()
                ? null
                : IntervalGate.of(expression, statistic, min(), max()).orElse(null);
        if (interval != null && !comparisons.isEmpty()) {
            throw new IllegalArgumentException("a <baseline> compares figures, not intervals: make two gates of it");
        }
        boolean difference = interval == null && !comparisons.isEmpty() && DifferenceGate.asksFor(expression);
        this.metric = metric(expression, difference);
        this.expression = interval == null && looks == null && !difference ? metric.toString() : expression;
    }

    private MetricSelector metric(String written, boolean difference) {
        if (looks != null) {
            return looks.metric();
        }
        if (difference) {
            return DifferenceGate.metric(written);
        }
        return interval == null ? MetricSelector.parse(written) : interval.metric();
    }

    /**
     * Makes a gate on a figure itself.
     *
     * @throws IllegalArgumentException as {@link #of(String, String, Statistic, String, String, List)}
     */
    public static Gate of(String experiment, String metric, Statistic statistic, String min, String max) {
        return of(experiment, metric, statistic, min, max, List.of());
    }

    /**
     * Makes a gate from its configuration.
     *
     * @param experiment name, with {@code *} and {@code ?}
     * @param metric its name, or with {@code @min}, {@code @max}, {@code @first} behind it, or its 95 % interval: {@code
     *     lower(test.gini.exposure)}, {@code upper(…)}, {@code interval(…)}; with comparisons, that of the difference; or {@code looks(holdout)}
     * @param statistic null means WINNER
     * @param min the smallest figure that passes, or null
     * @param max the largest figure that passes, or null
     * @param comparisons how the figure must compare with a baseline's; none where it is judged by itself
     * @throws IllegalArgumentException when something is missing, not a finite number, or contradicts the rest
     */
    public static Gate of(
            String experiment,
            String metric,
            Statistic statistic,
            String min,
            String max,
            List<BaselineRule> comparisons) {
        if (experiment == null || experiment.isBlank()) {
            throw new IllegalArgumentException(
                    "A gate has no <experiment>: give the experiment's name, or a pattern such as Motor_2026_*");
        }
        String name = experiment.trim();
        if (metric == null || metric.isBlank()) {
            throw new IllegalArgumentException("The gate on " + name + " has no <metric>: give a metric's name");
        }
        try {
            List<Threshold> thresholds = new ArrayList<>();
            if (min != null) {
                thresholds.add(Threshold.parse(Threshold.Side.MIN, min));
            }
            if (max != null) {
                thresholds.add(Threshold.parse(Threshold.Side.MAX, max));
            }
            check(thresholds, comparisons, statistic);
            return new Gate(
                    name, metric.trim(), statistic == null ? Statistic.WINNER : statistic, thresholds, comparisons);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The gate on " + name + ", metric " + metric.trim() + ": " + e.getMessage(), e);
        }
    }

    private static void check(List<Threshold> thresholds, List<BaselineRule> comparisons, Statistic statistic) {
        if (thresholds.isEmpty() && comparisons.isEmpty()) {
            throw new IllegalArgumentException("it has neither <min> nor <max> nor <baseline>: give one of them");
        }
        if (!comparisons.isEmpty() && statistic != null && !statistic.each()) {
            throw new IllegalArgumentException(
                    "a <baseline> is one run's, and " + statistic + " is over several: use WINNER or ALL");
        }
        if (thresholds.size() == 2
                && thresholds.get(0).value() > thresholds.get(1).value()) {
            throw new IllegalArgumentException("<min> " + thresholds.get(0).text() + " is above <max> "
                    + thresholds.get(1).text() + ": nothing could pass");
        }
    }

    /** The pattern of the experiments' names. */
    public String experiment() {
        return experiment;
    }

    /** The metric that is judged; of an interval, the bound in question, or the estimate where it is all of it. */
    public MetricSelector metric() {
        return metric;
    }

    /** The metric as configured: a selector, or an interval's bound. */
    String expression() {
        return expression;
    }

    Optional<LooksGate> looks() {
        return Optional.ofNullable(looks);
    }

    Optional<IntervalGate> interval() {
        return Optional.ofNullable(interval);
    }

    public Statistic statistic() {
        return statistic;
    }

    /** The smallest figure that passes, or null. */
    public Double min() {
        return bound(Threshold.Side.MIN);
    }

    /** The largest figure that passes, or null. */
    public Double max() {
        return bound(Threshold.Side.MAX);
    }

    private Double bound(Threshold.Side side) {
        return thresholds.stream()
                .filter(threshold -> threshold.side() == side)
                .map(Threshold::value)
                .findFirst()
                .orElse(null);
    }

    List<Threshold> thresholds() {
        return thresholds;
    }

    List<BaselineRule> comparisons() {
        return comparisons;
    }

    /** Whether it is about an experiment of that name. */
    public boolean concerns(String experimentName) {
        return pattern.matches(experimentName);
    }

    /** The rule without a name: {@code test.rmse <= 0.60 (MEAN)}. */
    String rule(Threshold threshold) {
        String suffix = statistic == Statistic.WINNER ? "" : " (" + statistic + ")";
        return expression + " " + threshold.rule() + suffix;
    }

    /** The rule of a comparison: {@code test.rmse at most 0.001 worse than production}. */
    String rule(BaselineRule comparison) {
        return expression + " " + comparison.text() + (statistic == Statistic.WINNER ? "" : " (" + statistic + ")");
    }

    /** The whole rule: {@code test.rmse >= 0.1 and <= 0.6}. */
    public String rule() {
        String bounds = Stream.concat(
                        thresholds.stream().map(Threshold::rule),
                        comparisons.stream().map(BaselineRule::text))
                .collect(Collectors.joining(" and "));
        return expression + " " + bounds + (statistic == Statistic.WINNER ? "" : " (" + statistic + ")");
    }

    /** {@code Motor_2026_*: test.rmse >= 0.1 and <= 0.6}. */
    @Override
    public String toString() {
        return experiment + ": " + rule();
    }
}
