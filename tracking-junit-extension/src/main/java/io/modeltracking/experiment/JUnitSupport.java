package io.modeltracking.experiment;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Refuses versions of JUnit that would silently never close a run. */
final class JUnitSupport {

    private JUnitSupport() {}

    static void check() {
        try {
            // In 5.13 and newer, whose stores close what is AutoCloseable.
            Class.forName("org.junit.jupiter.api.ClassTemplate", false, ExtensionContext.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ExtensionConfigurationException(
                    "Model tracking needs JUnit 5.14 or newer, or 6: raise the version of junit-bom", e);
        }
    }
}
