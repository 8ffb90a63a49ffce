package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A range of whole numbers, on a record component or parameter of type {@code int}, {@code long} or {@code short}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface IntRange {

    /** The smallest value. */
    long min();

    /** The largest value, included. */
    long max();

    /** The distance between neighbours; it divides {@code max - min}. */
    long step() default 1;

    /** Whether the search sees the logarithm; needs {@code min >= 1} and no step. */
    boolean log() default false;
}
