package io.modeltracking.dossier;

import io.modeltracking.registry.EventSigner;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A dossier: the documents of a version, in a folder and a zip. */
public final class Dossier {

    private final TrackingRoot root;
    private final EventSigner signer;

    /**
     * Documents of a history.
     *
     * @param root that the runs and models are in
     * @param signer of the provenance; null for none
     */
    public Dossier(TrackingRoot root, EventSigner signer) {
        this.root = root;
        this.signer = signer;
    }

    /**
     * What was written.
     *
     * @param files number of files
     * @param problems what is lost or was left out, one line each
     */
    public record Written(Path folder, Path zip, int files, List<String> problems) {}

    /**
     * Writes it.
     *
     * @param folder new, empty, or of an earlier dossier, which is replaced
     * @throws io.modeltracking.registry.RegistryException when the folder holds other files
     */
    public Written write(DossierReader.Reading reading, Path folder) throws IOException {
        DossierFolder.prepare(folder);
        List<String> problems = new ArrayList<>(reading.problems());
        for (DossierPart part : parts(problems)) {
            part.write(reading.subject(), folder);
        }
        Manifest.write(folder);
        return new Written(
                folder, DossierZip.write(folder), Manifest.files(folder).size(), List.copyOf(problems));
    }

    /** In this order: what is about the other files comes behind them. */
    private List<DossierPart> parts(List<String> problems) {
        return List.of(
                new ModelFiles(root, problems),
                new EvidenceFiles(root, problems),
                new HistoryFiles(root),
                new LedgerExtract(),
                new MachineLearningBom(),
                new ProvenanceStatement(signer),
                new Pages(root, problems));
    }
}
