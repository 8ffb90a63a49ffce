package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The test that an experiment is.
 *
 * @param testClass simple name of the outermost class
 * @param method null for all of the class
 * @param module {@code :artifactId}; null when it is not known
 */
record ExperimentTest(String testClass, String method, String module) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    /** Names in histories are nobody's word: only what can be a name in Java is passed on. */
    ExperimentTest {
        if (!NAME.matcher(testClass).matches()
                || method != null && !NAME.matcher(method).matches()) {
            throw new RegistryException("The history names a test that is none: " + testClass + "#" + method);
        }
        if (module != null && !module.matches(":[A-Za-z0-9_.-]+")) {
            throw new RegistryException("The history names a module that is none: " + module);
        }
    }

    /** @param qualified name of a class, with packages and nested classes */
    static String outermost(String qualified) {
        String outer = qualified.contains("$") ? qualified.substring(0, qualified.indexOf('$')) : qualified;
        return outer.substring(outer.lastIndexOf('.') + 1);
    }

    /** What makes Surefire and Failsafe run this test and no other. */
    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        String name = method == null ? testClass : testClass + "#" + method;
        if (isIntegrationTest()) {
            properties.put("it.test", name);
            // No unit test has this name.
            properties.put("test", "no.unit.Test");
        } else {
            properties.put("test", name);
            properties.put("skipITs", "true");
        }
        properties.put("surefire.failIfNoSpecifiedTests", "false");
        properties.put("failsafe.failIfNoSpecifiedTests", "false");
        return properties;
    }

    /** Whether Failsafe runs it, by the names that it takes. */
    private boolean isIntegrationTest() {
        return testClass.startsWith("IT") || testClass.endsWith("IT") || testClass.endsWith("ITCase");
    }
}
