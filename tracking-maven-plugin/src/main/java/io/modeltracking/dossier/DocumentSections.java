package io.modeltracking.dossier;

import io.modeltracking.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** What the dossier itself consists of, and what is wrong with it. */
final class DocumentSections {

    private DocumentSections() {}

    static Section integrity(DossierSubject subject, List<String> problems) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.fields()
                .add("Last event of the whole ledger", Cell.code(subject.head()))
                .add("Events about the model", Cell.of(subject.ledger().size() + ", as written, in ledger.jsonl"))
                .table());
        blocks.add(
                new Block.Paragraph("Each event has the hash of the one before it: a change, a gap or another order of"
                        + " events shows. A cut end or a ledger that was written anew as a whole does not, unless the hash above"
                        + " was written down elsewhere."));
        if (problems.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    "Nothing that was recorded is lost or was changed, as far as it was looked at."));
        } else {
            blocks.add(new Block.Table(
                    "Lost, changed or left out",
                    List.of("What"),
                    problems.stream()
                            .map(problem -> List.of(Cell.verdict(false, problem)))
                            .toList()));
        }
        return new Section("integrity", "Integrity", blocks);
    }

    static Section inventory(List<Manifest.Entry> entries) {
        return new Section(
                "inventory",
                "Documents",
                new Block.Paragraph(
                        "Every file of this dossier but this page and the manifest, which has the hash of this"
                                + " page too: \"sha256sum -c " + Manifest.FILE
                                + "\". Samples of data, and predictions, keys"
                                + " and explanations row by row, are left out, as they are about people."),
                new Block.Table(
                        null,
                        List.of("File", "Size", "SHA-256"),
                        entries.stream()
                                .map(entry -> List.of(
                                        Cell.code(entry.path()),
                                        Cell.figure(Figures.bytes(entry.size())),
                                        Cell.code(entry.sha256())))
                                .toList()));
    }
}
