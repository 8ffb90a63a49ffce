package io.modeltracking.maven;

import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends a report to the summary of a GitHub job's step. Above 1 MiB GitHub drops the whole of it. */
final class GithubSummary {

    static final int LIMIT = 1 << 20;
    private static final String CUT = "\n\n*Cut here: the summary of a step holds 1 MiB.*\n";
    private static final String SECTION = "\n## ";

    private GithubSummary() {}

    /** @param summary the file that {@code GITHUB_STEP_SUMMARY} names */
    static void append(Path markdown, Path summary) {
        try {
            long free = LIMIT - (Files.exists(summary) ? Files.size(summary) : 0) - 1;
            String text = fit(Files.readString(markdown, StandardCharsets.UTF_8), free);
            Files.writeString(
                    summary, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot append the summary to " + summary + " (" + e + "): unset tracking.githubSummary, or make"
                            + " the file that GITHUB_STEP_SUMMARY names writable",
                    e);
        }
    }

    /** The text, or its first sections as far as they fit. */
    static String fit(String text, long bytes) {
        String whole = text.endsWith("\n") ? text : text + "\n";
        if (size(whole) <= bytes) {
            return whole;
        }
        int end = whole.lastIndexOf(SECTION);
        while (end > 0 && size(whole.substring(0, end)) + size(CUT) > bytes) {
            end = whole.lastIndexOf(SECTION, end - 1);
        }
        if (end > 0) {
            return whole.substring(0, end) + CUT;
        }
        return size(CUT) <= bytes ? CUT : "";
    }

    private static long size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
