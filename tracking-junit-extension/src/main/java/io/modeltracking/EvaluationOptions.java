package io.modeltracking;

import io.modeltracking.Evaluation.Bootstrap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an {@link Evaluation} is given beside its rows. Written only before it is published: a change goes to a copy. */
final class EvaluationOptions implements Cloneable {

    int bins = 10;
    Map<String, String[]> factors = Map.of();
    double[] champion;
    double[] currentPremium;
    Double trainMean;
    Double cap;
    Bootstrap bootstrap;
    List<String> intervals = List.of();
    String[] clusters;
    String[] keys;

    @Override
    public EvaluationOptions clone() {
        try {
            return (EvaluationOptions) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** For some rows, without intervals. */
    EvaluationOptions ofRows(int[] rows) {
        EvaluationOptions some = clone();
        some.factors = new LinkedHashMap<>();
        factors.forEach((name, levels) -> some.factors.put(name, pick(levels, rows)));
        some.champion = champion == null ? null : EvaluationRows.pick(champion, rows);
        some.currentPremium = currentPremium == null ? null : EvaluationRows.pick(currentPremium, rows);
        some.clusters = clusters == null ? null : pick(clusters, rows);
        some.keys = keys == null ? null : pick(keys, rows);
        return some.withoutIntervals();
    }

    /** Where the champion is the model. */
    EvaluationOptions ofChampion() {
        EvaluationOptions others = clone();
        others.champion = null;
        return others.withoutIntervals();
    }

    private EvaluationOptions withoutIntervals() {
        bootstrap = null;
        intervals = List.of();
        return this;
    }

    private static String[] pick(String[] texts, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> texts[row]).toArray(String[]::new);
    }
}
