package io.modeltracking.registry;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as JSON: numbers as text, what is null left out. */
final class EventCodec {

    private static final Map<String, Class<? extends ModelEvent>> TYPES = Stream.of(
                    ModelEvent.Register.class,
                    ModelEvent.Request.class,
                    ModelEvent.Approve.class,
                    ModelEvent.Reject.class,
                    ModelEvent.Promote.class,
                    ModelEvent.Rollback.class,
                    ModelEvent.Archive.class,
                    ModelEvent.Waive.class,
                    ModelEvent.Note.class,
                    ModelEvent.Accept.class,
                    ModelEvent.Reproduced.class,
                    ModelEvent.Anchor.class)
            .collect(Collectors.toMap(EventCodec::type, Function.identity()));

    private static final String SOURCE = "source";

    private static final ObjectMapper MAPPER = mapper();

    private EventCodec() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = RunJson.mapper().copy();
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        for (Class<?> number : List.of(int.class, Integer.class, long.class, Long.class)) {
            mapper.configOverride(number).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        }
        return mapper;
    }

    /** {@code PROMOTE}. */
    static String type(Class<? extends ModelEvent> event) {
        return event.getSimpleName().toUpperCase(Locale.ROOT);
    }

    static ObjectNode body(ModelEvent event) {
        return MAPPER.valueToTree(event);
    }

    /** An event, trusting no signature. */
    static ModelEvent read(LedgerEvent event) {
        return read(event, PublicKeys.NONE);
    }

    /**
     * An event, with what its signature says of who acted.
     *
     * @throws LedgerException when a known type has not the fields that it must have
     */
    static ModelEvent read(LedgerEvent event, PublicKeys keys) {
        Class<? extends ModelEvent> type = TYPES.get(event.type());
        if (type == null || !event.body().has("actor")) {
            return new ModelEvent.Other(event.type());
        }
        try {
            return MAPPER.treeToValue(believed(event, keys), type);
        } catch (JsonProcessingException e) {
            throw new LedgerException(
                    "Event " + event.seq() + " of the ledger is no " + event.type() + " (" + e.getOriginalMessage()
                            + "): use the version of the plugin that wrote it, or a later one",
                    e);
        }
    }

    /** The body with what is known of signatures, whatever it says of them itself. */
    private static ObjectNode believed(LedgerEvent event, PublicKeys keys) {
        ObjectNode body = event.body();
        String actor = body.path("actor").path(SOURCE).asText();
        String approver = body.path("approver").path(SOURCE).asText();
        boolean verified = keys.vouchesFor(event);
        if (!verified
                && Actor.unsigned(actor).equals(actor)
                && Actor.unsigned(approver).equals(approver)) {
            return body;
        }
        ObjectNode copy = body.deepCopy();
        put(copy.get("actor"), verified ? Actor.signed(actor) : Actor.unsigned(actor));
        put(copy.get("approver"), Actor.unsigned(approver));
        return copy;
    }

    private static void put(JsonNode person, String source) {
        if (person instanceof ObjectNode node) {
            node.put(SOURCE, source);
        }
    }

    /** Any value of this package. */
    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
