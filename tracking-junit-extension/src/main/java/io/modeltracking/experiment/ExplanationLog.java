package io.modeltracking.experiment;

import io.modeltracking.autolog.Explainable;
import io.modeltracking.autolog.Explanation;
import io.modeltracking.chart.Chart;
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

    private final RunLog log;
    private final ChartLog charts;
    private final IntSupplier seed;
    private final Predicate<String> nominal;
    private final boolean trial;
    private final Map<String, Explainable> kept = new LinkedHashMap<>();
    private volatile boolean requested;
    private volatile boolean wanted;

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
                target.keep(suffix, drawn.waterfalls());
                target.charts.table("shap_values" + suffix, drawn.contributions());
            }
        } catch (Exception | LinkageError e) {
            target.log.warning("explain", "the model" + suffix + " is not explained: " + e);
        }
    }

    private void keep(String suffix, Map<String, Chart> drawn) {
        drawn.forEach((name, chart) -> charts.log(name + suffix, chart.named(name + suffix)));
    }
}
