package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A range of reals, on a record component or parameter of type {@code double} or {@code float}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface DoubleRange {

    /** The smallest value, finite. */
    double min();

    /** The largest value, included, finite. */
    double max();

    /** The distance between neighbours, 0 for a continuous range; it divides {@code max - min}. */
    double step() default 0;

    /** Whether the search sees the logarithm; needs {@code min > 0} and no step. */
    boolean log() default false;
}
