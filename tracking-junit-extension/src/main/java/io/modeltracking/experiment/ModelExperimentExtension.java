package io.modeltracking.experiment;

import io.modeltracking.ModelExperiment;
import io.modeltracking.Reproducible;
import io.modeltracking.run.SharedStudy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/** Opens, binds, validates and closes the runs of {@link ModelExperiment} methods. */
public final class ModelExperimentExtension implements TestTemplateInvocationContextProvider {

    private static final Namespace NAMESPACE = Namespace.create(ModelExperimentExtension.class);

    /** Called by JUnit. */
    public ModelExperimentExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), ModelExperiment.class)
                || SearchSettings.annotationOn(context.getRequiredTestMethod()).isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        JUnitSupport.check();
        Method method = context.getRequiredTestMethod();
        TrackingConfiguration configuration = TrackingConfiguration.of(context::getConfigurationParameter);
        requireExperiment(method);
        ExperimentDefinition definition;
        Optional<StudyDefinition> study;
        try {
            definition = ExperimentDefinition.of(context.getRequiredTestClass(), method, configuration);
            study = StudyDefinition.of(definition, context::getConfigurationParameter);
            study.ifPresent(search -> requireOrder(search, configuration, context));
            OneRun.check(
                    study.orElse(null),
                    context::getConfigurationParameter,
                    System.getProperties().stringPropertyNames());
        } catch (IllegalArgumentException e) {
            throw misuse("@ModelExperiment", method, e.getMessage());
        }
        TrackingSession session = TrackingSession.of(configuration);
        if (study.isPresent()) {
            Study opened = Study.open(session, study.get(), context.getUniqueId());
            // Closed by JUnit after the last trial.
            context.getStore(NAMESPACE).put(Study.class, opened);
            return StudyTrials.of(opened, study.get().first());
        }
        if (AnnotationSupport.isAnnotated(method, Reproducible.class)) {
            Repetition repetition = new Repetition();
            return Stream.of(
                    invocation("first run", new SingleCourse(session, definition, repetition)),
                    invocation("second run", new SingleCourse(session, definition, repetition)));
        }
        SingleCourse single = new SingleCourse(session, definition, null);
        if (definition.parts().isEmpty()) {
            return Stream.of(invocation("run", single));
        }
        PartGroup group = new PartGroup(session, single, context.getUniqueId());
        // Closed by JUnit after the last part.
        context.getStore(NAMESPACE).put(PartGroup.class, group);
        return definition.parts().stream().map(part -> invocation(part.name(), new PartCourse(group, part)));
    }

    /** A study whose trials all finished in an earlier attempt asks for none. */
    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    /** A search is a test template itself, so that one without an experiment is an error and not silently no test. */
    private static void requireExperiment(Method method) {
        if (!AnnotationSupport.isAnnotated(method, ModelExperiment.class)) {
            throw misuse(
                    SearchSettings.annotationOn(method).orElseThrow(),
                    method,
                    "it searches for the best run of an experiment, and there is none: put @ModelExperiment beside it");
        }
    }

    /** What the method's author has to change: it points at the method, where another trace would only repeat the message. */
    private static ExtensionConfigurationException misuse(String annotation, Method method, String message) {
        String type = method.getDeclaringClass().getName();
        ExtensionConfigurationException misuse = new ExtensionConfigurationException(
                annotation + " on " + type + "#" + method.getName() + ": " + message);
        misuse.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, method.getName(), null, -1)});
        return misuse;
    }

    private static void requireOrder(
            StudyDefinition study, TrackingConfiguration configuration, ExtensionContext context) {
        SearchSettings settings = study.settings();
        boolean shared = study.isShared(configuration);
        if (shared && configuration.reruns()) {
            throw new IllegalArgumentException(SharedStudy.PROPERTY
                    + " beside rerunFailingTestsCount: a trial of a shared study that fails is not run again. Set"
                    + " -Dsurefire.rerunFailingTestsCount=0, or leave " + SharedStudy.PROPERTY + " out");
        }
        String reason = shared ? "a job has one trial of a shared study at a time" : settings.reasonForOrder();
        if (reason != null && context.getExecutionMode() == ExecutionMode.CONCURRENT) {
            throw new IllegalArgumentException(settings.annotation() + " under @Execution(CONCURRENT): " + reason
                    + ", so its trials run one after the other. Put @Execution(SAME_THREAD) on the method");
        }
    }

    private static TestTemplateInvocationContext invocation(String displayName, Course course) {
        return new TestTemplateInvocationContext() {
            @Override
            public String getDisplayName(int index) {
                return displayName;
            }

            @Override
            public List<Extension> getAdditionalExtensions() {
                return List.of(new ExperimentInvocation(course));
            }
        };
    }
}
