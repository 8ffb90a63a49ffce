package io.modeltracking.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The charts that the page can draw, and the columns that each needs. More columns are shown in its table. */
enum ChartKind {
    LIFT(List.of("bin"), List.of("weight", "actual", "expected")),
    DOUBLE_LIFT(List.of("bin"), List.of("weight", "actual", "expected", "champion")),
    ACTUAL_EXPECTED(List.of("segment"), List.of("weight", "actual", "expected")),
    RATIO(List.of("segment"), List.of("weight", "actual_expected")),
    LOSS_RATIO(List.of("bin"), List.of("weight", "loss_ratio")),
    HISTOGRAM(List.of("bin"), List.of("share")),
    LORENZ(List.of(), List.of("weight_share", "loss_share")),
    CALIBRATION(List.of(), List.of("predicted", "calibrated")),
    MURPHY(List.of(), List.of("threshold", "model")),
    BARS(List.of("label"), List.of("value")),
    BEESWARM(List.of("feature"), List.of("value", "level")),
    SCATTER(List.of(), List.of("x", "y")),
    WATERFALL(List.of("label"), List.of("value")),
    CURVES(List.of("series"), List.of("step", "value"));

    private final List<String> texts;
    private final List<String> numbers;

    ChartKind(List<String> texts, List<String> numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** The name in files. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> texts() {
        return texts;
    }

    List<String> numbers() {
        return numbers;
    }

    static Optional<ChartKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
