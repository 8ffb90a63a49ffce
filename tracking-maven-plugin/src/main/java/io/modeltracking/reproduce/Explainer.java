package io.modeltracking.reproduce;

import io.modeltracking.reproduce.Explanation.Measured;
import io.modeltracking.reproduce.Explanation.Part;
import io.modeltracking.reproduce.Explanation.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Says from what the difference of a metric between two runs comes: makes every mixture of what they were made from, and shares
 * the difference out by {@link Shapley}. What cannot be made is not guessed: then there is no explanation.
 */
public final class Explainer {

    private final Original before;
    private final Original after;
    private final Side first;
    private final Side second;
    private final ExplainedMetric metric;
    private final Set<Factor> factors;
    private final MixtureRuns runs;
    private final double tolerance;
    private final Map<Set<Factor>, BigDecimal> values = new HashMap<>();
    private final List<Measured> measured = new ArrayList<>();

    /**
     * A version, as it is to be called, and its run.
     *
     * @param run id
     */
    public record Version(String name, String run) {}

    /**
     * @param metric a selector
     * @throws io.modeltracking.run.JournalException when a run cannot be read
     * @throws IllegalArgumentException when one of the versions has no such metric
     */
    public Explainer(ExplainerSettings settings, Version before, Version after, String metric) {
        this.before = Original.read(settings.root(), before.run());
        this.after = Original.read(settings.root(), after.run());
        this.metric = new ExplainedMetric(metric);
        this.first = side(before, this.before);
        this.second = side(after, this.after);
        Mixture mixture = new Mixture(this.before, this.after, settings.modules());
        this.factors = mixture.differing();
        this.runs = new MixtureRuns(settings, mixture, factors);
        this.tolerance = settings.tolerance();
    }

    private Side side(Version version, Original original) {
        return new Side(
                version.name(),
                original.run().id(),
                metric.of(original)
                        .orElseThrow(() -> new IllegalArgumentException("Run "
                                + original.run().shortId() + " of " + version.name() + " has no finite " + metric
                                + ": name another metric with -Dmetric=, it has " + metric.others(original.run()))));
    }

    /** The factors in which the runs differ, as far as they were recorded: of {@code k} there are {@code 2^k} runs to make. */
    public Set<Factor> factors() {
        return Set.copyOf(factors);
    }

    /**
     * Makes the runs, the two versions themselves first.
     *
     * @param progress is told of each mixture, in words, and what it came to
     */
    public Explanation explain(BiConsumer<String, Measured> progress) {
        List<Part> parts = new ArrayList<>();
        String problem = null;
        try {
            if (factors.isEmpty()) {
                throw new RefusedException(
                        "code, data, params and dependencies of both are the same, so far as they" + " were recorded");
            }
            version(Set.of(), before, first, progress);
            version(factors, after, second, progress);
            for (Set<Factor> swapped : Shapley.coalitions(factors)) {
                if (!values.containsKey(swapped)) {
                    values.put(swapped, measure(swapped, progress));
                }
            }
            Shapley.parts(factors, values).forEach((factor, amount) -> parts.add(new Part(factor, amount)));
        } catch (RefusedException e) {
            problem = e.getMessage();
        }
        return new Explanation(
                first,
                second,
                metric.toString(),
                List.copyOf(factors),
                List.copyOf(measured),
                List.copyOf(parts),
                problem);
    }

    /** The recorded value stands; that the version comes to it again says that the mixtures can be compared with it. */
    private void version(Set<Factor> swapped, Original original, Side side, BiConsumer<String, Measured> progress)
            throws RefusedException {
        BigDecimal again = measure(swapped, progress);
        double recorded = side.value().doubleValue();
        if (Math.abs(again.doubleValue() - recorded) > tolerance * Math.abs(recorded)) {
            throw new RefusedException(side.name() + " is not reproducible: its run "
                    + original.run().shortId() + " has "
                    + metric + " = " + side.value() + ", and made again it is " + again + ". Look for the reason with"
                    + " -Drun=" + original.run().shortId());
        }
        values.put(Set.copyOf(swapped), side.value());
    }

    private BigDecimal measure(Set<Factor> swapped, BiConsumer<String, Measured> progress) throws RefusedException {
        String name =
                new Explanation(first, second, null, List.copyOf(factors), List.of(), List.of(), null).name(swapped);
        Original again;
        try {
            again = runs.make(swapped);
        } catch (RefusedException e) {
            throw new RefusedException(name + ": " + e.getMessage());
        }
        BigDecimal value =
                metric.of(again).orElseThrow(() -> new RefusedException(name + ": its run has no finite " + metric));
        Measured result =
                new Measured(swapped.stream().sorted().toList(), again.run().id(), value);
        measured.add(result);
        progress.accept(name, result);
        return value;
    }
}
