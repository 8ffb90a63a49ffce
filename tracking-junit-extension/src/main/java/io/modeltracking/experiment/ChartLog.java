package io.modeltracking.experiment;

import io.modeltracking.chart.Chart;
import io.modeltracking.chart.DataTable;
import io.modeltracking.chart.PictureResult;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs charts: the data always, the picture where this machine can draw one. A run that a study may choose waits with its
 * pictures until it is chosen: to draw those of every trial costs as much as to train it.
 */
final class ChartLog {

    private final RunLog log;
    private final ArtifactLog artifacts;
    private final boolean waits;
    /** What is to be drawn if the run is chosen, by the name that it then has; read again from where it is kept. */
    private final Map<String, Kept> waiting = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Map<String, String> kinds = new ConcurrentHashMap<>();

    private record Kept(ArtifactLog artifacts, String name) {}

    /** @param waits whether the run may become the winner of a study */
    ChartLog(RunLog log, ArtifactLog artifacts, boolean waits) {
        this.log = log;
        this.artifacts = artifacts;
        this.waits = waits;
    }

    ArtifactLog artifacts() {
        return artifacts;
    }

    /** The title of a chart of the run's only model, or its first; of a further one it says which. */
    static String ofModel(String suffix, String title) {
        return suffix.isEmpty() ? title : title + " · model" + suffix;
    }

    /** Keeps {@code <name>.csv} and {@code <name>.json}. */
    void table(String name, DataTable table) {
        claim(name, "table");
        artifacts.keep(name + ".csv", out -> out.write(table.csv()));
        artifacts.keep(name + ".json", out -> out.write(table.json()));
    }

    /** Keeps {@code <name>.json}, {@code <name>.csv} and {@code <name>.png}. */
    void log(String name, Chart chart) {
        claim(name, "chart");
        artifacts.keep(name + ".json", out -> out.write(chart.json()));
        artifacts.keep(name + ".csv", out -> out.write(chart.data().csv()));
        if (waits) {
            waiting.put(name, new Kept(artifacts, name));
        } else {
            draw(name, chart);
        }
    }

    /** Tables and charts have files of the same names. */
    private void claim(String name, String kind) {
        String other = kinds.putIfAbsent(name, kind);
        if (other != null && !other.equals(kind)) {
            throw new IllegalArgumentException("The " + kind + " " + name + " would replace the " + other
                    + " of the same name in " + name + ".json: give one of them another name");
        }
    }

    private void draw(String name, Chart chart) {
        PictureResult result = chart.png();
        if (result instanceof PictureResult.Picture picture) {
            artifacts.keep(name + ".png", out -> out.write(picture.png()));
        } else if (result instanceof PictureResult.NoPicture none) {
            log.warning("no-picture", none.reason());
        }
    }

    /** Takes the charts of a repeat or a fold for those of this run, which is chosen with it. */
    void addPart(String part, ChartLog other) {
        other.waiting.forEach((name, kept) -> waiting.put(part + "/" + name, kept));
    }

    /** Logs the charts of the winner, with their pictures, to the study's run; called on the winner. */
    void logWinner(ChartLog study) {
        waiting.forEach((name, kept) -> {
            if (study.log.artifactNames().contains(name + ".json")) {
                return;
            }
            try {
                study.log(name, Chart.read(kept.artifacts.read(kept.name + ".json")));
            } catch (IOException | RuntimeException e) {
                study.log.warning("no-picture", name + " of the winner is not drawn: " + e);
            }
        });
        waiting.clear();
    }
}
