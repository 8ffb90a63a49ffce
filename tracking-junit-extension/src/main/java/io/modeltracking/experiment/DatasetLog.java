package io.modeltracking.experiment;

import io.modeltracking.Dataset;
import io.modeltracking.Seeds;
import io.modeltracking.autolog.DataRead;
import io.modeltracking.run.TrackingRoot;

/** Logs data sets by the hash of their content. */
final class DatasetLog {

    DatasetLog(RunLog log, ArtifactLog artifacts, Seeds seeds, TrackingRoot root) {}

    void read(DataRead read) {}

    void log(String name, Dataset dataset) {}
}
