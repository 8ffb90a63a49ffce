package io.modeltracking.search;

import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.History.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much each parameter mattered for reaching the best tenth of the values. */
public final class Importance {

    private static final double TARGET = 0.1;
    private static final int LEAST_TRIALS = 2;
    private static final double FLOOR = 1e-12;

    private Importance() {}

    /**
     * PED-ANOVA with Optuna 5.0's rules (Watanabe et al., 2023, arXiv 2304.10255; for conditional parameters arXiv
     * 2601.20800): the Pearson divergence between where the best tenth of the complete trials lie and where all lie. A
     * parameter of several alternatives adds up over them.
     *
     * @param space the space of the study; trials outside it are ignored
     * @param trials the trials, of which complete ones with a finite value count
     * @return name to share, greatest first, summing to 1; equal shares when nothing can be told
     */
    public static Map<String, Double> pedAnova(Space space, List<FinishedTrial> trials) {
        Layout layout = new Layout(space);
        List<Entry> region = new History(layout, trials, -1)
                .in(State.COMPLETE).stream()
                        .filter(entry -> Double.isFinite(entry.trial().value()))
                        .toList();
        Map<String, Double> raw = new LinkedHashMap<>();
        space.names().forEach(name -> raw.put(name, 0.0));
        if (region.size() > 1) {
            double quantile = quantile(region);
            List<Entry> target = region.stream()
                    .filter(entry -> entry.trial().value() <= quantile)
                    .toList();
            for (List<Integer> regime : regimes(layout)) {
                raw.merge(
                        layout.slots.get(regime.get(0)).dimension().name(),
                        share(layout, regime, target, region),
                        Double::sum);
            }
        }
        return normalised(raw);
    }

    /** The value at sorted position ceil(q n), counted from 1. */
    private static double quantile(List<Entry> region) {
        double[] values = region.stream()
                .mapToDouble(entry -> entry.trial().value())
                .sorted()
                .toArray();
        return values[(int) Math.ceil(TARGET * values.length) - 1];
    }

    /** Slots of one and the same dimension: alternatives that share it are one regime. */
    private static List<List<Integer>> regimes(Layout layout) {
        Map<Dimension, List<Integer>> regimes = new LinkedHashMap<>();
        for (int i = 0; i < layout.slots.size(); i++) {
            regimes.computeIfAbsent(layout.slots.get(i).dimension(), dimension -> new ArrayList<>())
                    .add(i);
        }
        return List.copyOf(regimes.values());
    }

    private static double share(Layout layout, List<Integer> regime, List<Entry> target, List<Entry> region) {
        Layout.Slot slot = layout.slots.get(regime.get(0));
        double[] top = values(regime, target);
        double[] all = values(regime, region);
        if (!slot.isFree() || top.length == 0 || all.length < LEAST_TRIALS) {
            return 0;
        }
        ImportanceGrid grid = new ImportanceGrid(slot);
        double[] topDensity = grid.density(top);
        double[] localDensity = grid.density(all);
        double divergence = 0;
        for (int i = 0; i < topDensity.length; i++) {
            double local = localDensity[i] + FLOOR;
            double excess = (topDensity[i] + FLOOR) / local - 1;
            divergence += local * excess * excess;
        }
        double quantile = (double) target.size() / region.size();
        double alpha = (double) top.length / target.size();
        double beta = (double) all.length / region.size();
        return quantile * quantile * alpha * alpha / beta * divergence;
    }

    private static double[] values(List<Integer> regime, List<Entry> entries) {
        return entries.stream()
                .flatMapToDouble(entry -> regime.stream().mapToDouble(i -> entry.row()[i]))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static Map<String, Double> normalised(Map<String, Double> raw) {
        double sum = 0;
        for (double each : raw.values()) {
            sum += each;
        }
        double total = sum;
        Map<String, Double> shares = new LinkedHashMap<>();
        raw.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(each -> shares.put(each.getKey(), total > 0 ? each.getValue() / total : 1.0 / raw.size()));
        return shares;
    }
}
