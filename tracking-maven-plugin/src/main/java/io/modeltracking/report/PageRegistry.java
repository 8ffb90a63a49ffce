package io.modeltracking.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Inventory;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The block of the registry: {@code registry.json} made fit to look at. Whoever acts is marked as vouched for or not, and of
 * the runs that a version was chosen from there are as many as a person reads.
 */
final class PageRegistry {

    private static final int TEXT = 2_000;
    private static final int MOST_CONSIDERED = 50;
    private static final Set<String> PEOPLE = Set.of("actor", "approver");

    private final Registry registry;

    PageRegistry(Registry registry) {
        this.registry = registry;
    }

    void write(JsonFields json) throws IOException {
        JsonNode tree = RegistryJson.tree(registry);
        json.text("notProvided", Inventory.NOT_PROVIDED);
        json.array("about", Inventory.ABOUT, json::text);
        json.text("head", registry.head());
        json.value("models", shown(tree.get("models")));
        json.value("waivers", shown(tree.get("waivers")));
    }

    private static JsonNode shown(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(Texts.visible(node.textValue(), TEXT));
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, shown(list.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            thin(object);
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> set(object, name, object.remove(name)));
        }
        return node;
    }

    private static void set(ObjectNode object, String name, JsonNode value) {
        if (PEOPLE.contains(name) && value instanceof ObjectNode person) {
            person.put("vouched", vouched(person));
        }
        object.set(Texts.line(name, TEXT), shown(value));
    }

    private static boolean vouched(ObjectNode person) {
        return new Actor(
                        person.path("name").asText(),
                        null,
                        person.path("source").asText())
                .vouched();
    }

    private static void thin(ObjectNode object) {
        if (object.get("considered") instanceof ArrayNode runs) {
            object.put("consideredCount", runs.size());
            while (runs.size() > MOST_CONSIDERED) {
                runs.remove(runs.size() - 1);
            }
        }
    }
}
