package io.modeltracking.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A rule that a waiver can set aside. */
public enum Waivable {
    DIRTY_TREE("dirty-tree"),
    MISSING_EVIDENCE("missing-evidence");

    private final String label;

    Waivable(String label) {
        this.label = label;
    }

    /** @throws RegistryException listing the rules */
    @JsonCreator
    public static Waivable parse(String text) {
        return Arrays.stream(values())
                .filter(rule -> rule.label.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new RegistryException((text == null
                                ? "No rule is named"
                                : "No rule \"" + text + "\" can be waived")
                        + ": give -Drule= with one of "
                        + Arrays.stream(values()).map(Waivable::toString).collect(Collectors.joining(", "))));
    }

    @JsonValue
    @Override
    public String toString() {
        return label;
    }
}
