package io.modeltracking.validation;

import io.modeltracking.run.RunEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether larger or smaller is better, by a metric's name. */
public enum MetricDirection {
    MINIMIZE,
    MAXIMIZE;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private static final Set<String> LARGER = Set.of(
            "gini",
            "auc",
            "aucpr",
            "accuracy",
            "precision",
            "recall",
            "f1",
            "ndcg",
            "map",
            "r2",
            "d2",
            "lift",
            "concordance",
            "discrimination");

    private static final Set<String> SMALLER = Set.of(
            "deviance",
            "rmse",
            "rmsle",
            "mse",
            "mae",
            "mape",
            "mphe",
            "loss",
            "logloss",
            "mlogloss",
            "nloglik",
            "error",
            "merror",
            "brier",
            "mcb",
            "psi",
            "leak",
            "inversions");

    private static final Set<String> NEITHER =
            Set.of("uncertainty", "rows", "lower", "upper", "expected", "bias", "balance");

    /**
     * The direction of a metric of a run: as declared with a value, the last time counts, else as its name tells. What a
     * journal says is taken only where it is a direction.
     *
     * @param metrics of the run, in the order of logging
     */
    public static Optional<MetricDirection> of(List<RunEvent.Metric> metrics, String name) {
        for (int i = metrics.size() - 1; i >= 0; i--) {
            RunEvent.Metric metric = metrics.get(i);
            if (metric.direction() != null && metric.name().equals(name)) {
                for (MetricDirection known : values()) {
                    if (known.name().equals(metric.direction())) {
                        return Optional.of(known);
                    }
                }
            }
        }
        return of(name);
    }

    /**
     * The direction that the words of a name tell: {@code test.gini.exposure} is better when larger. Empty for
     * {@code actual_expected} and whatever else has its best value in the middle or is unknown.
     */
    public static Optional<MetricDirection> of(String metric) {
        String[] words = BETWEEN_WORDS.split(metric.toLowerCase(Locale.ROOT));
        // The last telling word counts: the discrimination part of a deviance is better when larger.
        for (int i = words.length - 1; i >= 0; i--) {
            if (NEITHER.contains(words[i])) {
                return Optional.empty();
            }
            if (LARGER.contains(words[i])) {
                return Optional.of(MAXIMIZE);
            }
            if (SMALLER.contains(words[i])) {
                return Optional.of(MINIMIZE);
            }
        }
        return Optional.empty();
    }
}
