package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires artifacts of these names; in a study, of the winner alone. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface RequireArtifact {

    /** Names of artifacts, or the last parts of them: {@code lift.png} is {@code validation/lift.png} too. */
    String[] value();
}
