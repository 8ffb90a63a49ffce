package io.modeltracking.dossier;

import static io.modeltracking.registry.Inventory.NOT_PROVIDED;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Change;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.ModelVersion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people and the ledger answer to the checklist; null where nothing does. */
final class GovernanceAnswers {

    private final DossierSubject subject;
    private final ModelVersion version;
    private final Evidence evidence;

    GovernanceAnswers(DossierSubject subject) {
        this.subject = subject;
        this.version = subject.version();
        this.evidence = version.evidence();
    }

    String identity() {
        return version + ", in stage " + version.stage() + "; purpose: " + about("purpose") + "; owner: "
                + about("owner") + "; tier: " + about("tier");
    }

    String limits() {
        String limits = evidence.about().get("limits");
        String use = version.description();
        if (limits == null && use == null) {
            return null;
        }
        return (use == null ? "" : "described as: " + use + "; ") + "limits: " + about("limits");
    }

    /** What a tag of the version says, or how to say it. */
    String asked(String name) {
        String said = tag(name);
        return said == null ? NOT_PROVIDED + ": the tag \"" + name + "\" of the version says it" : said;
    }

    /** What a tag of the version says; null where there is none. */
    String tag(String name) {
        return version.tags().get(name);
    }

    String selection() {
        Change registered = version.history().get(0);
        String rank = evidence.rank() == null ? "" : "rank " + evidence.rank() + " of its study; ";
        String rule = subject.study() == null || subject.study().search().winner() == null
                ? ""
                : "rule: " + subject.study().search().winner().rule() + "; ";
        String overridden = evidence.overridden() == null ? "" : "overrides the rule: " + evidence.overridden() + "; ";
        return rank + rule + overridden + "among " + evidence.considered().size() + " runs; reason: \""
                + registered.event().reason() + "\"";
    }

    String gates() {
        if (evidence.gates().isEmpty()) {
            return null;
        }
        long failed = evidence.gates().stream().filter(gate -> !gate.passed()).count();
        return evidence.gates().size() + " gates, " + failed + " failed; waived: "
                + (evidence.waived().isEmpty()
                        ? "none"
                        : evidence.waived().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    String approvals() {
        String authors = evidence.authors().stream().map(Actor::toString).collect(Collectors.joining(", "));
        Set<String> approvers = new LinkedHashSet<>();
        for (Change change : version.history()) {
            if (change.event() instanceof ModelEvent.Approve approve && approve.version() == version.number()) {
                approvers.add(approve.actor().toString());
            }
        }
        return "made by " + (authors.isEmpty() ? NOT_PROVIDED : authors) + "; approved by "
                + (approvers.isEmpty() ? NOT_PROVIDED : String.join(", ", approvers));
    }

    String lifecycle() {
        return version.history().size() + " events, in stage " + version.stage() + " since "
                + Cell.second(version.lastMove().time()) + " UTC" + "; in force from " + about("inForceFrom") + " to "
                + about("inForceTo");
    }

    String reproduction() {
        return last(subject)
                .map(change -> ((ModelEvent.Reproduced) change.event()).verdict() + ", " + Cell.second(change.time())
                        + " UTC, by " + change.event().actor())
                .orElse(NOT_PROVIDED + ": never reproduced");
    }

    /** The last time that the version's run was made again. */
    static Optional<Change> last(DossierSubject subject) {
        return reproductions(subject).stream().reduce((earlier, later) -> later);
    }

    static List<Change> reproductions(DossierSubject subject) {
        Evidence evidence = subject.version().evidence();
        return subject.ledger().stream()
                .map(Change::of)
                .filter(change -> change.event() instanceof ModelEvent.Reproduced again
                        && (again.run().equals(evidence.run()) || again.run().equals(evidence.study())))
                .toList();
    }

    String integrity() {
        return evidence.files().size() + " files of the model with their SHA-256; the ledger's last event is "
                + subject.head();
    }

    String monitoring() {
        String plan = tag("monitoring");
        String review = evidence.about().get("reviewDate");
        return plan == null && review == null
                ? null
                : "plan: " + (plan == null ? NOT_PROVIDED : plan) + "; next review: "
                        + (review == null ? NOT_PROVIDED : review);
    }

    private String about(String name) {
        return evidence.about().getOrDefault(name, NOT_PROVIDED);
    }
}
