package io.modeltracking.experiment;

import io.modeltracking.Algorithm;
import io.modeltracking.BayesianSearch;
import io.modeltracking.Direction;
import io.modeltracking.GridSearch;
import io.modeltracking.OnTrialError;
import io.modeltracking.Pruning;
import io.modeltracking.RandomSearch;
import io.modeltracking.run.MetricSelector;
import io.modeltracking.search.AshaPruner;
import io.modeltracking.search.MedianPruner;
import io.modeltracking.search.Pruner;
import io.modeltracking.validation.MetricDirection;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a search annotation says, checked.
 *
 * @param trials that are asked for; 0 for all points of a grid
 * @param startup trials without a model
 * @param pruner null for none
 * @param timeout null for none
 * @param patience 0 for none
 * @param resume whether to go on with an interrupted study
 * @param warmStart how many points of earlier studies are tried first
 */
record SearchSettings(
        Kind kind,
        int trials,
        int startup,
        MetricSelector objective,
        Direction direction,
        boolean goesOn,
        Pruner pruner,
        Duration timeout,
        int patience,
        boolean resume,
        int warmStart,
        boolean allowHoldout) {

    /** The rule by which points are chosen. */
    enum Kind {
        GRID("@GridSearch"),
        RANDOM("@RandomSearch"),
        TPE("@BayesianSearch"),
        GP("@BayesianSearch");

        private final String annotation;

        Kind(String annotation) {
            this.annotation = annotation;
        }
    }

    /** These, with {@code resume} as the command line has it. */
    SearchSettings resuming(boolean wanted) {
        return new SearchSettings(
                kind,
                trials,
                startup,
                objective,
                direction,
                goesOn,
                pruner,
                timeout,
                patience,
                wanted,
                warmStart,
                allowHoldout);
    }

    /** The annotation of a search that the method carries, whatever it says. */
    static Optional<String> annotationOn(Method method) {
        return Stream.of(GridSearch.class, RandomSearch.class, BayesianSearch.class)
                .filter(search -> AnnotationSupport.isAnnotated(method, search))
                .map(search -> "@" + search.getSimpleName())
                .findFirst();
    }

    /** Empty when the method carries none. */
    static Optional<SearchSettings> of(Method method) {
        List<SearchSettings> found = new ArrayList<>();
        AnnotationSupport.findAnnotation(method, GridSearch.class)
                .map(SearchSettings::of)
                .ifPresent(found::add);
        AnnotationSupport.findAnnotation(method, RandomSearch.class)
                .map(SearchSettings::of)
                .ifPresent(found::add);
        AnnotationSupport.findAnnotation(method, BayesianSearch.class)
                .map(SearchSettings::of)
                .ifPresent(found::add);
        if (found.size() > 1) {
            throw new IllegalArgumentException(found.get(0).annotation() + " and "
                    + found.get(1).annotation() + " stand on the same method: keep one of them");
        }
        return found.stream().findFirst();
    }

    private static SearchSettings of(GridSearch search) {
        return new Common(
                        search.objective(),
                        search.direction(),
                        search.onTrialError(),
                        search.pruner(),
                        search.timeout(),
                        search.patience(),
                        search.resume(),
                        0,
                        search.allowHoldoutSelection())
                .settings(Kind.GRID, 0, 0);
    }

    private static SearchSettings of(RandomSearch search) {
        return new Common(
                        search.objective(),
                        search.direction(),
                        search.onTrialError(),
                        search.pruner(),
                        search.timeout(),
                        search.patience(),
                        search.resume(),
                        search.warmStart(),
                        search.allowHoldoutSelection())
                .settings(Kind.RANDOM, search.trials(), 0);
    }

    private static SearchSettings of(BayesianSearch search) {
        int least = search.algorithm() == Algorithm.GP ? 2 : 1;
        require(
                search.startup() >= least,
                "@BayesianSearch(startup = " + search.startup() + "): " + search.algorithm() + " needs at least "
                        + least + " to learn from");
        return new Common(
                        search.objective(),
                        search.direction(),
                        search.onTrialError(),
                        search.pruner(),
                        search.timeout(),
                        search.patience(),
                        search.resume(),
                        search.warmStart(),
                        search.allowHoldoutSelection())
                .settings(search.algorithm() == Algorithm.GP ? Kind.GP : Kind.TPE, search.trials(), search.startup());
    }

    /** What the annotations have in common. */
    private record Common(
            String objective,
            Direction direction,
            OnTrialError onError,
            Pruning pruning,
            String timeout,
            int patience,
            boolean resume,
            int warmStart,
            boolean allowHoldout) {

        SearchSettings settings(Kind kind, int trials, int startup) {
            String where = kind.annotation + "(";
            require(
                    kind == Kind.GRID || trials >= 1,
                    where + "trials = " + trials + "): a search needs at least one trial");
            require(
                    patience >= 0,
                    where + "patience = " + patience + "): it is a number of trials, 0 for never ending early");
            require(warmStart >= 0, where + "warmStart = " + warmStart + "): it is a number of points, 0 for none");
            MetricSelector selector;
            try {
                selector = MetricSelector.parse(objective);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(where + "objective = \"" + objective + "\"): " + e.getMessage(), e);
            }
            return new SearchSettings(
                    kind,
                    trials,
                    startup,
                    selector,
                    direction,
                    onError == OnTrialError.CONTINUE,
                    pruner(pruning),
                    timeout.isBlank() ? null : duration(where, timeout),
                    patience,
                    resume,
                    warmStart,
                    allowHoldout);
        }
    }

    private static Pruner pruner(Pruning pruning) {
        return switch (pruning) {
            case NONE -> null;
            case MEDIAN -> new MedianPruner();
            case ASHA -> new AshaPruner();
        };
    }

    private static Duration duration(String where, String text) {
        try {
            Duration duration = Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
            require(!duration.isNegative() && !duration.isZero(), where + "timeout = \"" + text + "\"): not positive");
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(where + "timeout = \"" + text + "\"): write it as 90s, 30m or 1h30m", e);
        }
    }

    private static void require(boolean rule, String otherwise) {
        if (!rule) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    String annotation() {
        return kind.annotation;
    }

    boolean isAdaptive() {
        return kind == Kind.TPE || kind == Kind.GP;
    }

    /** Why a trial must wait for the one before, or null when it need not. */
    String reasonForOrder() {
        if (isAdaptive()) {
            return annotation() + " learns from each trial for the next";
        }
        if (pruner != null) {
            return "a pruner compares a trial with those before it";
        }
        return patience > 0 || timeout != null ? "patience and timeout end a study after a certain trial" : null;
    }

    /** When trials and the study end before their time, to be compared. */
    String ending() {
        return goesOn + " " + (pruner == null ? "" : pruner.getClass().getSimpleName()) + " " + patience + " "
                + timeout;
    }

    /** To be minimised, as samplers and pruners have it. */
    double minimised(double value) {
        return direction == Direction.MINIMIZE ? value : -value;
    }

    /** A value of a metric on the way to the objective, to be minimised: in its own direction where that is known. */
    double minimised(String metric, double value) {
        Direction usual = metric == null || metric.equals(objective.name())
                ? direction
                : MetricDirection.of(metric)
                        .map(Enum::name)
                        .map(Direction::valueOf)
                        .orElse(direction);
        return usual == Direction.MINIMIZE ? value : -value;
    }

    boolean isBetter(double value, double than) {
        return minimised(value) < minimised(than);
    }

    /** The data set that the objective is of: the first part of its name. */
    String dataSet() {
        int dot = objective.name().indexOf('.');
        return dot < 0 ? objective.name() : objective.name().substring(0, dot);
    }
}
