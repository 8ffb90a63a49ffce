package io.modeltracking.autolog;

import io.modeltracking.autolog.Autolog.Mode;
import io.modeltracking.autolog.Autolog.State;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Puts the {@link Transformer} into this JVM, once. */
final class Installation {

    private static State state;

    private Installation() {}

    /** Whatever is thrown while an agent starts ends the JVM: nothing may be. */
    static synchronized void byAgent(Instrumentation instrumentation) {
        if (state == null || !state.on()) {
            state = isOff()
                    ? off("the system property " + Autolog.PROPERTY + " is off")
                    : install(instrumentation, Mode.AGENT);
        }
    }

    static synchronized State ensure() {
        if (state == null) {
            String reason = reasonNotToAttach();
            state = reason == null ? attach() : off(reason);
        }
        return state;
    }

    private static String reasonNotToAttach() {
        if (isOff()) {
            return "the system property " + Autolog.PROPERTY + " is off";
        }
        if (!Weaver.anyLibraryVisible()) {
            return "neither XGBoost4J nor Tablesaw is on the class path";
        }
        if (!JvmOptions.dynamicAgentLoading()) {
            return "the JVM runs with -XX:-EnableDynamicAgentLoading, and without -javaagent";
        }
        return null;
    }

    private static State attach() {
        try {
            return install(ByteBuddyAgent.install(), Mode.ATTACHED);
        } catch (Throwable e) {
            // Every JVM has its own way to refuse; the user's tests must run all the same.
            return off("this JVM could not attach the agent to itself: " + e);
        }
    }

    private static State install(Instrumentation instrumentation, Mode mode) {
        try {
            instrumentation.addTransformer(new Transformer(), true);
            // Not the user's own: JDK 17 loses the names of a class's parameters when it is transformed again.
            List<Class<?>> loaded = new ArrayList<>();
            for (Class<?> type : instrumentation.getAllLoadedClasses()) {
                if (Weaver.advises(type.getName())) {
                    loaded.add(type);
                }
            }
            if (!loaded.isEmpty()) {
                instrumentation.retransformClasses(loaded.toArray(Class<?>[]::new));
            }
            return new State(mode, null);
        } catch (Throwable e) {
            return off("the JVM refused to change the libraries' classes: " + e);
        }
    }

    private static boolean isOff() {
        return "off".equalsIgnoreCase(System.getProperty(Autolog.PROPERTY));
    }

    private static State off(String reason) {
        return new State(Mode.OFF, reason);
    }
}
