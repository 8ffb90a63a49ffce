package io.modeltracking.dossier;

import java.io.IOException;
import java.nio.file.Path;

/** A document of a dossier, or several of one kind. */
@FunctionalInterface
interface DossierPart {

    /** @param folder of the dossier, which there is */
    void write(DossierSubject subject, Path folder) throws IOException;
}
