package io.modeltracking.report;

import io.modeltracking.run.RunEvent.Artifact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The charts and tables that the page draws: those of runs that are told by themselves, of the winners of studies and of
 * runs that gates have judged. Other trials and parts name their files alone: a study has thousands.
 */
final class Charts {

    static final long CELLS_IN_ALL = 2_000_000;

    private static final int MOST_OF_A_RUN = 200;
    private static final String SUFFIX = ".json";

    private final Map<String, OfRun> byRun = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private long cells;

    private Charts() {}

    /**
     * The charts of a run.
     *
     * @param drawn by the name of the artifact
     * @param refused the reason, by the name of the artifact
     */
    record OfRun(Map<String, ChartData> drawn, Map<String, String> refused) {

        static final OfRun NONE = new OfRun(Map.of(), Map.of());

        /** Whether an artifact of that name is the picture, or the table, of a chart that is drawn. */
        boolean replaces(String artifact) {
            int end = artifact.lastIndexOf('.');
            return end > 0 && drawn.containsKey(artifact.substring(0, end) + SUFFIX);
        }
    }

    static Charts of(List<ReportRun> runs, Set<String> judged, Studies studies) {
        Charts charts = new Charts();
        charts.shown.addAll(studies.winners());
        charts.shown.addAll(judged);
        for (ReportRun run : runs) {
            if (run.record().started().parent() == null) {
                charts.shown.add(run.record().id());
            }
        }
        runs.stream().filter(run -> judged.contains(run.record().id())).forEach(charts::read);
        runs.stream().filter(run -> !judged.contains(run.record().id())).forEach(charts::read);
        return charts;
    }

    /** Whether the page shows the charts and pictures of a run. */
    boolean shows(ReportRun run) {
        return shown.contains(run.record().id());
    }

    OfRun of(ReportRun run) {
        return byRun.getOrDefault(run.record().id(), OfRun.NONE);
    }

    private void read(ReportRun run) {
        if (!shows(run)) {
            return;
        }
        OfRun of = new OfRun(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Artifact artifact : run.record().artifacts()) {
            if (artifact.name().endsWith(SUFFIX)) {
                read(run, artifact, of);
            }
        }
        if (!of.drawn().isEmpty() || !of.refused().isEmpty()) {
            byRun.put(run.record().id(), of);
        }
    }

    private void read(ReportRun run, Artifact artifact, OfRun of) {
        if (!artifact.containsData().isEmpty()) {
            of.refused().put(artifact.name(), "holds rows of data: open the file");
            return;
        }
        if (artifact.size() > ChartFile.LARGEST) {
            of.refused().put(artifact.name(), "larger than " + Figures.bytes(ChartFile.LARGEST) + ": open the file");
            return;
        }
        if (cells >= CELLS_IN_ALL || of.drawn().size() >= MOST_OF_A_RUN) {
            of.refused().put(artifact.name(), "the page has no room for more: open the file");
            return;
        }
        byte[] content = ArtifactFile.read(run.artifacts(), artifact);
        if (content.length == 0) {
            of.refused().put(artifact.name(), "not drawn: the file is gone, or is not what the run recorded");
            return;
        }
        try {
            ChartData chart = ChartFile.read(content);
            if (chart != null) {
                of.drawn().put(artifact.name(), chart);
                cells += chart.cells();
            }
        } catch (ChartFile.Refused e) {
            of.refused().put(artifact.name(), "not drawn: " + e.getMessage());
        }
    }
}
