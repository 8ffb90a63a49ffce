package io.modeltracking.dossier;

import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.Inventory;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the version is, and what is asked of it. */
final class IdentitySections {

    private static final Map<String, String> ABOUT = new LinkedHashMap<>();

    static {
        ABOUT.put("purpose", "Purpose");
        ABOUT.put("limits", "Limits of use");
        ABOUT.put("owner", "Owner");
        ABOUT.put("tier", "Tier");
        ABOUT.put("reviewDate", "Next review");
        ABOUT.put("inForceFrom", "In force from");
        ABOUT.put("inForceTo", "In force to");
    }

    private IdentitySections() {}

    static Section identity(DossierSubject subject) {
        ModelVersion version = subject.version();
        Evidence evidence = version.evidence();
        Block.Rows rows = Block.fields()
                .add("Model, version", Cell.of(version))
                .add(
                        "Stage",
                        Cell.of(version.stage() + " since "
                                + Cell.second(version.lastMove().time()) + " UTC"))
                .add("Description", Cell.of(version.description()));
        ABOUT.forEach(
                (name, title) -> rows.add(title, Cell.asked(evidence.about().get(name))));
        new TreeMap<>(version.tags()).forEach((name, value) -> rows.add("Tag " + name, Cell.of(value)));
        rows.add("Experiment", Cell.of(evidence.experiment()))
                .add("Run", Cell.code(evidence.run()))
                .add("Study", Cell.code(evidence.study()))
                .add("Build", Cell.code(evidence.build()))
                .add("Module", Cell.of(evidence.module()));
        evidence.files()
                .forEach(file -> rows.add(
                        "File " + file.name(), Cell.code("sha256:" + file.sha256() + ", " + file.size() + " bytes")));
        List<Block> blocks = new ArrayList<>(List.of(rows.table()));
        for (RunRecord run : runs(subject)) {
            run.notes().forEach(note -> {
                blocks.add(new Block.Paragraph("Note of run " + run.shortId() + ":"));
                blocks.add(new Block.Note(note));
            });
        }
        return new Section("identity", "Identity and intended use", blocks);
    }

    private static List<RunRecord> runs(DossierSubject subject) {
        List<RunRecord> runs = new ArrayList<>();
        if (subject.run() != null) {
            runs.add(subject.run());
        }
        if (subject.study() != null) {
            runs.add(subject.study());
        }
        return runs;
    }

    static Section checklist(List<ChecklistItem> items) {
        long none = items.stream().filter(item -> !item.provided()).count();
        long partly = items.stream()
                .filter(item -> item.provided() && item.answer().contains(Inventory.NOT_PROVIDED))
                .count();
        List<List<Cell>> rows = items.stream()
                .map(item -> List.of(
                        Cell.figure(Integer.toString(item.number())),
                        Cell.of(item.title()),
                        Cell.asked(item.answer()),
                        Cell.of(item.how()),
                        Cell.of(item.sources())))
                .toList();
        return new Section(
                "checklist",
                "Checklist of evidence",
                new Block.Paragraph(Checklist.STATEMENT),
                new Block.Paragraph(items.size() - none + " of " + items.size() + " items have an answer, which in "
                        + partly + " of them lacks a part; " + none
                        + " have none. AUTO comes from the records, ASK from a person."),
                new Block.Table(
                        null, List.of("No.", "Evidence", "Answer", "From", "Kind of source that asks for it"), rows));
    }

    static Section selection(DossierSubject subject, List<HistoryRow> history) {
        Evidence evidence = subject.version().evidence();
        RunRecord study = subject.study();
        boolean searched = study != null && study.search().winner() != null;
        Block.Rows rows = Block.fields()
                .add("Rule", Cell.of(searched ? study.search().winner().rule() : null))
                .add("Rank among the accepted", Cell.of(evidence.rank()))
                .add("Overridden rule", Cell.of(evidence.overridden() == null ? "none" : evidence.overridden()))
                .add(
                        "Reason",
                        Cell.asked(subject.version().history().get(0).event().reason()));
        return new Section("selection", "Why this one", rows.table(), Ranking.of(subject, history));
    }
}
