package io.modeltracking.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps the migration library out of the build's output: what goes wrong comes as an exception. */
public final class QuietLogs implements LogCreator {

    @Override
    public Log createLogger(Class<?> type) {
        return new Quiet();
    }

    private static final class Quiet implements Log {
        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Exception e) {}

        @Override
        public void notice(String message) {}
    }
}
