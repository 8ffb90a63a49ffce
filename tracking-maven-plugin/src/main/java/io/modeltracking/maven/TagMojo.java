package io.modeltracking.maven;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.Actor;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.RunChange;
import io.modeltracking.store.RunChanges;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tags, names, notes, archives or restores a run that has ended. What the run recorded stays as it was: each change is a
 * line of <code>changes.jsonl</code> beside its journal, with who and when.
 *
 * @since 0.1.0
 */
@Mojo(name = "tag", aggregator = true)
public final class TagMojo extends AbstractHistoryMojo {

    /**
     * The run: the first 4 to 32 digits of its id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "run")
    private String run;

    /**
     * Tags to set: <code>team=pricing,reviewed=yes</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tags")
    private String tags;

    /**
     * Names of tags to remove, separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "remove")
    private String remove;

    /**
     * A note to add, in Markdown.
     *
     * @since 0.1.0
     */
    @Parameter(property = "note")
    private String note;

    /**
     * A name, by which <code>run_name</code> finds the run.
     *
     * @since 0.1.0
     */
    @Parameter(property = "runName")
    private String runName;

    /**
     * Archives the run: <code>runs</code> no longer lists it, unless it is asked to.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive", defaultValue = "false")
    private boolean archive;

    /**
     * Takes an archived run back.
     *
     * @since 0.1.0
     */
    @Parameter(property = "restore", defaultValue = "false")
    private boolean restore;

    /**
     * Why.
     *
     * @since 0.1.0
     */
    @Parameter(property = "reason")
    private String reason;

    /**
     * Who acts. By default whom the CI service's variables name, else Git's <code>user.name</code>. What no CI service
     * says is shown as CLAIMED.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.actor")
    private String actor;

    /**
     * Says what would happen, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    String goal() {
        return "tag";
    }

    @Override
    void run() {
        try (RunHistory history = history()) {
            RunRecord record = history.run(run);
            Actor who = Actor.detect(actor, System.getenv(), trackingRoot().base());
            RunChange change = new RunTagging(tags, remove, note, runName, archive, restore, reason)
                    .of(record, RunChanges.read(trackingRoot().run(record.id())), who, clock().instant());
            if (!dryRun) {
                history.change(record.id(), change);
            }
            if (json()) {
                JsonNode json = RunJson.mapper().valueToTree(change);
                write(json.toPrettyString());
            } else {
                info((dryRun ? "Dry run: " : "") + "run " + record.shortId() + ": " + RunTagging.sentence(change)
                        + ".");
            }
        }
    }
}
