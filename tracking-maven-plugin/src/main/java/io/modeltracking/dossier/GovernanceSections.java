package io.modeltracking.dossier;

import io.modeltracking.registry.Change;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.ModelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Who decided what about the version, and by which rules. */
final class GovernanceSections {

    private static final List<String> EVENTS = List.of("No.", "Time (UTC)", "Event", "Who", "Reason");

    private GovernanceSections() {}

    static Section gates(DossierSubject subject) {
        Evidence evidence = subject.version().evidence();
        List<Block> blocks = new ArrayList<>();
        if (evidence.gates().isEmpty()) {
            blocks.add(new Block.Paragraph("No gate concerned it."));
        } else {
            blocks.add(new Block.Table(
                    "Gates, as they were when it was registered",
                    List.of("Rule", "Value", "Verdict"),
                    evidence.gates().stream()
                            .map(gate -> List.of(
                                    Cell.of(gate.rule()),
                                    Cell.figure(gate.observed()),
                                    Cell.verdict(gate.passed(), gate.passed() ? "holds" : "FAILS")))
                            .toList()));
        }
        if (subject.run() != null && !subject.run().checks().isEmpty()) {
            blocks.add(new Block.Table(
                    "Requirements of the experiment",
                    List.of("Rule", "Value", "Verdict"),
                    subject.run().checks().stream()
                            .map(check -> List.of(
                                    Cell.of(check.rule()),
                                    Cell.figure(check.observed()),
                                    Cell.verdict(
                                            check.message() == null,
                                            Objects.toString(check.verdict(), "not judged")
                                                    + (check.message() == null ? "" : ": " + check.message()))))
                            .toList()));
        }
        subject.moved().forEach(moved -> blocks.add(new Block.Paragraph(moved.toString())));
        blocks.add(waivers(subject));
        return new Section("gates", "Gates and waivers", blocks);
    }

    private static Block waivers(DossierSubject subject) {
        String used = subject.version().evidence().waived().isEmpty()
                ? "No rule was waived when it was registered."
                : "Waived when it was registered: "
                        + subject.version().evidence().waived() + ".";
        List<Change> given = changes(subject, ModelEvent.Waive.class);
        return given.isEmpty()
                ? new Block.Paragraph(used + " No waiver was ever given for the model.")
                : new Block.Table(used + " All waivers of the model", EVENTS, rows(given));
    }

    static Section lifecycle(DossierSubject subject) {
        return new Section(
                "lifecycle",
                "Approvals and life cycle",
                new Block.Paragraph(
                        "A name that nothing vouches for is marked as CLAIMED: anybody could have given it."),
                new Block.Table(null, EVENTS, rows(subject.version().history())));
    }

    static Section reproduction(DossierSubject subject) {
        List<Change> again = GovernanceAnswers.reproductions(subject);
        if (again.isEmpty()) {
            return new Section(
                    "reproduction",
                    "Reproduction",
                    new Block.Paragraph("Never reproduced: the ledger knows of no attempt to make the run again."));
        }
        ModelEvent.Reproduced last =
                (ModelEvent.Reproduced) again.get(again.size() - 1).event();
        return new Section(
                "reproduction",
                "Reproduction",
                new Block.Paragraph(
                        "The last verdict is " + last.verdict() + ". Every attempt that the ledger knows of:"),
                new Block.Table(null, EVENTS, rows(again)));
    }

    private static List<Change> changes(DossierSubject subject, Class<? extends ModelEvent> type) {
        return subject.ledger().stream()
                .map(Change::of)
                .filter(change -> type.isInstance(change.event()))
                .toList();
    }

    private static List<List<Cell>> rows(List<Change> changes) {
        return changes.stream()
                .map(change -> List.of(
                        Cell.figure(Long.toString(change.seq())),
                        Cell.time(change.time()),
                        Cell.of(what(change.event())),
                        Cell.of(change.event().actor()),
                        Cell.asked(change.event().reason())))
                .toList();
    }

    private static String what(ModelEvent event) {
        if (event instanceof ModelEvent.Register e) {
            return "version " + e.version() + " registered";
        } else if (event instanceof ModelEvent.Request e) {
            return "version " + e.version() + " asked for in " + e.to();
        } else if (event instanceof ModelEvent.Approve e) {
            return "version " + e.version() + " approved for " + e.to();
        } else if (event instanceof ModelEvent.Reject e) {
            return "version " + e.version() + " rejected for " + e.to();
        } else if (event instanceof ModelEvent.Promote e) {
            return "version " + e.version() + " from " + e.from() + " to " + e.to()
                    + (e.approver() == null ? "" : ", approved by " + e.approver());
        } else if (event instanceof ModelEvent.Rollback e) {
            return "version " + e.version() + " back in Production"
                    + (e.replaced() == null ? "" : ", version " + e.replaced() + " archived");
        } else if (event instanceof ModelEvent.Archive e) {
            return "version " + e.version() + " from " + e.from() + " to Archived";
        } else if (event instanceof ModelEvent.Waive e) {
            return e.rule() + " waived for " + (e.run() == null ? "every run" : "run " + e.run()) + " until "
                    + e.expires();
        } else if (event instanceof ModelEvent.Reproduced e) {
            return "run " + e.run() + ": " + e.verdict();
        } else if (event instanceof ModelEvent.Anchor e) {
            return "anchored by the Git tag " + e.tag();
        } else if (event instanceof ModelEvent.Note e) {
            return note(e);
        }
        return event.getClass().getSimpleName();
    }

    private static String note(ModelEvent.Note note) {
        List<String> news = new ArrayList<>();
        if (note.description() != null) {
            news.add("described as \"" + note.description() + '"');
        }
        for (Map.Entry<String, String> tag : new TreeMap<>(note.tags()).entrySet()) {
            news.add("tag " + tag.getKey() + " = " + tag.getValue());
        }
        note.removed().forEach(tag -> news.add("tag " + tag + " removed"));
        return String.join(", ", news);
    }
}
