package io.modeltracking.experiment;

import io.modeltracking.autolog.Explainable;
import io.modeltracking.autolog.Explanation;
import io.modeltracking.chart.Chart;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * Explains the models of a run: at once when the experiment asks for it; a trial's are kept until it is known whether it won,
 * which every study wants to see. Explained rows and their contributions are kept only by request: they are personal data.
 */
final class ExplanationLog {

    private static final int MOST_CHOSEN = 50;

    private final RunLog log;
    private final ChartLog charts;
    private final IntSupplier seed;
    private final Predicate<String> nominal;
    private final boolean trial;
    private final Map<String, Explainable> kept = new LinkedHashMap<>();
    private volatile boolean requested;
    private volatile boolean wanted;
    private volatile int[] chosen = {};

    /**
     * @param seed by which rows are drawn, the same for all trials
     * @param nominal whether a feature of that name is a code without an order
     * @param trial whether the run may become the winner of a study
     */
    ExplanationLog(RunLog log, ChartLog charts, IntSupplier seed, Predicate<String> nominal, boolean trial) {
        this.log = log;
        this.charts = charts;
        this.seed = seed;
        this.nominal = nominal;
        this.trial = trial;
    }

    /** @param requested whether the experiment says {@code explain = true} */
    void begin(boolean requested) {
        this.requested = requested;
        this.wanted = requested || trial;
    }

    OptionalInt seed() {
        return wanted ? OptionalInt.of(seed.getAsInt()) : OptionalInt.empty();
    }

    /**
     * Shows these rows from the next training on.
     *
     * @throws IllegalArgumentException when rows are not to be kept, or there are none, too many or negative ones
     */
    void choose(int... rows) {
        if (!requested) {
            throw new IllegalArgumentException("run.explain shows single rows, which are kept only by request:"
                    + " say @ModelExperiment(explain = true)");
        }
        if (rows.length == 0 || rows.length > MOST_CHOSEN) {
            throw new IllegalArgumentException(
                    "run.explain takes 1 to " + MOST_CHOSEN + " rows, not " + rows.length + ": choose some of them");
        }
        for (int row : rows) {
            if (row < 0) {
                throw new IllegalArgumentException("run.explain names row " + row + ": rows count from 0");
            }
        }
        chosen = rows.clone();
    }

    int[] chosen() {
        return chosen.clone();
    }

    void add(String suffix, Explainable model) {
        if (trial) {
            synchronized (kept) {
                kept.put(suffix, model);
            }
        }
        if (requested) {
            explain(suffix, model, this);
        }
    }

    /** Logs the explanations of the winner to the study's run; called on the winner. */
    void logWinner(ExplanationLog study) {
        synchronized (kept) {
            kept.forEach((suffix, model) -> explain(suffix, model, study));
            kept.clear();
        }
    }

    private void explain(String suffix, Explainable model, ExplanationLog target) {
        try {
            Explanation explanation = model.explain();
            ExplanationCharts drawn = new ExplanationCharts(explanation, nominal);
            target.keep(suffix, drawn.overall());
            if (requested) {
                int[] rows = chosen;
                target.keep(suffix, new Waterfalls(explanation).of(rows));
                missing(explanation, rows)
                        .ifPresent(row -> target.log.warning(
                                "explain",
                                "row " + row + " is not among those that the model" + suffix
                                        + " is explained by: name rows of the last watch, before the training"));
                target.charts.table("shap_values" + suffix, drawn.contributions());
            }
        } catch (Exception | LinkageError e) {
            target.log.warning("explain", "the model" + suffix + " is not explained: " + e);
        }
    }

    private static OptionalInt missing(Explanation explanation, int[] rows) {
        return Arrays.stream(rows)
                .filter(row -> Arrays.binarySearch(explanation.rows(), row) < 0)
                .findFirst();
    }

    private void keep(String suffix, Map<String, Chart> drawn) {
        drawn.forEach((name, chart) ->
                charts.log(name + suffix, chart.named(name + suffix).titled(ChartLog.ofModel(suffix, chart.title()))));
    }
}
