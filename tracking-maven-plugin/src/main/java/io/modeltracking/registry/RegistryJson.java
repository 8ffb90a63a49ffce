package io.modeltracking.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;

/** The registry as JSON, with every event about a version: {@code registry.json}. Numbers are text, as in the ledger. */
public final class RegistryJson {

    private static final String SCHEMA_VERSION = "1";

    private RegistryJson() {}

    /** The same registry gives the same text. */
    public static String of(Registry registry) {
        return tree(registry).toPrettyString() + "\n";
    }

    /** The same as a tree, which the caller may change. */
    public static ObjectNode tree(Registry registry) {
        ObjectNode json = RunJson.mapper().createObjectNode();
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("ledgerHead", registry.head());
        ArrayNode models = json.putArray("models");
        registry.models().values().forEach(model -> add(model, models.addObject()));
        ArrayNode waivers = json.putArray("waivers");
        registry.waivers().forEach(waiver -> waivers.add(of(waiver)));
        return json;
    }

    /** One event, as it would stand in the ledger. */
    public static String of(ModelEvent event) {
        return EventCodec.body(event)
                        .put("type", EventCodec.type(event.getClass()))
                        .toPrettyString()
                + "\n";
    }

    /** A version with its evidence and its history. */
    public static String of(ModelVersion version) {
        ObjectNode json = RunJson.mapper().createObjectNode();
        add(version, json);
        return json.toPrettyString() + "\n";
    }

    /** A model with all its versions. */
    public static String of(RegisteredModel model) {
        ObjectNode json = RunJson.mapper().createObjectNode();
        add(model, json);
        return json.toPrettyString() + "\n";
    }

    private static void add(RegisteredModel model, ObjectNode json) {
        json.put("name", model.name());
        json.put("description", model.description());
        json.set("tags", EventCodec.tree(model.tags()));
        model.champion().ifPresent(version -> json.put("champion", Integer.toString(version.number())));
        model.challenger().ifPresent(version -> json.put("challenger", Integer.toString(version.number())));
        ArrayNode requests = json.putArray("requests");
        for (PendingRequest request : model.requests()) {
            ObjectNode pending = requests.addObject();
            pending.set("request", of(request.request()));
            if (request.approval() != null) {
                pending.set("approval", of(request.approval()));
            }
        }
        ArrayNode notes = json.putArray("notes");
        model.notes().forEach(change -> notes.add(of(change)));
        ArrayNode versions = json.putArray("versions");
        model.versions().forEach(version -> add(version, versions.addObject()));
    }

    private static void add(ModelVersion version, ObjectNode json) {
        json.put("model", version.model());
        json.put("version", Integer.toString(version.number()));
        json.put("stage", version.stage().toString());
        json.put("description", version.description());
        json.set("tags", EventCodec.tree(version.tags()));
        json.set("evidence", EventCodec.tree(version.evidence()));
        ArrayNode history = json.putArray("history");
        version.history().forEach(change -> {
            ObjectNode event = of(change);
            event.remove("evidence");
            history.add(event);
        });
    }

    private static ObjectNode of(Change change) {
        return EventCodec.body(change.event())
                .put("seq", Long.toString(change.seq()))
                .put("ts", change.time().toString())
                .put("type", EventCodec.type(change.event().getClass()));
    }
}
