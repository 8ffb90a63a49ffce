package io.modeltracking.dossier;

import io.modeltracking.registry.LedgerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The ledger's events about the model as they were written, so that each hash can be computed again: {@code ledger.jsonl}. The
 * number and the hash of the event before show what was left out between them.
 */
final class LedgerExtract implements DossierPart {

    static final String FILE = "ledger.jsonl";

    @Override
    public void write(DossierSubject subject, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                subject.ledger().stream().map(LedgerEvent::line).collect(Collectors.joining("\n", "", "\n")));
    }
}
