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
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a search annotation says, checked.
 *
 * @param trials that are asked for; 0 for all points of a grid
 * @param startup trials without a model
 * @param pruner null for none
 * @param timeout null for none
 * @param patience 0 for none
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
        return of(
                Kind.GRID,
                0,
                0,
                search.objective(),
                search.direction(),
                search.onTrialError(),
                search.pruner(),
                search.timeout(),
                search.patience(),
                search.allowHoldoutSelection());
    }

    private static SearchSettings of(RandomSearch search) {
        return of(
                Kind.RANDOM,
                search.trials(),
                0,
                search.objective(),
                search.direction(),
                search.onTrialError(),
                search.pruner(),
                search.timeout(),
                search.patience(),
                search.allowHoldoutSelection());
    }

    private static SearchSettings of(BayesianSearch search) {
        int least = search.algorithm() == Algorithm.GP ? 2 : 1;
        require(
                search.startup() >= least,
                "@BayesianSearch(startup = " + search.startup() + "): " + search.algorithm() + " needs at least "
                        + least + " to learn from");
        return of(
                search.algorithm() == Algorithm.GP ? Kind.GP : Kind.TPE,
                search.trials(),
                search.startup(),
                search.objective(),
                search.direction(),
                search.onTrialError(),
                search.pruner(),
                search.timeout(),
                search.patience(),
                search.allowHoldoutSelection());
    }

    private static SearchSettings of(
            Kind kind,
            int trials,
            int startup,
            String objective,
            Direction direction,
            OnTrialError onError,
            Pruning pruning,
            String timeout,
            int patience,
            boolean allowHoldout) {
        String where = kind.annotation + "(";
        require(
                kind == Kind.GRID || trials >= 1,
                where + "trials = " + trials + "): a search needs at least one trial");
        require(
                patience >= 0,
                where + "patience = " + patience + "): it is a number of trials, 0 for never ending early");
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
                allowHoldout);
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

    /** To be minimised, as samplers and pruners have it. */
    double minimised(double value) {
        return direction == Direction.MINIMIZE ? value : -value;
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
