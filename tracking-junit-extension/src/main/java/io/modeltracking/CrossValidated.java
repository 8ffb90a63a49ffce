package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the experiment, or each trial of its search, once a fold; the method asks for its {@link Fold}, which says which rows
 * to train on and which to validate on. All trials, and all experiments of a root seed, have the same folds.
 *
 * <p>Each fold is a child run. The run itself has the mean over the folds of every metric that all of them logged; its
 * requirements are judged on the means, the objective of a trial is the mean, recorded with the standard deviation.
 * Requirements in code are judged in each fold, and one that fails there rejects the whole. A pruner compares trials after
 * each fold.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface CrossValidated {

    /** How many, 2 or more. */
    int folds() default 5;

    /**
     * The column whose equal values stay together in one fold, such as the policy that has several rows; by default each row
     * is on its own.
     */
    String groupBy() default "";
}
