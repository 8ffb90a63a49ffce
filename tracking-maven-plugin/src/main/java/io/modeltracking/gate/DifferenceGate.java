package io.modeltracking.gate;

import io.modeltracking.run.BaselineKind;
import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunRecord;
import io.modeltracking.validation.MetricDirection;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interval of the difference between a run and a baseline, on the rows whose predictions both have kept. It passes where all
 * of the interval keeps to the limit, fails where none of it does, and is INCONCLUSIVE between.
 */
record DifferenceGate(Gate gate, BaselineRule rule, RunRecord run) {

    private static final Pattern BOUND = Pattern.compile("(lower|upper)\\(([^()@]*)\\)");

    /** Whether a metric's expression asks for the interval of its difference. */
    static boolean asksFor(String expression) {
        return BOUND.matcher(expression).matches();
    }

    /** The metric whose difference is asked for. */
    static MetricSelector metric(String expression) {
        Matcher bound = BOUND.matcher(expression);
        if (!bound.matches()) {
            throw new IllegalArgumentException("Neither lower(…) nor upper(…): " + expression);
        }
        return MetricSelector.parse(bound.group(2));
    }

    GateResult judge(Baselines baselines) {
        Optional<Baseline> baseline = baselines.of(rule.baseline(), run);
        if (baseline.isEmpty()) {
            return rule.ignoreMissing()
                    ? result(GateVerdict.PASSED, "without a baseline", null, null, null)
                    : failed("there is no baseline: "
                            + BaselineKind.parse(rule.baseline())
                                    .absence(run.started().model())
                            + ". <ignoreMissingBaseline> lets the first one through");
        }
        String name = gate.metric().name();
        Optional<MetricDirection> direction = MetricDirection.of(name);
        if (direction.isEmpty()) {
            return failed("nothing says whether more or less of it is better");
        }
        boolean less = direction.get() == MetricDirection.MINIMIZE;
        String worse = (less ? "upper(" : "lower(") + name + ")";
        if (!worse.equals(gate.expression())) {
            return failed(
                    (less ? "less" : "more") + " of it is better, so that the worse end of the interval is " + worse);
        }
        int dot = name.indexOf('.');
        Difference difference = dot < 0
                ? Difference.none("it names no data set: <data set>.<metric>")
                : baselines.difference(baseline.get(), run, name.substring(0, dot), name.substring(dot + 1));
        return difference.problem() == null
                ? compare(difference, less, baseline.get().label())
                : result(GateVerdict.NOT_COMPARABLE, null, null, null, "NOT COMPARABLE, " + difference.problem());
    }

    private GateResult compare(Difference difference, boolean less, String label) {
        BigDecimal step = rule.amount().of(new BigDecimal(Reals.text(difference.baseline())));
        double limit = (rule.better() == less ? step.negate() : step).doubleValue();
        double worst = less ? difference.upper() : difference.lower();
        double best = less ? difference.lower() : difference.upper();
        boolean holds = less ? worst <= limit : worst >= limit;
        boolean hopeless = less ? best > limit : best < limit;
        GateVerdict verdict = holds ? GateVerdict.PASSED : hopeless ? GateVerdict.FAILED : GateVerdict.INCONCLUSIVE;
        String shown = Figures.show(worst, less != holds);
        return result(
                verdict,
                shown,
                worst,
                new Threshold(less ? Threshold.Side.MAX : Threshold.Side.MIN, limit, Reals.text(limit)),
                holds
                        ? null
                        : (verdict == GateVerdict.INCONCLUSIVE ? "INCONCLUSIVE, " : "") + "the difference to " + label
                                + " is " + Figures.show(difference.estimate(), true) + " ["
                                + Figures.show(difference.lower(), false) + ", "
                                + Figures.show(difference.upper(), true) + "] on " + difference.rows()
                                + " rows, and the limit is " + Figures.show(limit, !less));
    }

    private GateResult failed(String reason) {
        return result(GateVerdict.FAILED, null, null, null, reason);
    }

    private GateResult result(GateVerdict verdict, String shown, Double observed, Threshold limit, String reason) {
        return GateResult.compared(gate, run, gate.rule(rule), verdict, shown, observed, limit, reason);
    }
}
