package io.modeltracking.experiment;

import io.modeltracking.Dataset;
import io.modeltracking.Split;
import io.modeltracking.Splits;
import io.modeltracking.evaluation.SplitLeak;
import java.util.Locale;

/** Logs how rows were split, and what stands on both sides. */
final class SplitLog {

    private static final String[] PARTS = {"train", "validation", "holdout"};

    private SplitLog() {}

    static void log(RunLog log, Split split, Dataset rows, String... features) {
        log.requireOpen("A split");
        if (features.length == 0) {
            throw new IllegalArgumentException(
                    "A split is checked by the features of its rows: name the columns that the model is given");
        }
        int[] vectors = Splits.equal(rows, features);
        int[] keys =
                rows.keys().isEmpty() ? null : Splits.equal(rows, rows.keys().toArray(String[]::new));
        log.param("split", split.toString(), null);
        for (int part = 1; part < split.count(); part++) {
            log(log, part < PARTS.length ? PARTS[part] : "part" + part, SplitLeak.of(split, part, keys, vectors));
        }
    }

    private static void log(RunLog log, String part, SplitLeak leak) {
        metric(log, part + ".leak.features", leak.features());
        metric(log, part + ".leak.adjacent", leak.adjacent());
        if (!Double.isNaN(leak.keys())) {
            metric(log, part + ".leak.keys", leak.keys());
        }
        if (leak.keys() > 0) {
            log.warning(
                    "split-leak",
                    percent(leak.keys()) + " of the " + leak.rows() + " rows of " + part
                            + " have a key that stands in an earlier part too: split by that key");
        }
        if (leak.adjacent() > 0) {
            log.warning(
                    "split-leak",
                    percent(leak.adjacent()) + " of the " + leak.rows() + " rows of " + part
                            + " stand in a run of neighbouring rows of the same features with a row of an earlier part: split"
                            + " by Splits.adjacent");
        }
        if (leak.features() > 0) {
            log.warning(
                    "split-leak",
                    percent(leak.features()) + " of the " + leak.rows() + " rows of " + part
                            + " have all features in common with a row of an earlier part");
        }
    }

    private static void metric(RunLog log, String name, double value) {
        log.metric(name, value, null, "MINIMIZE");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
