package io.modeltracking.experiment;

import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.validation.Verdicts;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** One invocation of an experiment's method as one run. */
final class ExperimentInvocation
        implements BeforeEachCallback, AfterEachCallback, InvocationInterceptor, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ExperimentInvocation.class);

    private final TrackingSession session;
    private final ExperimentDefinition experiment;
    private final Repetition repetition;

    /** @param repetition what the runs of a reproducible experiment are compared by, or null */
    ExperimentInvocation(TrackingSession session, ExperimentDefinition experiment, Repetition repetition) {
        this.session = session;
        this.experiment = experiment;
        this.repetition = repetition;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Map<String, String> links = repetition == null ? Map.of() : repetition.links();
        RunScope scope = RunScope.open(session, experiment, context.getUniqueId(), links);
        context.getStore(NAMESPACE).put(RunScope.class, new Handle(scope, context));
        if (repetition != null) {
            repetition.opened(scope);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Handle handle = context.getStore(NAMESPACE).get(RunScope.class, Handle.class);
        if (handle == null) {
            return;
        }
        boolean failed = context.getExecutionException().isPresent();
        Verdicts verdicts = handle.scope.judge(failed);
        if (failed) {
            return;
        }
        handle.scope.log().flush();
        String run = "Run " + handle.scope.log().shortId() + " of " + experiment.name();
        if (experiment.expectRejected()) {
            if (verdicts.accepted()) {
                throw new RejectedError(run + " was expected to be rejected, but "
                        + (verdicts.checks().isEmpty()
                                ? "it has no requirements: add @RequireMetric, @RequireGap or run.require()"
                                : "all " + verdicts.checks().size() + " requirements hold"));
            }
        } else if (!verdicts.accepted()) {
            throw new RejectedError(run + " is rejected: " + verdicts.failed().size() + " of "
                    + verdicts.checks().size() + " requirements failed" + verdicts.message());
        }
        if (repetition != null) {
            repetition.compare(handle.scope);
        }
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> target, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    private void bound(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        Handle handle = context.getStore(NAMESPACE).get(RunScope.class, Handle.class);
        if (handle == null) {
            invocation.proceed();
            return;
        }
        // As late and as short as can be: under JUnit's fork-join pool another test may start inside this one.
        try (AutologScope binding = AutologScope.bind(handle.scope, experiment.autolog())) {
            invocation.proceed();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Run.class || type == Seeds.class || type == RandomGenerator.class || type == Random.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Handle handle = context.getStore(NAMESPACE).get(RunScope.class, Handle.class);
        if (handle == null) {
            throw new ParameterResolutionException(type.getSimpleName() + " is injected into the experiment's method,"
                    + " @BeforeEach and @AfterEach: before them, in " + parameter.getDeclaringExecutable()
                    + ", there is no run yet");
        }
        if (type == Run.class) {
            return handle.scope.run();
        }
        Seeds seeds = handle.scope.seeds();
        if (type == Seeds.class) {
            return seeds;
        }
        return type == Random.class ? seeds.random("random") : seeds.generator("random");
    }

    /** Closed by JUnit's store, after all of {@code @AfterEach}. */
    private record Handle(RunScope scope, ExtensionContext context) implements AutoCloseable {
        @Override
        public void close() {
            // An interrupted thread could not write files; whoever interrupted it sees the flag again afterwards.
            boolean interrupted = Thread.interrupted();
            try {
                scope.finish(Outcome.of(context.getExecutionException()));
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
