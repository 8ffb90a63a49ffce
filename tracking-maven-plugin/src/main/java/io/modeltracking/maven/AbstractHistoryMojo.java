package io.modeltracking.maven;

import io.modeltracking.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that ask about runs share. */
abstract class AbstractHistoryMojo extends AbstractRegistryMojo {

    /**
     * A file to write to instead of the console.
     *
     * @since 0.1.0
     */
    @Parameter(property = "output")
    private File output;

    /** The caller closes it. */
    final RunHistory history() {
        RunHistory history = RunHistory.open(trackingRoot(), clock(), pluginVersion(), link());
        warn(history.problems());
        return history;
    }

    final void write(List<String> lines) {
        write(String.join("\n", lines) + "\n");
    }

    /** On the console without characters that a terminal obeys. */
    final void write(String text) {
        if (output == null) {
            text.lines().map(ConsoleTable::visible).forEach(getLog()::info);
            return;
        }
        try {
            Files.writeString(output.toPath(), text);
            info("Written to " + output);
        } catch (IOException e) {
            throw new StoreException("Cannot write " + output + " (" + e + "): make its folder writable", e);
        }
    }
}
