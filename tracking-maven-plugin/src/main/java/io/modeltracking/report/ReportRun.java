package io.modeltracking.report;

import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A run with what its record refers to.
 *
 * @param source null when it was not recorded or cannot be read
 * @param environment null when it was not recorded or cannot be read
 * @param artifacts the folder of its artifacts; need not exist
 * @param outsideBuild whether another build or an IDE session made it
 */
public record ReportRun(
        RunRecord record, SourceState source, EnvironmentState environment, Path artifacts, boolean outsideBuild) {

    public ReportRun {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(artifacts, "artifacts");
    }

    Outcome outcome() {
        return Outcome.of(record);
    }
}
