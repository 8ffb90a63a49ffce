package io.modeltracking.gate;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunRecord;
import io.modeltracking.validation.IntervalRule;
import io.modeltracking.validation.Rule;
import io.modeltracking.validation.Rules;
import java.util.List;
import java.util.Optional;

/**
 * A gate on a metric's 95 % interval, {@code lower(…)}, {@code upper(…)} or {@code interval(…)}, judged by the rule that
 * experiments have.
 */
record IntervalGate(Rule rule, MetricSelector metric) {

    /**
     * @return empty when the expression names no interval
     * @throws IllegalArgumentException for a statistic over several runs, whose interval nobody has computed
     */
    static Optional<IntervalGate> of(String expression, Statistic statistic, Double min, Double max) {
        Rule rule = Rules.within(expression, min, max, false);
        if (!(rule instanceof IntervalRule)) {
            return Optional.empty();
        }
        if (!statistic.each()) {
            throw new IllegalArgumentException(
                    "an interval belongs to one run, and " + statistic + " is over several: use WINNER or ALL");
        }
        return Optional.of(new IntervalGate(rule, metric(expression)));
    }

    private static MetricSelector metric(String expression) {
        String inner = expression.substring(expression.indexOf('(') + 1, expression.length() - 1);
        return MetricSelector.parse(expression.startsWith("interval(") ? inner : expression);
    }

    GateResult judge(Gate gate, RunRecord run) {
        Check check = rule.evaluate(new LoggedMetrics(run));
        GateVerdict verdict = switch (check.verdict()) {
            case ACCEPTED -> GateVerdict.PASSED;
            case INCONCLUSIVE -> GateVerdict.INCONCLUSIVE;
            case NOT_COMPARABLE -> GateVerdict.NOT_COMPARABLE;
            case REJECTED -> GateVerdict.FAILED;
        };
        String shown = check.observed() == null ? null : show(gate, check.observed());
        return new GateResult(
                gate,
                run.experiment(),
                gate.rule(),
                check.observed(),
                shown,
                gate.min(),
                gate.max(),
                verdict,
                check.message(),
                List.of(run.id()));
    }

    private static String show(Gate gate, double observed) {
        return gate.thresholds().stream()
                .filter(threshold -> !threshold.holds(observed))
                .findFirst()
                .orElse(gate.thresholds().get(0))
                .show(observed);
    }
}
