package io.modeltracking.reproduce;

import java.util.Optional;

/**
 * One thing that is to be otherwise than it was, to learn whether a run survives it. Its verdict is none of a reproduction.
 *
 * @param jdk feature version; null when it is not the JDK
 * @param dependency null when it is no library
 */
public record WhatIf(Integer jdk, Dependency dependency) {

    /** Everything as it was. */
    public static final WhatIf NOTHING = new WhatIf(null, null);

    /** A library in another version. */
    public record Dependency(String groupId, String artifactId, String version) {
        @Override
        public String toString() {
            return groupId + ":" + artifactId + ":" + version;
        }
    }

    /**
     * Reads what was typed.
     *
     * @param jdk a feature version, or null
     * @param dependency {@code groupId:artifactId:version}, or null
     * @throws IllegalArgumentException when both are given, or one is none such
     */
    public static WhatIf of(String jdk, String dependency) {
        if (jdk != null && dependency != null) {
            throw new IllegalArgumentException(
                    "what-if.jdk and what-if.dependency are both given: what would it be then that made the difference?"
                            + " Give one");
        }
        if (jdk != null && !jdk.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException(
                    "what-if.jdk is \"" + jdk + "\": it is a feature version of Java, as 21");
        }
        if (dependency != null && !dependency.matches("[\\w.-]+:[\\w.-]+:[\\w.+-]+")) {
            throw new IllegalArgumentException("what-if.dependency is \"" + dependency
                    + "\": it is groupId:artifactId:version, as ml.dmlc:xgboost4j_2.12:3.1.1");
        }
        String[] parts = dependency == null ? null : dependency.split(":");
        return new WhatIf(
                jdk == null ? null : Integer.valueOf(jdk),
                parts == null ? null : new Dependency(parts[0], parts[1], parts[2]));
    }

    /** Whether anything is otherwise. */
    public boolean isAsked() {
        return jdk != null || dependency != null;
    }

    /** The line of the table that says so. */
    Optional<Finding> finding() {
        if (!isAsked()) {
            return Optional.empty();
        }
        return Optional.of(Finding.different(
                "what if", (jdk == null ? dependency.toString() : "JDK " + jdk) + " in place of what was recorded"));
    }
}
