package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Named values of a CycloneDX object, for what the standard has no field for; names may repeat. */
final class BomProperties {

    private static final String NAMESPACE = "io.modeltracking:";

    private final ArrayNode list = DossierJson.object().arrayNode();

    /** Leaves out a value that is null. */
    BomProperties add(String name, String value) {
        if (value != null) {
            list.addObject().put("name", NAMESPACE + name).put("value", value);
        }
        return this;
    }

    /** @param what a person or a run should have given */
    BomProperties missing(String what) {
        return add("notProvided", what);
    }

    void into(ObjectNode owner) {
        DossierJson.put(owner, "properties", list);
    }
}
