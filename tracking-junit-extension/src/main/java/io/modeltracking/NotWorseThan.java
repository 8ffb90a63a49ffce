package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a metric to be not worse than a baseline's, on the same data. The goal {@code prepare} tells the test JVM of the
 * baselines. The metric's data set has to be logged under the first part of its name, as by {@code run.dataset("test", …)}:
 * on other rows the verdict is NOT_COMPARABLE, which fails.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(NotWorseThan.List.class)
public @interface NotWorseThan {

    /**
     * {@code production}: the version of the experiment's model that is in Production; {@code accepted}: what the committed file
     * {@code tracking-baseline.json} says, which the goal {@code accept} writes; {@code last}: the last accepted run of the model
     * on the base branch.
     */
    String baseline() default "production";

    /** The metric; {@code test.loss@min}, {@code @max}, {@code @first} select another value than the last. */
    String metric();

    /** How much worse it may be, in the metric's unit. */
    double tolerance() default 0;

    /** How much worse it may be, as a share of the baseline's figure: 0.01 is 1 %. */
    double relativeTolerance() default 0;

    /** Whether the requirement holds while there is no baseline. */
    boolean ignoreMissingBaseline() default false;

    /** Several. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface List {
        NotWorseThan[] value();
    }
}
