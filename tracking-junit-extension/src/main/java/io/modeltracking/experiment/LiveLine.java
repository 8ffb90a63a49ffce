package io.modeltracking.experiment;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** One line of a terminal that is written over again and again. A test JVM's own output is a pipe to Maven. */
final class LiveLine {

    /** Of any terminal that somebody works in; a line that breaks cannot be written over. */
    private static final int WIDTH = 100;

    private static final String START_OVER = "\r\u001b[K";

    private final PrintStream terminal;

    private LiveLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Empty when there is no terminal, or it cannot be written to. */
    static Optional<LiveLine> on(Optional<Path> terminal) {
        try {
            return terminal.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LiveLine(new PrintStream(
                            new FileOutputStream(terminal.get().toFile(), true), true, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @param line without control characters */
    void show(String line) {
        terminal.print(START_OVER + (line.length() < WIDTH ? line : line.substring(0, WIDTH - 2) + "…"));
        terminal.flush();
    }

    void clear() {
        terminal.print(START_OVER);
        terminal.flush();
    }
}
