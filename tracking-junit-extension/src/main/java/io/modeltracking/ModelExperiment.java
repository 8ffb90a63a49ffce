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

    /**
     * Whether models that are trained inside the method are explained by the SHAP values of up to 1,000 rows of the last watch
     * (without watches: of the training matrix): {@code shap_summary}, {@code shap_bar}, {@code shap_dependence_<feature>},
     * and, by single rows, {@code shap_waterfall_<row>} (of rows that {@link Run#explain} may choose) and {@code shap_values}. Rows are personal data: they are kept only
     * when this is true. The winner of a study is explained without it, but for single rows.
     *
     * <p>An exposure offset (the matrix's base margin) is no part of what is explained. Features that a data set of the run
     * has as text are taken for codes without an order.
     */
    boolean explain() default false;

    /**
     * Whether the bytes of data files are kept in the store, each content once, so that {@code reproduce} finds them when the files are
     * gone. A file beyond {@code tracking.keepData.limit} (bytes, by default 256 MiB) is an error. {@code tracking.keepData=true} keeps
     * those of all experiments.
     */
    boolean keepData() default false;

    /**
     * Whether unseeded randomness rejects the run; else it is a warning. Autologging notices {@code new Random()},
     * {@code Math.random()}, {@code ThreadLocalRandom.current()}, {@code new SplittableRandom()},
     * {@code Collections.shuffle(list)}, {@code UUID.randomUUID()}, {@code RandomGenerator.getDefault()} and {@code of(name)}
     * where classes of the build itself call them inside the method, or a thread that it starts; not inside libraries. Without
     * Maven's agent, as in most IDEs, it sees only classes that are loaded later than itself, and says so.
     */
    boolean strictSeeds() default false;
}
