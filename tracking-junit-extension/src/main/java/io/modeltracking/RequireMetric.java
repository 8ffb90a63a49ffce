package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a metric to lie within bounds. Give {@link #min}, {@link #max} or both, or {@link #equalTo}. A metric that was
 * not logged, or is NaN, fails.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(RequireMetric.List.class)
public @interface RequireMetric {

    /**
     * The metric; {@code test.loss@min}, {@code @max}, {@code @first} select another value than the last, {@code
     * lower(test.gini.exposure)}, {@code upper(…)} and {@code interval(…)} its 95 % interval.
     */
    String name();

    /** Smallest value allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest value allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** The value wanted, within {@link #tolerance}. */
    double equalTo() default Double.NaN;

    /** Largest difference from {@link #equalTo} allowed. */
    double tolerance() default 0;

    /** Several. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface List {
        RequireMetric[] value();
    }
}
