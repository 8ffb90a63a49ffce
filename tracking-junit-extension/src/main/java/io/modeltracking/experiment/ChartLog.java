package io.modeltracking.experiment;

import io.modeltracking.chart.Chart;
import io.modeltracking.chart.DataTable;
import io.modeltracking.chart.PictureResult;

/** Logs charts: the data always, the picture where this machine can draw one. */
final class ChartLog {

    private final RunLog log;
    private final ArtifactLog artifacts;

    ChartLog(RunLog log, ArtifactLog artifacts) {
        this.log = log;
        this.artifacts = artifacts;
    }

    ArtifactLog artifacts() {
        return artifacts;
    }

    /** Keeps {@code <name>.csv} and {@code <name>.json}. */
    void table(String name, DataTable table) {
        artifacts.keep(name + ".csv", out -> out.write(table.csv()));
        artifacts.keep(name + ".json", out -> out.write(table.json()));
    }

    /** Keeps {@code <name>.json}, {@code <name>.csv} and {@code <name>.png}. */
    void log(String name, Chart chart) {
        artifacts.keep(name + ".json", out -> out.write(chart.json()));
        artifacts.keep(name + ".csv", out -> out.write(chart.data().csv()));
        PictureResult result = chart.png();
        if (result instanceof PictureResult.Picture picture) {
            artifacts.keep(name + ".png", out -> out.write(picture.png()));
        } else if (result instanceof PictureResult.NoPicture none) {
            log.warning("no-picture", none.reason());
        }
    }
}
