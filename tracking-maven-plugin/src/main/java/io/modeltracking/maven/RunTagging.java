package io.modeltracking.maven;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.RunEvent.Author;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.store.RunChange;
import io.modeltracking.store.RunChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants to change about a run, as typed; null for what stays.
 *
 * @param tags {@code name=value}, separated by commas
 * @param removed names of tags, separated by commas
 */
record RunTagging(
        String tags, String removed, String note, String name, boolean archive, boolean restore, String reason) {

    /** The search reads these of its own runs. */
    private static final String RESERVED = "search.";

    /**
     * The change that this makes of a run.
     *
     * @param run as it is
     * @param before the changes that were made to it
     * @throws RegistryException when it asks for nothing, for what cannot be, or the run has not ended
     */
    RunChange of(RunRecord run, RunChanges before, Actor actor, Instant now) {
        if (run.status() == Status.RUNNING) {
            throw new RegistryException("Run " + run.shortId() + " is still running: change it when it has ended");
        }
        if (tags == null && removed == null && note == null && name == null && !archive && !restore) {
            throw new RegistryException("Nothing is asked of run " + run.shortId() + ": give -Dtags=team=pricing,"
                    + " -Dremove=team, -Dnote=…, -DrunName=…, -Darchive or -Drestore");
        }
        return new RunChange(
                now,
                new Author(actor.name(), actor.email(), actor.source()),
                reason,
                name == null ? null : TagList.checked("run", name.strip()),
                set(),
                removed(run),
                text(),
                stage(run, before));
    }

    private Map<String, String> set() {
        Map<String, String> set = TagList.set(tags);
        set.keySet().forEach(RunTagging::checkFree);
        return set;
    }

    private List<String> removed(RunRecord run) {
        List<String> names = new ArrayList<>();
        for (String part : TagList.names(removed)) {
            if (!run.tags().containsKey(part)) {
                throw new RegistryException("Run " + run.shortId() + " has no tag \"" + part + "\": "
                        + (run.tags().isEmpty()
                                ? "it has none"
                                : "it has " + String.join(", ", run.tags().keySet())));
            }
            checkFree(part);
            names.add(part);
        }
        return names;
    }

    private static void checkFree(String tag) {
        if (tag.startsWith(RESERVED)) {
            throw new RegistryException("The tag \"" + tag + "\" belongs to the search that made the run: names that"
                    + " begin with " + RESERVED + " stay as they are");
        }
    }

    private String text() {
        if (note != null && note.isBlank()) {
            throw new RegistryException("-Dnote= is empty: give its text");
        }
        return note;
    }

    private Boolean stage(RunRecord run, RunChanges before) {
        if (archive && restore) {
            throw new RegistryException("-Darchive and -Drestore contradict each other: give one of them");
        }
        if (archive && before.archived() || restore && !before.archived()) {
            throw new RegistryException("Run " + run.shortId() + (archive ? " is archived already" : " is not archived")
                    + ": nothing to do");
        }
        return archive ? Boolean.TRUE : restore ? Boolean.FALSE : null;
    }

    /** {@code tag team = pricing, archived: Ada (git, CLAIMED), "a test"}. */
    static String sentence(RunChange change) {
        List<String> what = new ArrayList<>();
        if (change.name() != null) {
            what.add("named " + change.name());
        }
        change.tags().forEach((tag, value) -> what.add("tag " + tag + " = " + value));
        change.removed().forEach(tag -> what.add("tag " + tag + " removed"));
        if (change.note() != null) {
            what.add("a note");
        }
        if (change.archived() != null) {
            what.add(change.archived() ? "archived" : "restored");
        }
        Author author = change.author();
        String who = author == null || author.name() == null || author.source() == null
                ? "nobody is named"
                : new Actor(author.name(), author.email(), author.source()).toString();
        return String.join(", ", what) + ": " + who + (change.reason() == null ? "" : ", \"" + change.reason() + '"');
    }
}
