package io.modeltracking.dossier;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What the winner and its study have recorded: journals, charts and tables, code, environment, data sets, all under {@code evidence/}.
 * Rows of data are left out, as they are about people: samples, and predictions, keys and explanations row by row.
 */
final class EvidenceFiles implements DossierPart {

    private static final String FOLDER = "evidence";

    /** How explanations of single rows are called. */
    private static final List<String> ROWS = List.of("shap_waterfall", "shap_values");

    private final TrackingRoot root;
    private final List<String> problems;

    EvidenceFiles(TrackingRoot root, List<String> problems) {
        this.root = root;
        this.problems = problems;
    }

    @Override
    public void write(DossierSubject subject, Path folder) throws IOException {
        Path evidence = Files.createDirectories(folder.resolve(FOLDER));
        if (subject.run() != null) {
            run(subject.run(), evidence, "run");
            List<DatasetRecord> datasets = subject.run().datasets().stream()
                    .map(DatasetRecord::withoutSample)
                    .toList();
            json(evidence, "datasets", datasets.isEmpty() ? null : datasets);
        }
        if (subject.study() != null) {
            run(subject.study(), evidence, "study");
        }
        json(evidence, "source", subject.source());
        json(evidence, "environment", subject.environment());
        json(evidence, "build", subject.build());
        String diff = subject.source() == null ? null : subject.source().diffSha256();
        if (diff != null) {
            new CheckedCopy(problems)
                    .place(root.factFile(diff), evidence.resolve("uncommitted.diff"), "uncommitted.diff", diff);
        }
    }

    private void run(RunRecord run, Path evidence, String name) throws IOException {
        CheckedCopy copy = new CheckedCopy(problems);
        Path from = root.run(run.id());
        copy.place(from.resolve(JournalReader.FILE), evidence.resolve(name + ".jsonl"), name + ".jsonl", null);
        List<String> models = run.models().stream().map(Model::artifact).toList();
        for (Artifact artifact : run.artifacts()) {
            if (!models.contains(artifact.name()) && !holdsRows(run, artifact)) {
                copy.copy(from.resolve("artifacts"), evidence.resolve(name), artifact.name(), artifact.sha256());
            }
        }
    }

    /** Whether people could be told apart by it. */
    static boolean holdsRows(RunRecord run, Artifact artifact) {
        String name = artifact.name().substring(artifact.name().lastIndexOf('/') + 1);
        return !artifact.containsData().isEmpty()
                || ROWS.stream().anyMatch(name::startsWith)
                || "application/gzip".equals(artifact.mediaType())
                || run.datasets().stream().anyMatch(data -> Objects.equals(data.sample(), artifact.name()));
    }

    private static void json(Path folder, String name, Object value) throws IOException {
        if (value != null) {
            Files.write(
                    folder.resolve(name + ".json"),
                    RunJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
        }
    }
}
