package io.modeltracking.experiment;

import io.modeltracking.validation.Observations;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/** How one invocation of an experiment's method becomes a run, from opening to close. */
interface Course {

    ExperimentDefinition experiment();

    /** Whether the invocation is to run at all. */
    default ConditionEvaluationResult condition() {
        return ConditionEvaluationResult.enabled(null);
    }

    RunScope open(String uniqueId);

    /** What JUnit is to see of what the user's code threw. */
    default Throwable shown(Throwable thrown) {
        return thrown;
    }

    /** Whether no further part is to come, at what those so far have logged. */
    default boolean endsAfter(int parts, Observations soFar) {
        return parts == experiment().parts().size();
    }

    /**
     * Judges the run after the test and all of its {@code @AfterEach} methods.
     *
     * @param thrown whether one of them threw
     * @throws RuntimeException or an error, with which the test then ends
     */
    void judge(RunScope scope, boolean thrown);

    void finish(RunScope scope, Optional<Throwable> thrown);

    /** Makes an argument out of what the invocation tries; empty when the parameter is none of its business. */
    Optional<Callable<Object>> argument(Parameter parameter);
}
