package io.modeltracking.experiment;

import io.modeltracking.Evaluation;
import io.modeltracking.validation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a run holds out, by data set, until it is looked at once. Safe for any thread. */
final class Holdouts {

    private final Map<String, List<Supplier<Evaluation>>> byDataSet = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when that data set is held out already */
    synchronized void add(String dataSet, Supplier<Evaluation> evaluation) {
        if (byDataSet.putIfAbsent(dataSet, new ArrayList<>(List.of(evaluation))) != null) {
            throw new IllegalArgumentException(
                    "Hold-out \"" + dataSet + "\" is evaluated already: what is held out is looked at once");
        }
    }

    /** Takes over what a part of the run holds out: of one data set, each part evaluates its own model. */
    synchronized void addAll(Holdouts part) {
        part.byDataSet.forEach((dataSet, evaluations) ->
                byDataSet.computeIfAbsent(dataSet, name -> new ArrayList<>()).addAll(evaluations));
    }

    synchronized boolean areReadBy(Rule rule) {
        return byDataSet.keySet().stream().anyMatch(rule::reads);
    }

    /** Evaluates everything, once. */
    synchronized void evaluate(EvaluationLog log) {
        byDataSet.forEach((dataSet, evaluations) ->
                log.log(dataSet, evaluations.stream().map(Supplier::get).toList()));
    }
}
