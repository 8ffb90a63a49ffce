package io.modeltracking.dossier;

import io.modeltracking.registry.Evidence;
import io.modeltracking.run.Names;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderBlobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of the model as they were registered: {@code model/}. */
final class ModelFiles implements DossierPart {

    private final TrackingRoot root;
    private final List<String> problems;

    ModelFiles(TrackingRoot root, List<String> problems) {
        this.root = root;
        this.problems = problems;
    }

    @Override
    public void write(DossierSubject subject, Path folder) throws IOException {
        CheckedCopy copy = new CheckedCopy(problems);
        Path models = folder.resolve("model");
        Evidence evidence = subject.version().evidence();
        FolderBlobs blobs = new FolderBlobs(root.directory().resolve("blobs"));
        for (Evidence.File file : evidence.files()) {
            Optional<Path> blob = Names.isSha256(file.sha256()) ? blobs.find(file.sha256()) : Optional.empty();
            if (blob.isPresent() && Names.valid(file.name())) {
                copy.place(blob.get(), models.resolve(file.name()), file.name(), file.sha256());
            } else {
                copy.copy(root.run(evidence.run()).resolve("artifacts"), models, file.name(), file.sha256());
            }
        }
    }
}
