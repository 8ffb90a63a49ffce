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
                    share(leak.keys(), leak, part)
                            + " have a key that stands in an earlier part too: split by that key");
        }
        if (leak.adjacent() > 0) {
            log.warning(
                    "split-leak",
                    share(leak.adjacent(), leak, part)
                            + " stand in a run of neighbouring rows of the same features with a row of an earlier part: split"
                            + " by Splits.adjacent");
        }
        if (leak.features() > 0) {
            log.warning(
                    "split-leak",
                    share(leak.features(), leak, part) + " have all features in common with a row of an earlier part");
        }
    }

    private static void metric(RunLog log, String name, double value) {
        log.metric(name, value, null, "MINIMIZE");
    }

    /** The count too: of many rows, a few are 0.0 %. */
    private static String share(double share, SplitLeak leak, String part) {
        return String.format(
                Locale.ROOT,
                "%d of the %d rows of %s (%.1f %%)",
                Math.round(share * leak.rows()),
                leak.rows(),
                part,
                100 * share);
    }
}
