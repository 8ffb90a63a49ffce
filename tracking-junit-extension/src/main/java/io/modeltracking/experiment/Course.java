package io.modeltracking.experiment;

import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.concurrent.Callable;

/** How one invocation of an experiment's method becomes a run, from opening to close. */
interface Course {

    ExperimentDefinition experiment();

    RunScope open(String uniqueId);

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
