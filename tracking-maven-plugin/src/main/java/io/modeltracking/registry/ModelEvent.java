package io.modeltracking.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What an event of the ledger says. All but {@link Other} have who and why; when is the ledger's. */
public sealed interface ModelEvent {

    /** The model; null where it is about none. */
    String model();

    Actor actor();

    String reason();

    /** A run became a version. */
    record Register(String model, int version, Actor actor, String reason, Evidence evidence) implements ModelEvent {}

    /** Somebody wants a version to go to a stage. */
    record Request(String model, int version, Stage to, Actor actor, String reason) implements ModelEvent {}

    /** Somebody else agrees. */
    record Approve(String model, int version, Stage to, Actor actor, String reason) implements ModelEvent {}

    /** Somebody does not. */
    record Reject(String model, int version, Stage to, Actor actor, String reason) implements ModelEvent {}

    /**
     * A version went to a stage; the one that was there is archived by that.
     *
     * @param approver who approved it, or null
     */
    record Promote(String model, int version, Stage from, Stage to, Actor approver, Actor actor, String reason)
            implements ModelEvent {}

    /**
     * The version that was in production before is there again.
     *
     * @param replaced the version that was in production until then; null when none was
     */
    record Rollback(String model, int version, Integer replaced, Actor actor, String reason) implements ModelEvent {}

    /** A version is used no more. */
    record Archive(String model, int version, Stage from, Actor actor, String reason) implements ModelEvent {}

    /**
     * A rule does not stand in the way of registering.
     *
     * @param run null means every run of the model
     */
    record Waive(String model, String run, Waivable rule, Instant expires, Actor actor, String reason)
            implements ModelEvent {}

    /**
     * Something to know of a model or a version.
     *
     * @param version null means the model
     * @param description the new one, or null
     * @param tags to set
     * @param removed names of tags to take away
     */
    record Note(
            String model,
            Integer version,
            String description,
            Map<String, String> tags,
            List<String> removed,
            Actor actor,
            String reason)
            implements ModelEvent {
        public Note {
            tags = tags == null ? Map.of() : Map.copyOf(tags);
            removed = removed == null ? List.of() : List.copyOf(removed);
        }
    }

    /** Later runs are compared with the figures of this one: {@code tracking-baseline.json}. */
    record Accept(String model, String run, Actor actor, String reason) implements ModelEvent {}

    /** A run was done again. */
    record Reproduced(String model, String run, String verdict, Actor actor, String reason) implements ModelEvent {}

    /** The ledger's head was written down elsewhere. */
    record Anchor(String model, int version, String tag, String head, Actor actor, String reason)
            implements ModelEvent {}

    /** Runs that were taken into the history, and what a later version of the plugin wrote: kept, and no model's. */
    record Other(String type) implements ModelEvent {
        @Override
        public String model() {
            return null;
        }

        @Override
        public Actor actor() {
            return null;
        }

        @Override
        public String reason() {
            return null;
        }
    }
}
