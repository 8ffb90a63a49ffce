package io.modeltracking.gate;

import io.modeltracking.run.BaselineKind;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.BaselineRecord.Figure;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunRecord;
import io.modeltracking.validation.MetricDirection;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A run's figure against that of a baseline, on the same rows. The arithmetic is decimal: 0.601 is exactly 0.001 more than
 * 0.6.
 */
record BaselineGate(Gate gate, BaselineRule rule, RunRecord run) {

    GateResult judge(Baselines baselines) {
        Optional<Baseline> baseline = baselines.of(rule.baseline(), run);
        if (baseline.isEmpty()) {
            return rule.ignoreMissing()
                    ? result(GateVerdict.PASSED, "without a baseline", null, null, null)
                    : failed(missing(baselines));
        }
        String label = baseline.get().label();
        return baseline.get()
                .figures()
                .map(champion -> judge(label, champion))
                .orElseGet(() -> failed(
                        baseline.get().problem() == null
                                ? "the run of " + label + " is not in the history: restore it from a backup"
                                : baseline.get().problem()));
    }

    private String missing(Baselines baselines) {
        return baselines
                .unknown(rule.baseline())
                .map(down -> "the shared baseline was not reachable (" + down + "). <ignoreMissingBaseline> goes on"
                        + " without one")
                .orElseGet(() -> "there is no baseline: "
                        + BaselineKind.parse(rule.baseline())
                                .absence(run.started().model())
                        + ". <ignoreMissingBaseline> lets the first one through");
    }

    private GateResult judge(String label, BaselineRecord champion) {
        Optional<Double> figure = gate.metric().of(run.metrics());
        Optional<Double> other =
                Optional.ofNullable(champion.figure(gate.metric())).map(Figure::value);
        if (figure.isEmpty() || other.isEmpty()) {
            return failed((figure.isEmpty() ? "it" : label) + " has no such metric");
        }
        if (!Double.isFinite(figure.get()) || !Double.isFinite(other.get())) {
            return failed("it is " + Reals.text(figure.get()) + " against " + Reals.text(other.get()) + " of " + label);
        }
        Optional<String> different = difference(label, champion);
        if (different.isPresent()) {
            return result(GateVerdict.NOT_COMPARABLE, null, null, null, "NOT COMPARABLE, " + different.get());
        }
        return MetricDirection.of(run.metrics(), gate.metric().name())
                .map(direction -> compare(direction, figure.get(), other.get(), label))
                .orElseGet(() -> failed("nothing says whether more or less of it is better: log it with a Direction"));
    }

    private GateResult compare(MetricDirection direction, double figure, double other, String label) {
        BigDecimal baseline = decimal(other);
        boolean less = direction == MetricDirection.MINIMIZE;
        BigDecimal step = rule.amount().of(baseline);
        // Better is down for what is minimised; a regression may go the other way.
        BigDecimal limit = rule.better() == less ? baseline.subtract(step) : baseline.add(step);
        int side = decimal(figure).compareTo(limit);
        boolean holds = less ? side <= 0 : side >= 0;
        Threshold threshold = new Threshold(
                less ? Threshold.Side.MAX : Threshold.Side.MIN, limit.doubleValue(), limit.toPlainString());
        String shown = Figures.show(figure, less != holds);
        return result(
                holds ? GateVerdict.PASSED : GateVerdict.FAILED,
                shown,
                figure,
                threshold,
                holds ? null : "it is " + shown + " against " + Reals.text(other) + " of " + label);
    }

    /** Why the two figures are not of the same rows; empty when they are. */
    private Optional<String> difference(String label, BaselineRecord champion) {
        String name = gate.metric().name();
        String set = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        Optional<String> own = hash(run, set);
        Optional<String> other = Optional.ofNullable(champion.data().get(set));
        if (own.isEmpty() || other.isEmpty()) {
            return Optional.of((own.isEmpty() ? "this run" : label) + " recorded no data set \"" + set
                    + "\": log it by run.dataset(\"" + set + "\", …)");
        }
        return own.equals(other)
                ? Optional.empty()
                : Optional.of("\"" + set + "\" is data " + shortened(own.get()) + " here and " + shortened(other.get())
                        + " for " + label);
    }

    /** Hashes come from journals, and may be anything. */
    private static String shortened(String hash) {
        return hash.substring(0, Math.min(hash.length(), 8));
    }

    private static Optional<String> hash(RunRecord run, String set) {
        return run.datasets().stream()
                .filter(dataset -> dataset.name().equals(set) && dataset.hash() != null)
                .map(DatasetRecord::hash)
                .reduce((first, last) -> last);
    }

    private static BigDecimal decimal(double figure) {
        return new BigDecimal(Reals.text(figure));
    }

    private GateResult failed(String reason) {
        return result(GateVerdict.FAILED, null, null, null, reason);
    }

    private GateResult result(GateVerdict verdict, String shown, Double observed, Threshold limit, String reason) {
        return GateResult.compared(gate, run, gate.rule(rule), verdict, shown, observed, limit, reason);
    }
}
