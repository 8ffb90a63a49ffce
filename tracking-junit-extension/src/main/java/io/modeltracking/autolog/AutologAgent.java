package io.modeltracking.autolog;

import java.lang.instrument.Instrumentation;

/** The entry of the JVM's agent: {@code -javaagent:<this jar>}. Writes nothing to any console. */
public final class AutologAgent {

    private AutologAgent() {}

    /** Called by the JVM before the main class. */
    public static void premain(String options, Instrumentation instrumentation) {
        Installation.byAgent(instrumentation);
    }

    /** Called by the JVM when the jar is attached to it while it runs. */
    public static void agentmain(String options, Instrumentation instrumentation) {
        Installation.byAgent(instrumentation);
    }
}
