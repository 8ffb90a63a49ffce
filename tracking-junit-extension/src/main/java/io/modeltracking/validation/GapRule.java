package io.modeltracking.validation;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** A metric that is not much worse on other data than on the training data. */
public final class GapRule implements Rule {

    private final MetricSelector train;
    private final MetricSelector test;
    private final boolean relative;
    private final Bounds bounds;

    private GapRule(MetricSelector train, MetricSelector test, boolean relative, double max) {
        if (!(max >= 0)) {
            throw new IllegalArgumentException(
                    "The largest gap allowed is " + max + ": it is a number that is not negative");
        }
        if (train.equals(test)) {
            throw new IllegalArgumentException("A gap needs two metrics, but both are " + train);
        }
        this.train = train;
        this.test = test;
        this.relative = relative;
        this.bounds = new Bounds(null, max, false);
    }

    /** @param max of ±(test − train) / |train|, the sign such that worse is positive; not negative */
    public static GapRule relative(String train, String test, double max) {
        return new GapRule(MetricSelector.parse(train), MetricSelector.parse(test), true, max);
    }

    /** @param max of ±(test − train), the sign such that worse is positive; not negative */
    public static GapRule absolute(String train, String test, double max) {
        return new GapRule(MetricSelector.parse(train), MetricSelector.parse(test), false, max);
    }

    @Override
    public String text() {
        String limit = relative ? percent(bounds.max()) : Reals.text(bounds.max());
        return "gap " + train + " → " + test + " <= " + limit;
    }

    @Override
    public boolean reads(String dataSet) {
        return train.name().startsWith(dataSet + ".") || test.name().startsWith(dataSet + ".");
    }

    @Override
    public Check evaluate(Observations observations) {
        Optional<Double> onTrain = observations.metric(train);
        Optional<Double> onTest = observations.metric(test);
        if (onTrain.isEmpty() || onTest.isEmpty()) {
            MetricSelector missing = onTrain.isEmpty() ? train : test;
            return check(
                    null, missing + " was never logged" + Missing.hint(missing.name(), observations.metricNames()));
        }
        double gap = gap(onTrain.get(), onTest.get(), sign(observations));
        if (bounds.contains(gap)) {
            return check(gap, null);
        }
        String shown = relative && Double.isFinite(gap) ? exactPercent(gap) : Reals.text(gap);
        return check(
                gap,
                "observed " + shown + " (" + Reals.text(onTrain.get()) + " → " + Reals.text(onTest.get()) + ")"
                        + meanModel(observations));
    }

    /** The mean model has a gap too, which comes from the split alone: a gap says little without it. */
    private String meanModel(Observations observations) {
        String name = train.name();
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            String metric = name.substring(dot);
            if (test.name().endsWith(metric)) {
                Optional<Double> onTrain = observations.metric(of("mean_model", train, metric));
                Optional<Double> onTest = observations.metric(of("mean_model", test, metric));
                if (onTrain.isPresent() && onTest.isPresent()) {
                    double gap = gap(onTrain.get(), onTest.get(), sign(observations));
                    return "; the mean model's gap is "
                            + (relative && Double.isFinite(gap) ? digits(100 * gap, 2) + " %" : Reals.text(gap));
                }
            }
        }
        return "";
    }

    private static MetricSelector of(String model, MetricSelector selector, String metric) {
        String dataSet = selector.name().substring(0, selector.name().length() - metric.length());
        return new MetricSelector(dataSet + "." + model + metric, selector.pick());
    }

    /** Such that worse is positive. */
    private int sign(Observations observations) {
        return observations.direction(test.name()).orElse(MetricDirection.MINIMIZE) == MetricDirection.MAXIMIZE
                ? -1
                : 1;
    }

    private double gap(double onTrain, double onTest, int sign) {
        double difference = sign * (onTest - onTrain);
        return relative ? difference / Math.abs(onTrain) : difference;
    }

    private Check check(Double gap, String message) {
        return new Check(
                text(),
                "gap",
                test.toString(),
                gap,
                null,
                bounds.max(),
                gap == null ? null : bounds.violation(gap),
                message == null ? Verdict.ACCEPTED : Verdict.REJECTED,
                message);
    }

    private static String percent(double share) {
        return Reals.text(Double.parseDouble(String.format(Locale.ROOT, "%.10g", 100 * share))) + " %";
    }

    private static String digits(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).toPlainString();
    }

    /** Enough digits that a gap beyond the limit never looks as if it were within. */
    private String exactPercent(double gap) {
        for (int digits = 2; digits < 15; digits++) {
            String text = digits(100 * gap, digits);
            if (Double.parseDouble(text) > 100 * bounds.max()) {
                return text + " %";
            }
        }
        return Reals.text(100 * gap) + " %";
    }
}
