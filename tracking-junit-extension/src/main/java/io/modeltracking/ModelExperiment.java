package io.modeltracking;

import io.modeltracking.experiment.ModelExperimentExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test method a tracked run.
 *
 * <p>Can be composed into an annotation of one's own. Injected where the method, or a {@code @BeforeEach} or
 * {@code @AfterEach} beside it, asks for them: {@link Run}, {@link Seeds}, {@link java.util.random.RandomGenerator} and
 * {@link java.util.Random}, the last two seeded.
 *
 * <p>With {@link GridSearch}, {@link RandomSearch} or {@link BayesianSearch} beside it, the method is a study, a run with a
 * child run a trial, and its parameters are searched; a {@link Trial} is injected as well.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@Tag("model-experiment")
@ExtendWith(ModelExperimentExtension.class)
public @interface ModelExperiment {

    /**
     * The experiment's name, by convention {@code Project_Date_Description}; checked against the pattern in
     * {@code tracking.experimentPattern} when that is set. By default the class's and the method's simple names.
     */
    String name() default "";

    /** The lasting name in the registry, so that next year's experiment challenges this year's champion. By default the name. */
    String model() default "";

    /** The root seed; {@code -Dtracking.seed} overrides it. */
    long seed() default 0;

    /** Whether trainings and reads inside the method are logged without further code. */
    boolean autolog() default true;
}
