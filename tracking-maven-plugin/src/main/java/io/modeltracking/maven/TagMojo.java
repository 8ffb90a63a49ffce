package io.modeltracking.maven;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.Actor;
import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.ModelNote;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.registry.RegistryJson;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.RunChange;
import io.modeltracking.store.RunChanges;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tags, names, notes, archives or restores a run that has ended, or describes and tags a model or a version. What a run
 * recorded stays as it was: each change is a line of <code>changes.jsonl</code> beside its journal, with who and when; of a
 * model it is an event of the ledger.
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
     * The model <code>motor-frequency</code>, or a version: <code>motor-frequency/3</code>,
     * <code>motor-frequency@Production</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "model")
    private String model;

    /**
     * What the model or the version is.
     *
     * @since 0.1.0
     */
    @Parameter(property = "description")
    private String description;

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
     * A note to add to a run, in Markdown.
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
     * Why. A change of a model needs it.
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
     * How many characters the reason of a model's change has at least.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.reason.minLength", defaultValue = "10")
    private int reasonMinLength;

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
        if ((run == null) == (model == null)) {
            throw new RegistryException((run == null ? "Nothing is named to tag" : "-Drun= and -Dmodel= are both given")
                    + ": give -Drun=<the first digits of its id>, or -Dmodel=motor-frequency or"
                    + " -Dmodel=motor-frequency/3");
        }
        if (model == null) {
            changeRun();
        } else {
            changeModel();
        }
    }

    private void changeRun() {
        if (description != null) {
            throw new RegistryException("-Ddescription= is of models and versions: give a run -Dnote=…");
        }
        try (RunHistory history = history()) {
            RunRecord record = history.run(run);
            RunChange change = new RunTagging(tags, remove, note, runName, archive, restore, reason)
                    .of(record, RunChanges.read(trackingRoot().run(record.id())), who(), clock().instant());
            if (!dryRun) {
                history.change(record.id(), change);
            }
            if (json()) {
                JsonNode json = RunJson.mapper().valueToTree(change);
                write(json.toPrettyString());
            } else {
                say("run " + record.shortId() + ": " + RunTagging.sentence(change) + ".");
            }
        }
    }

    private void changeModel() {
        if (note != null || runName != null || archive || restore) {
            throw new RegistryException("-Dnote=, -DrunName=, -Darchive and -Drestore are of runs: give " + model
                    + " a -Ddescription=, -Dtags= or -Dremove=; \"mvn tracking:archive\" archives a version");
        }
        ModelNote news = new ModelTagging(description, tags, remove).of(model);
        ModelEvent event = new Registrar(
                        ledger(dryRun), clock(), new Registrar.Policy(who(), reasonMinLength, false, dryRun))
                .note(model, news, reason);
        if (json()) {
            write(RegistryJson.of(event));
        } else {
            say(RegistryText.sentence(event));
        }
    }

    private Actor who() {
        return Actor.detect(actor, System.getenv(), trackingRoot().base());
    }

    private void say(String sentence) {
        info((dryRun ? "Dry run: " : "") + sentence);
    }
}
