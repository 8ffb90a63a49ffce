package io.modeltracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A point written by hand, tried before those that the search chooses; several are tried in their order:
 * {@code @Enqueue({"max_depth=5", "learning_rate=0.1"})}. Not for {@link GridSearch}, which tries every point anyhow.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(Enqueue.List.class)
public @interface Enqueue {

    /** One {@code name=value} for each parameter of the space that is not pinned, names in snake case. */
    String[] value();

    /** Several. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface List {
        Enqueue[] value();
    }
}
