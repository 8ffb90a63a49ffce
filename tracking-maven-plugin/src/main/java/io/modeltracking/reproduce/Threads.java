package io.modeltracking.reproduce;

import io.modeltracking.run.EnvironmentState;

/**
 * How many threads a native library takes that is told nothing: sums over another number of threads may differ in the last bit.
 *
 * @param variable what {@code OMP_NUM_THREADS} said; null when it was not set
 */
record Threads(int processors, Integer variable) {

    static final String VARIABLE = "OMP_NUM_THREADS";

    static Threads of(EnvironmentState environment) {
        String set = environment.variables().getOrDefault(VARIABLE, "");
        return new Threads(environment.processors(), set.matches("[1-9][0-9]{0,4}") ? Integer.valueOf(set) : null);
    }

    /** Of this machine, when a build is started from here. */
    static Threads here() {
        return new Threads(Runtime.getRuntime().availableProcessors(), null);
    }

    int number() {
        return variable == null ? processors : variable;
    }

    @Override
    public String toString() {
        return number()
                + (variable == null ? ", one a processor" : " (" + VARIABLE + "), " + processors + " processors");
    }
}
