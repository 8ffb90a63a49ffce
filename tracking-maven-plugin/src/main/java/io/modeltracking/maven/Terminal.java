package io.modeltracking.maven;

import io.modeltracking.provenance.CiProvider;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The terminal that somebody watches this build on: a test JVM is handed a pipe, and cannot tell. */
final class Terminal {

    private static final Path TTY = Path.of("/dev/tty");

    private Terminal() {}

    /**
     * Empty in batch mode, on a CI server, where the output goes to a file, and on systems without such a device.
     *
     * @param interactive whether Maven may ask questions
     */
    static Optional<Path> of(boolean interactive, Map<String, String> environment) {
        boolean watched = interactive
                && CiProvider.detect(environment).isEmpty()
                && !"dumb".equals(environment.get("TERM"))
                && isTerminal(System.console())
                && Files.isWritable(TTY);
        return watched ? Optional.of(TTY) : Optional.empty();
    }

    /** From JDK 22 on there is a console without a terminal, too. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
