package io.modeltracking.maven;

import io.modeltracking.shard.StudyBroker;
import java.util.Map;

/** The broker of a module's shared studies: from {@code prepare} to {@code record}, or the end of Maven's JVM. */
final class SharedSearch {

    private static final String BROKER = "studyBroker";

    private SharedSearch() {}

    static void begin(Map<String, Object> context, StudyBroker broker) {
        end(context);
        context.put(BROKER, broker);
    }

    /** @return whether there was one */
    static boolean end(Map<String, Object> context) {
        if (context.remove(BROKER) instanceof StudyBroker broker) {
            broker.close();
            return true;
        }
        return false;
    }
}
