package io.modeltracking.reproduce;

import java.util.Locale;

/** A group of what a run was made from, which is swapped as one. The order is that of a waterfall. */
public enum Factor {
    /** The commit with what was not committed, the test, and its JVM: JDK, locale, time zone, charset, number of threads. */
    CODE,
    /** The data sets that were read from files. */
    DATA,
    /** Typed properties and profiles, the root seed, and in a study the trial with what the search chose for it. */
    PARAMS,
    /** The jars of the class path, the project's own left out. */
    DEPENDENCIES;

    /** As people read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
