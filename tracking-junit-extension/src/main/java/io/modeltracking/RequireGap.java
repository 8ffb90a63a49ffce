package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires that a metric on other data is not much worse than on the training data. Worse is larger, but for metrics
 * known to be better when large (Gini, AUC, D², accuracy …).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(RequireGap.List.class)
public @interface RequireGap {

    /** The metric on the training data. */
    String train();

    /** The metric on the other data. */
    String test();

    /** Largest (test − train) / |train| allowed: 0.05 is 5 %. Negative: not checked. */
    double maxRelative() default -1;

    /** Largest test − train allowed. Negative: not checked. */
    double maxAbsolute() default -1;

    /** Several. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface List {
        RequireGap[] value();
    }
}
