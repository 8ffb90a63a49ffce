package io.modeltracking;

import io.modeltracking.experiment.ModelExperimentExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tries random points, uniform in the logarithm where a range is logarithmic, none twice. Under JUnit's parallel execution
 * the trials run in parallel, with the same params and results.
 *
 * <p>Stands beside {@link ModelExperiment}; alone it is an error. The method is a study: its run is the parent of one child run a trial. The space is the method's parameter record (or
 * several, or parameters that carry {@link IntRange} and its sisters themselves; booleans and enums need none), a sealed
 * interface of records is a conditional space. Names are recorded in snake case. {@code -Dtracking.param.max_depth=5} pins a
 * parameter, {@code -Dtracking.trials=10} runs only the first ones.
 *
 * <p>A trial that misses a requirement is rejected; the best of the accepted ones by {@link #objective} wins. The study fails
 * when no trial is accepted. {@link RequireArtifact} and what {@link Run#holdout} evaluates are asked of the winner alone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(ModelExperimentExtension.class)
public @interface RandomSearch {

    /** How many points are tried; fewer when the space has not so many. */
    int trials();

    /** The metric that is optimised, as a rule names it; logged by every trial: {@code validation.rmse}. */
    String objective();

    /** Whether a smaller or a larger objective is better. */
    Direction direction();

    /** What becomes of the study when a trial throws, or has no objective. */
    OnTrialError onTrialError() default OnTrialError.FAIL;

    /** Which trials are stopped early. */
    Pruning pruner() default Pruning.NONE;

    /** After how long no further trial begins: {@code 30m}, {@code 1h30m}, {@code 90s}. By default none is set. */
    String timeout() default "";

    /** After how many trials in a row without a new best accepted one the study ends; 0 for never. */
    int patience() default 0;

    /**
     * Whether to go on with the last run of this study when that was interrupted: its finished trials become part of this
     * one, the best of them is run again, then the rest. Only on the same code, data, space and seed, else the study begins anew
     * and says why. {@code -Dtracking.resume=true} wants it of all studies. Needs the goal {@code prepare}.
     */
    boolean resume() default false;

    /**
     * How many of the best accepted points that earlier studies of the same {@link ModelExperiment#model} found are tried
     * first, after {@link Enqueue}: those with the same objective whose params lie in the space. The study then depends on what
     * was searched before, which its trials say. Needs the goal {@code prepare}.
     */
    int warmStart() default 0;

    /**
     * Whether the objective may read a {@link Role#HOLDOUT} data set. What selects may not judge: the figures on that data
     * are then flattered by the selection, which a warning says wherever they are shown.
     */
    boolean allowHoldoutSelection() default false;
}
