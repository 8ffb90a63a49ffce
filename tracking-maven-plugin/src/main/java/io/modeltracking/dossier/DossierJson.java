package io.modeltracking.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import java.nio.charset.StandardCharsets;

/** JSON of a dossier, for people too: indented, and the same bytes for the same value on every system. */
final class DossierJson {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = RunJson.mapper()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private DossierJson() {}

    static ObjectNode object() {
        return RunJson.mapper().createObjectNode();
    }

    /** UTF-8; half a character, which no UTF-8 can hold, becomes a question mark. */
    static byte[] bytes(JsonNode value) {
        try {
            return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + value.getNodeType(), e);
        }
    }

    /** Leaves out what is null or blank. */
    static void put(ObjectNode node, String name, String value) {
        if (value != null && !value.isBlank()) {
            node.put(name, value);
        }
    }

    /** Leaves out an empty list. */
    static void put(ObjectNode node, String name, ArrayNode list) {
        if (!list.isEmpty()) {
            node.set(name, list);
        }
    }
}
