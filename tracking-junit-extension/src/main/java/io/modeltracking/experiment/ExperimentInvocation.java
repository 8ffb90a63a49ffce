package io.modeltracking.experiment;

import io.modeltracking.Champion;
import io.modeltracking.Fold;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.Trial;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** One invocation of an experiment's method as one run. */
final class ExperimentInvocation
        implements ExecutionCondition,
                BeforeEachCallback,
                AfterEachCallback,
                InvocationInterceptor,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ExperimentInvocation.class);

    private final Course course;

    ExperimentInvocation(Course course) {
        this.course = course;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return course.condition();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        throw course.shown(throwable);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        throw course.shown(throwable);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        throw course.shown(throwable);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        RunScope scope = course.open(context.getUniqueId());
        context.getStore(NAMESPACE).put(RunScope.class, new Handle(course, scope, context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Handle handle = context.getStore(NAMESPACE).get(RunScope.class, Handle.class);
        if (handle != null) {
            course.judge(handle.scope, context.getExecutionException().isPresent());
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
        try (AutologScope binding =
                AutologScope.bind(handle.scope, course.experiment().autolog())) {
            invocation.proceed();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Run.class
                || type == Seeds.class
                || type == RandomGenerator.class
                || type == Random.class
                || type == Champion.class
                || type == Trial.class
                || type == Fold.class
                || SpaceReader.declaresParams(type)
                || course.argument(parameter.getParameter()).isPresent();
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
        if (type == Champion.class) {
            ExperimentDefinition experiment = course.experiment();
            return experiment.baselines().champion(experiment.model(), handle.scope.log());
        }
        Optional<Callable<Object>> argument = course.argument(parameter.getParameter());
        if (argument.isPresent()) {
            return value(argument.get(), parameter);
        }
        if (type == Trial.class) {
            throw new ParameterResolutionException("Trial is injected into studies, but there is no search on "
                    + parameter.getDeclaringExecutable() + ": add @GridSearch, @RandomSearch or @BayesianSearch");
        }
        if (SpaceReader.declaresParams(type)) {
            throw new ParameterResolutionException(
                    type.getSimpleName() + " declares params that a search chooses, but there"
                            + " is no search on " + parameter.getDeclaringExecutable()
                            + ": add @GridSearch, @RandomSearch or @BayesianSearch");
        }
        if (type == Fold.class) {
            throw new ParameterResolutionException("Fold is injected into cross-validated experiments, but there is no"
                    + " @CrossValidated on " + parameter.getDeclaringExecutable() + ": add it");
        }
        Seeds seeds = handle.scope.seeds();
        if (type == Seeds.class) {
            return seeds;
        }
        return type == Random.class ? seeds.random("random") : seeds.generator("random");
    }

    private static Object value(Callable<Object> argument, ParameterContext parameter) {
        try {
            return argument.call();
        } catch (Exception e) {
            throw new ParameterResolutionException(
                    parameter.getParameter().getType().getSimpleName() + " refuses the trial's params: " + e, e);
        }
    }

    /** Closed by JUnit's store, after all of {@code @AfterEach}. */
    private record Handle(Course course, RunScope scope, ExtensionContext context) implements AutoCloseable {
        @Override
        public void close() {
            // An interrupted thread could not write files; whoever interrupted it sees the flag again afterwards.
            boolean interrupted = Thread.interrupted();
            try {
                course.finish(scope, context.getExecutionException());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
