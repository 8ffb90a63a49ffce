package io.modeltracking.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a chart is drawn, and the columns that it needs. */
public enum Kind {
    /** Actual and expected rate by bin, with exposure bars. */
    LIFT("bin", "weight", "actual", "expected"),
    /** Actual, champion and model by bin of their ratio, with exposure bars. */
    DOUBLE_LIFT("bin", "weight", "actual", "expected", "champion"),
    /** Actual and expected rate by level of a factor, with exposure bars. */
    ACTUAL_EXPECTED("segment", "weight", "actual", "expected"),
    /** A/E by bin, with an interval ({@code lower}, {@code upper}) where there is one. */
    RATIO("segment", "weight", "actual_expected"),
    /** Loss ratio by bin. */
    LOSS_RATIO("bin", "weight", "loss_ratio"),
    /** Share of the weight by bin. */
    HISTOGRAM("bin", "share"),
    /** Concentration curve below the diagonal. */
    LORENZ("weight_share", "loss_share"),
    /** Recalibrated against predicted, with the diagonal. */
    CALIBRATION("predicted", "calibrated"),
    /** Elementary score by threshold, the {@code champion}'s too where there is one. */
    MURPHY("threshold", "model"),
    /** Horizontal bars, the first on top. */
    BARS("label", "value"),
    /** Points by feature, coloured by {@code level} from 0 to 1; NaN is uncoloured. */
    BEESWARM("feature", "value", "level"),
    /** Points; {@code level} colours them where it is given. */
    SCATTER("x", "y"),
    /** Contributions that lead from a base to a result, the first on top. */
    WATERFALL("label", "value"),
    /** One line a series over steps. */
    CURVES("series", "step", "value");

    private final List<String> columns;

    Kind(String... columns) {
        this.columns = List.of(columns);
    }

    /** The columns that a chart of this kind has at least. */
    public List<String> columns() {
        return columns;
    }

    /** The name in files: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of an {@link #id}, or an error that lists them. */
    public static Kind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of chart '" + id + "'; known are "
                        + Arrays.stream(values()).map(Kind::id).toList()));
    }
}
