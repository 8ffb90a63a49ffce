package io.modeltracking.validation;

import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.Verdict;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A metric that is not worse than a baseline's, on the same rows. On other rows it is NOT_COMPARABLE, which fails like a
 * rejection. The arithmetic is decimal: 0.601 is exactly 0.001 more than 0.6.
 */
public final class NotWorseRule implements Rule {

    private final MetricSelector metric;
    private final String dataSet;
    private final BigDecimal tolerance;
    private final boolean relative;
    private final String name;
    private final Optional<BaselineRecord> baseline;
    private final String absent;

    /**
     * @param tolerance how much worse it may be: in the metric's unit, or as a share of the baseline's figure
     * @param name {@code production}
     * @param absent why there is no baseline, where that fails; null where it does not
     * @throws IllegalArgumentException when the metric is none, or the tolerance negative or not finite
     */
    public NotWorseRule(
            String metric,
            double tolerance,
            boolean relative,
            String name,
            Optional<BaselineRecord> baseline,
            String absent) {
        if (!(tolerance >= 0) || !Double.isFinite(tolerance)) {
            throw new IllegalArgumentException(
                    "the tolerance is " + tolerance + ": it is a finite number that is not negative");
        }
        this.metric = MetricSelector.parse(metric);
        int dot = this.metric.name().indexOf('.');
        this.dataSet = dot < 0 ? this.metric.name() : this.metric.name().substring(0, dot);
        this.tolerance = decimal(tolerance);
        this.relative = relative;
        this.name = name;
        this.baseline = baseline;
        this.absent = absent;
    }

    @Override
    public String text() {
        String by = tolerance.signum() == 0
                ? ""
                : " by more than " + (relative ? plain(tolerance.movePointRight(2)) + " %" : plain(tolerance));
        return metric + " not worse than " + name + by
                + (baseline.isEmpty() && absent == null ? ", once there is one" : "");
    }

    @Override
    public boolean reads(String other) {
        return metric.name().startsWith(other + ".");
    }

    @Override
    public Check evaluate(Observations observations) {
        if (baseline.isEmpty()) {
            return absent == null
                    ? new Check(
                            text(),
                            "baseline",
                            metric.toString(),
                            observed(observations),
                            null,
                            null,
                            0.0,
                            Verdict.ACCEPTED,
                            null)
                    : failed(observations, Verdict.REJECTED, absent);
        }
        BaselineRecord other = baseline.get();
        Double observed = observed(observations);
        BaselineRecord.Figure figure = other.figure(metric);
        if (observed == null) {
            return failed(
                    observations,
                    Verdict.REJECTED,
                    "never logged" + Missing.hint(metric.name(), observations.metricNames()));
        }
        if (figure == null || figure.value() == null) {
            return failed(observations, Verdict.REJECTED, other.label() + " has no such metric");
        }
        String against =
                "observed " + Reals.text(observed) + " against " + Reals.text(figure.value()) + " of " + other.label();
        if (!Double.isFinite(observed) || !Double.isFinite(figure.value())) {
            return failed(observations, Verdict.REJECTED, against);
        }
        Optional<String> different = difference(observations, other);
        if (different.isPresent()) {
            return failed(observations, Verdict.NOT_COMPARABLE, "NOT COMPARABLE, " + different.get());
        }
        return observations
                .direction(metric.name())
                .map(direction -> compare(direction, observed, figure.value(), against))
                .orElseGet(() -> failed(
                        observations,
                        Verdict.REJECTED,
                        "nothing says whether more or less of it is better: log it with a Direction"));
    }

    private Check compare(MetricDirection direction, double observed, double figure, String against) {
        BigDecimal other = decimal(figure);
        BigDecimal step = relative ? other.abs().multiply(tolerance) : tolerance;
        boolean less = direction == MetricDirection.MINIMIZE;
        BigDecimal limit = less ? other.add(step) : other.subtract(step);
        int side = decimal(observed).compareTo(limit);
        boolean holds = less ? side <= 0 : side >= 0;
        double bound = limit.doubleValue();
        double distance = Math.abs(observed - bound);
        return new Check(
                text(),
                "baseline",
                metric.toString(),
                observed,
                less ? null : bound,
                less ? bound : null,
                holds ? Double.valueOf(0) : Double.valueOf(bound == 0 ? distance : distance / Math.abs(bound)),
                holds ? Verdict.ACCEPTED : Verdict.REJECTED,
                holds ? null : against);
    }

    /** Why the two figures are not of the same rows; empty when they are. */
    private Optional<String> difference(Observations observations, BaselineRecord other) {
        Optional<String> own = observations.data(dataSet);
        String theirs = other.data().get(dataSet);
        if (own.isEmpty() || theirs == null) {
            return Optional.of((own.isEmpty() ? "this run" : other.label()) + " recorded no data set \"" + dataSet
                    + "\": log it by run.dataset(\"" + dataSet + "\", …)");
        }
        return own.get().equals(theirs)
                ? Optional.empty()
                : Optional.of("\"" + dataSet + "\" is data " + shortened(own.get()) + " here and " + shortened(theirs)
                        + " for " + other.label());
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(8, hash.length()));
    }

    private Double observed(Observations observations) {
        return observations.metric(metric).orElse(null);
    }

    private Check failed(Observations observations, Verdict verdict, String message) {
        return new Check(
                text(), "baseline", metric.toString(), observed(observations), null, null, null, verdict, message);
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Reals.text(value));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
