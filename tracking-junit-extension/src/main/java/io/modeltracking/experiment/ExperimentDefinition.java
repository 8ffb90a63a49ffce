package io.modeltracking.experiment;

import io.modeltracking.ExpectRejected;
import io.modeltracking.ModelExperiment;
import io.modeltracking.NotWorseThan;
import io.modeltracking.Reproducible;
import io.modeltracking.RequireArtifact;
import io.modeltracking.RequireGap;
import io.modeltracking.RequireMetric;
import io.modeltracking.run.Names;
import io.modeltracking.validation.ArtifactRule;
import io.modeltracking.validation.GapRule;
import io.modeltracking.validation.Rule;
import io.modeltracking.validation.Rules;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a method say, checked.
 *
 * @param name the experiment's
 * @param model the lasting name
 * @param seed the root seed, overridden or not
 * @param baselines what its runs are compared with
 * @param parts repeats or folds that each run is the mean of; none when it has no parts
 */
record ExperimentDefinition(
        String name,
        String model,
        long seed,
        boolean autolog,
        boolean expectRejected,
        List<Rule> rules,
        List<Part> parts,
        KnownBaselines baselines,
        Class<?> testClass,
        Method method) {

    private static final List<String> OTHER_TESTS = List.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.params.ParameterizedTest");

    /** @throws IllegalArgumentException naming the annotation, its attribute and what it may be */
    static ExperimentDefinition of(Class<?> testClass, Method method, TrackingConfiguration configuration) {
        ModelExperiment experiment = AnnotationSupport.findAnnotation(method, ModelExperiment.class)
                .orElseThrow(() -> new IllegalArgumentException("not there"));
        refuseOtherTests(method);
        String name = experiment.name().isEmpty() ? defaultName(testClass, method) : experiment.name();
        Names.check("experiment", name);
        configuration.experimentPattern().ifPresent(pattern -> {
            if (!name.matches(pattern)) {
                throw new IllegalArgumentException("the name \"" + name
                        + "\" does not match tracking.experimentPattern \"" + pattern + "\": rename the experiment");
            }
        });
        String model = experiment.model().isEmpty() ? name : Names.check("model", experiment.model());
        List<Part> parts = Part.of(method);
        if (!parts.isEmpty() && AnnotationSupport.isAnnotated(method, Reproducible.class)) {
            throw new IllegalArgumentException(
                    "@Reproducible stands beside @RepeatedSeeds or @CrossValidated: it compares"
                            + " two runs of one kind, remove one of them");
        }
        boolean expectRejected = AnnotationSupport.isAnnotated(method, ExpectRejected.class);
        return new ExperimentDefinition(
                name,
                model,
                configuration.seed().orElse(experiment.seed()),
                experiment.autolog() && configuration.autolog(),
                expectRejected,
                rules(method, model, configuration.build().baselines()),
                parts,
                configuration.build().baselines(),
                testClass,
                method);
    }

    /** Whether each run's models are explained, and rows shown. */
    boolean explain() {
        return AnnotationSupport.findAnnotation(method, ModelExperiment.class)
                .map(ModelExperiment::explain)
                .orElse(false);
    }

    /** Whether the bytes of data files are kept. */
    boolean keepData() {
        return AnnotationSupport.findAnnotation(method, ModelExperiment.class)
                .map(ModelExperiment::keepData)
                .orElse(false);
    }

    /** Whether unseeded randomness in the user's code is a failure. */
    boolean strictSeeds() {
        return AnnotationSupport.findAnnotation(method, ModelExperiment.class)
                .map(ModelExperiment::strictSeeds)
                .orElse(false);
    }

    /** {@code Class#method}, for messages. */
    String where() {
        return testClass.getSimpleName() + "#" + method.getName();
    }

    private static String defaultName(Class<?> testClass, Method method) {
        StringBuilder name = new StringBuilder(testClass.getSimpleName());
        for (Class<?> outer = testClass.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            name.insert(0, outer.getSimpleName() + ".");
        }
        return name.append('.').append(method.getName()).toString();
    }

    private static void refuseOtherTests(Method method) {
        for (String other : OTHER_TESTS) {
            boolean present = Optional.ofNullable(annotation(other, method))
                    .map(type -> AnnotationSupport.isAnnotated(method, type))
                    .orElse(false);
            if (present) {
                throw new IllegalArgumentException("@" + other.substring(other.lastIndexOf('.') + 1)
                        + " stands on the same method: @ModelExperiment is a test by itself, remove the other");
            }
        }
    }

    private static Class<? extends java.lang.annotation.Annotation> annotation(String name, Method method) {
        try {
            return Class.forName(name, false, method.getDeclaringClass().getClassLoader())
                    .asSubclass(java.lang.annotation.Annotation.class);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static List<Rule> rules(Method method, String model, KnownBaselines baselines) {
        List<Rule> rules = new ArrayList<>();
        AnnotationSupport.findRepeatableAnnotations(method, RequireMetric.class)
                .forEach(required -> rules.add(rule(required)));
        AnnotationSupport.findRepeatableAnnotations(method, RequireGap.class)
                .forEach(required -> rules.addAll(rules(required)));
        AnnotationSupport.findRepeatableAnnotations(method, NotWorseThan.class)
                .forEach(required -> rules.add(baselines.rule(required, model)));
        AnnotationSupport.findAnnotation(method, RequireArtifact.class).ifPresent(required -> {
            if (required.value().length == 0) {
                throw new IllegalArgumentException("@RequireArtifact names no artifact: give at least one");
            }
            for (String name : required.value()) {
                rules.add(new ArtifactRule(name));
            }
        });
        return List.copyOf(rules);
    }

    private static Rule rule(RequireMetric required) {
        String where = "@RequireMetric(name = \"" + required.name() + "\"): ";
        boolean equal = !Double.isNaN(required.equalTo());
        Double min = required.min() == Double.NEGATIVE_INFINITY ? null : Double.valueOf(required.min());
        Double max = required.max() == Double.POSITIVE_INFINITY ? null : Double.valueOf(required.max());
        if (equal && (min != null || max != null)) {
            throw new IllegalArgumentException(where + "equalTo stands beside min or max: give one or the other");
        }
        if (!equal && required.tolerance() != 0) {
            throw new IllegalArgumentException(where + "tolerance without equalTo: give both");
        }
        if (!equal && min == null && max == null) {
            throw new IllegalArgumentException(where + "it requires nothing: give a finite min, max or equalTo");
        }
        try {
            return equal
                    ? Rules.equalTo(required.name(), required.equalTo(), required.tolerance())
                    : Rules.within(required.name(), min, max, false);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
    }

    private static List<Rule> rules(RequireGap required) {
        String where = "@RequireGap(train = \"" + required.train() + "\", test = \"" + required.test() + "\"): ";
        List<Rule> rules = new ArrayList<>();
        try {
            if (required.maxRelative() != -1) {
                rules.add(GapRule.relative(required.train(), required.test(), required.maxRelative()));
            }
            if (required.maxAbsolute() != -1) {
                rules.add(GapRule.absolute(required.train(), required.test(), required.maxAbsolute()));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(where + "it requires nothing: give maxRelative or maxAbsolute");
        }
        return rules;
    }
}
