package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the experiment, or each trial of its search, once with each of these seeds: how much of a result is luck?
 *
 * <p>Each repeat is a child run, and each seed the root seed of its repeat, in place of {@link ModelExperiment#seed}: splits,
 * samples and trainings that draw from {@link Seeds} all change with it, and are the same for all trials. The run itself has
 * the mean of every metric that all repeats logged; its requirements are judged on the means, the objective of a trial is the
 * mean, recorded with the standard deviation. Requirements in code are judged in each repeat, and one that fails there rejects
 * the whole. A pruner compares trials after each repeat.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface RepeatedSeeds {

    /** At least one, each once. */
    long[] value();
}
