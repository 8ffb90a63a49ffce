package io.modeltracking.report;

import io.modeltracking.run.RunEvent.Artifact;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The pictures that go into the page: PNG and JPEG, by their content, up to a size each and in all. Those of the runs
 * that gates have judged come first. Left out are files that are not what the run recorded, pictures of charts that are
 * drawn from their data, and those of runs whose charts are not shown.
 */
final class Pictures {

    static final long LARGEST = 1 << 20;
    static final long IN_ALL = 6 << 20;

    private final Map<String, Picture> bySha256 = new LinkedHashMap<>();
    private final Charts charts;
    private long size;

    private Pictures(Charts charts) {
        this.charts = charts;
    }

    /**
     * A picture in the page.
     *
     * @param number among all
     */
    record Picture(int number, String mediaType, String base64) {}

    static Pictures of(List<ReportRun> runs, Set<String> first, Charts charts) {
        Pictures pictures = new Pictures(charts);
        runs.stream().filter(run -> first.contains(run.record().id())).forEach(pictures::add);
        runs.stream().filter(run -> !first.contains(run.record().id())).forEach(pictures::add);
        return pictures;
    }

    /** The picture of that content, or null when it is not in the page. */
    Picture of(Artifact artifact) {
        return bySha256.get(artifact.sha256());
    }

    List<String> base64() {
        return bySha256.values().stream().map(Picture::base64).toList();
    }

    private void add(ReportRun run) {
        if (!charts.shows(run)) {
            return;
        }
        for (Artifact artifact : run.record().artifacts()) {
            boolean drawn = charts.of(run).replaces(artifact.name());
            boolean fits = artifact.size() <= LARGEST && size + artifact.size() <= IN_ALL;
            if (!drawn && fits && !bySha256.containsKey(artifact.sha256()) && isPictureName(artifact.name())) {
                read(run.artifacts(), artifact);
            }
        }
    }

    private static boolean isPictureName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    private void read(Path folder, Artifact artifact) {
        byte[] content = ArtifactFile.read(folder, artifact);
        String mediaType = mediaType(content);
        if (mediaType != null) {
            String base64 = Base64.getEncoder().encodeToString(content);
            bySha256.put(artifact.sha256(), new Picture(bySha256.size(), mediaType, base64));
            size += content.length;
        }
    }

    private static String mediaType(byte[] content) {
        if (content.length > 8
                && content[0] == (byte) 0x89
                && content[1] == 'P'
                && content[2] == 'N'
                && content[3] == 'G') {
            return "image/png";
        }
        boolean jpeg = content.length > 3
                && content[0] == (byte) 0xff
                && content[1] == (byte) 0xd8
                && content[2] == (byte) 0xff;
        return jpeg ? "image/jpeg" : null;
    }
}
