package io.modeltracking.dossier;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures that the dossier holds under {@code evidence/}: of data that judges first, of training data last. */
final class ChartSection {

    private static final long LARGEST = 1 << 20;
    private static final long IN_ALL = 8 << 20;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final DossierSubject subject;
    private final Path folder;

    private ChartSection(DossierSubject subject, Path folder) {
        this.subject = subject;
        this.folder = folder;
    }

    static Section of(DossierSubject subject, Path folder) throws IOException {
        return new ChartSection(subject, folder).section();
    }

    private Section section() throws IOException {
        List<Block> blocks = new ArrayList<>();
        long size = 0;
        int left = 0;
        for (Map.Entry<String, Path> picture : pictures().entrySet()) {
            long length = Files.size(picture.getValue());
            boolean fits = length <= LARGEST && size + length <= IN_ALL;
            byte[] content = fits ? Files.readAllBytes(picture.getValue()) : new byte[0];
            if (isPng(content)) {
                blocks.add(new Block.Picture(picture.getKey(), content));
                size += length;
            } else {
                left++;
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph("No picture was recorded."));
        }
        if (left > 0) {
            blocks.add(new Block.Paragraph(left + " more are too large for this page, or are no PNG: see evidence/."));
        }
        return new Section("charts", "Charts", blocks);
    }

    private Map<String, Path> pictures() {
        Map<String, Path> found = new LinkedHashMap<>();
        put(found, subject.study(), "study");
        put(found, subject.run(), "run");
        Map<String, Path> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt(picture -> rank(picture.getKey())))
                .forEach(picture -> sorted.put(picture.getKey(), picture.getValue()));
        return sorted;
    }

    /** Of a chart that both have kept, the study's. */
    private void put(Map<String, Path> found, RunRecord run, String name) {
        if (run == null) {
            return;
        }
        for (Artifact artifact : run.artifacts()) {
            Path file = folder.resolve("evidence").resolve(name).resolve(artifact.name());
            boolean picture = artifact.name().toLowerCase(Locale.ROOT).endsWith(".png");
            if (picture && !EvidenceFiles.holdsRows(run, artifact) && Files.isRegularFile(file)) {
                found.putIfAbsent(artifact.name(), file);
            }
        }
    }

    private int rank(String name) {
        int slash = name.indexOf('/');
        String data = slash < 0 ? "" : name.substring(0, slash);
        String role = subject.run() == null
                ? null
                : subject.run().datasets().stream()
                        .filter(dataset -> dataset.name().equals(data))
                        .map(DatasetRecord::role)
                        .findFirst()
                        .orElse(null);
        if ("HOLDOUT".equals(role)) {
            return 0;
        }
        return "VALIDATION".equals(role) ? 1 : "TRAIN".equals(role) ? 3 : 2;
    }

    private static boolean isPng(byte[] content) {
        for (int i = 0; i < PNG.length; i++) {
            if (content.length <= i || content[i] != PNG[i]) {
                return false;
            }
        }
        return true;
    }
}
