package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges the runs of a build and module by its gates. */
public final class GateEvaluator {

    private GateEvaluator() {}

    /**
     * Evaluates every gate.
     *
     * @param runs of this build and module, attempts that were repeated included
     * @param baselines for the gates that have one
     * @return at least one result a gate, in the gates' order, then by experiment
     */
    public static List<GateResult> evaluate(List<Gate> gates, List<RunRecord> runs, Baselines baselines) {
        List<Attempts> experiments = Attempts.of(runs);
        Trials trials = new Trials(runs);
        List<GateResult> results = new ArrayList<>();
        for (Gate gate : gates) {
            List<Attempts> concerned = experiments.stream()
                    .filter(experiment -> gate.concerns(experiment.experiment()))
                    .toList();
            results.addAll(evaluate(gate, concerned, trials, baselines));
        }
        return results;
    }

    private static List<GateResult> evaluate(
            Gate gate, List<Attempts> experiments, Trials trials, Baselines baselines) {
        List<GateResult> results = new ArrayList<>();
        List<RunRecord> candidates = new ArrayList<>();
        for (Attempts experiment : experiments) {
            for (RunRecord run : experiment.accepted()) {
                List<String> unknown = gate.statistic() == Statistic.WINNER ? List.of() : trials.missing(run);
                if (!unknown.isEmpty()) {
                    results.add(missing(
                            gate,
                            experiment.experiment(),
                            "trials that it took over from an earlier run are not in the history",
                            unknown));
                }
                candidates.addAll(gate.statistic() == Statistic.WINNER ? List.of(run) : trials.accepted(run));
            }
            if (experiment.accepted().isEmpty() && !experiment.onlyExpectedRejections()) {
                results.add(missing(gate, experiment.experiment(), noneAccepted(experiment), ids(experiment.others())));
            }
        }
        if (candidates.isEmpty() && results.isEmpty()) {
            List<String> rejected = experiments.stream()
                    .flatMap(experiment -> ids(experiment.expected()).stream())
                    .toList();
            String reason = rejected.isEmpty()
                    ? "no run of it is in this build"
                    : "every run of it was rejected, as @ExpectRejected asked";
            results.add(missing(gate, gate.experiment(), reason, rejected));
        } else if (gate.statistic().each()) {
            candidates.forEach(run -> results.addAll(judge(gate, run, baselines)));
        } else if (!candidates.isEmpty()) {
            results.addAll(together(gate, candidates));
        }
        return results;
    }

    private static List<GateResult> judge(Gate gate, RunRecord run, Baselines baselines) {
        if (gate.interval().isPresent()) {
            return List.of(gate.interval().get().judge(gate, run));
        }
        if (gate.looks().isPresent()) {
            LooksGate looks = gate.looks().get();
            Optional<Double> count = looks.count(run, baselines);
            return count.isPresent()
                    ? compare(gate, run.experiment(), count, List.of(run))
                    : List.of(missing(gate, run.experiment(), looks.missing(), ids(List.of(run))));
        }
        List<GateResult> results = new ArrayList<>();
        if (!gate.thresholds().isEmpty()) {
            results.addAll(compare(gate, run.experiment(), gate.metric().of(run.metrics()), List.of(run)));
        }
        boolean difference = DifferenceGate.asksFor(gate.expression());
        gate.comparisons()
                .forEach(comparison -> results.add(
                        difference
                                ? new DifferenceGate(gate, comparison, run).judge(baselines)
                                : new BaselineGate(gate, comparison, run).judge(baselines)));
        return results;
    }

    private static List<GateResult> together(Gate gate, List<RunRecord> runs) {
        List<Double> values = new ArrayList<>();
        for (RunRecord run : runs) {
            Optional<Double> value = gate.metric().of(run.metrics());
            if (value.isEmpty()) {
                return compare(gate, run.experiment(), value, List.of(run));
            }
            values.add(value.get());
        }
        double figure = switch (gate.statistic()) {
            case MIN -> values.stream().reduce(Double.POSITIVE_INFINITY, Math::min);
            case MAX -> values.stream().reduce(Double.NEGATIVE_INFINITY, Math::max);
            default -> Mean.of(values);
        };
        return compare(gate, gate.experiment(), Optional.of(figure), runs);
    }

    private static List<GateResult> compare(
            Gate gate, String experiment, Optional<Double> figure, List<RunRecord> runs) {
        if (figure.isEmpty()) {
            String known = runs.get(0).metrics().isEmpty() ? "it logged no metric at all" : "it was never logged";
            return List.of(missing(gate, experiment, known, ids(runs)));
        }
        List<GateResult> results = new ArrayList<>();
        for (Threshold threshold : gate.thresholds()) {
            double observed = figure.get();
            boolean holds = threshold.holds(observed);
            String shown = threshold.show(observed);
            results.add(new GateResult(
                    gate,
                    experiment,
                    gate.rule(threshold),
                    observed,
                    shown,
                    threshold.side() == Threshold.Side.MIN ? threshold.value() : null,
                    threshold.side() == Threshold.Side.MAX ? threshold.value() : null,
                    holds ? GateVerdict.PASSED : GateVerdict.FAILED,
                    holds ? null : "it is " + shown,
                    ids(runs)));
        }
        return results;
    }

    private static GateResult missing(Gate gate, String experiment, String reason, List<String> runs) {
        return new GateResult(gate, experiment, gate.rule(), null, null, null, null, GateVerdict.FAILED, reason, runs);
    }

    private static String noneAccepted(Attempts experiment) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        experiment.others().forEach(run -> counts.merge(run.status(), 1, Integer::sum));
        return "no run was accepted: "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static List<String> ids(List<RunRecord> runs) {
        return runs.stream().map(RunRecord::id).toList();
    }
}
