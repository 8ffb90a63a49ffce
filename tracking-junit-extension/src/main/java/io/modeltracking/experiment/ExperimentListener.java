package io.modeltracking.experiment;

import io.modeltracking.ModelExperiment;
import io.modeltracking.run.RunEvent.Finished;
import io.modeltracking.run.Status;
import java.lang.reflect.Method;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Records the experiments that never came to open a run: disabled ones, and those whose class failed before them. Found by
 * JUnit through {@code META-INF/services}.
 */
public final class ExperimentListener implements TestExecutionListener {

    private static final TestTag EXPERIMENT = TestTag.create("model-experiment");

    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private volatile TestPlan plan;
    private volatile UntrackedWatch untracked;

    /** Called by JUnit. */
    public ExperimentListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
        started.clear();
        untracked = UntrackedWatch.start(testPlan.getConfigurationParameters()::get);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        untracked.close();
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (isExperiment(identifier)) {
            started.add(identifier.getUniqueId());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        record(identifier, new Outcome(Status.SKIPPED, reason == null || reason.isBlank() ? "skipped" : reason, null));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            record(identifier, Outcome.of(result.getThrowable().orElseGet(() -> new AssertionError("failed"))));
        }
    }

    private void record(TestIdentifier identifier, Outcome outcome) {
        if (isExperiment(identifier)) {
            recordOne(identifier, outcome);
            return;
        }
        plan.getDescendants(identifier).stream()
                .filter(descendant -> isExperiment(descendant) && !started.contains(descendant.getUniqueId()))
                .forEach(descendant -> recordOne(descendant, outcome));
    }

    private static boolean isExperiment(TestIdentifier identifier) {
        return identifier.getTags().contains(EXPERIMENT)
                && identifier.getSource().filter(MethodSource.class::isInstance).isPresent();
    }

    /** A fault here must not disturb the build: it is named on the console. */
    private void recordOne(TestIdentifier identifier, Outcome outcome) {
        try {
            TrackingConfiguration configuration = TrackingConfiguration.of(plan.getConfigurationParameters()::get);
            MethodSource source = (MethodSource) identifier.getSource().orElseThrow();
            Optional<Method> method = Optional.of(source.getJavaMethod())
                    .filter(found -> AnnotationSupport.isAnnotated(found, ModelExperiment.class));
            if (method.isEmpty()) {
                return;
            }
            Class<?> testClass = ReflectionSupport.tryToLoadClass(source.getClassName())
                    .toOptional()
                    .orElse(source.getJavaClass());
            write(
                    TrackingSession.of(configuration),
                    ExperimentDefinition.of(testClass, method.get(), configuration),
                    identifier.getUniqueId(),
                    outcome);
        } catch (RuntimeException e) {
            Console.standard().warning("cannot record " + identifier.getDisplayName() + ": " + e.getMessage());
        }
    }

    private static void write(
            TrackingSession session, ExperimentDefinition experiment, String uniqueId, Outcome outcome) {
        if (session.hasOpened(uniqueId)) {
            return;
        }
        RunLog log = session.open(experiment, uniqueId, Map.of());
        session.facts().complete(log);
        Finished finished = new Finished(
                session.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                outcome.status(),
                null,
                outcome.reason(),
                outcome.failure());
        log.close(finished);
        session.console().run(log, finished, Optional.empty());
    }
}
