package io.modeltracking.report;

import io.modeltracking.run.BuildState;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A run with what its record refers to.
 *
 * @param source null when it was not recorded or cannot be read
 * @param environment null when it was not recorded or cannot be read
 * @param artifacts the folder of its artifacts; need not exist
 * @param outsideBuild whether another build or an IDE session made it
 * @param looks how often the rows of the data sets that it holds out have been looked at, by their names
 * @param build null when it was not recorded or cannot be read, and outside a build
 */
public record ReportRun(
        RunRecord record,
        SourceState source,
        EnvironmentState environment,
        Path artifacts,
        boolean outsideBuild,
        Map<String, Integer> looks,
        BuildState build) {

    public ReportRun {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(artifacts, "artifacts");
        looks = Collections.unmodifiableMap(new TreeMap<>(looks));
    }

    /** A run that holds out nothing that anybody has looked at. */
    public ReportRun(
            RunRecord record, SourceState source, EnvironmentState environment, Path artifacts, boolean outsideBuild) {
        this(record, source, environment, artifacts, outsideBuild, Map.of(), null);
    }

    /** What to type to get it again; null where it names no test. */
    public String command() {
        return Rerun.command(record, source, build);
    }

    Outcome outcome() {
        return Outcome.of(record);
    }
}
