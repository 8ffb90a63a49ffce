package io.modeltracking.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files of a report. */
final class ReportFiles {

    static final Set<String> ALL = Set.of("HTML", "MARKDOWN", "JSON", "OPENMETRICS");

    private ReportFiles() {}

    /** @throws IllegalArgumentException for a name that is none of {@link #ALL} */
    static Set<String> formats(List<String> names) {
        if (names == null || names.isEmpty()) {
            return ALL;
        }
        return names.stream().map(ReportFiles::format).collect(Collectors.toSet());
    }

    private static String format(String name) {
        String known = name.trim().toUpperCase(Locale.ROOT);
        if (!ALL.contains(known)) {
            throw new IllegalArgumentException(
                    "A report has no format \"" + name + "\": use some of " + new TreeSet<>(ALL));
        }
        return known;
    }

    static List<Path> write(ReportRequest request, Path directory, Set<String> formats) {
        return List.of();
    }
}
