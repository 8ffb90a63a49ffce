package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import io.modeltracking.run.Names;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags as typed: {@code team=pricing,reviewed=yes}, and the names of some. */
final class TagList {

    private TagList() {}

    /**
     * @param typed null for none
     * @throws RegistryException when a part is no {@code name=value}, or its name is none
     */
    static Map<String, String> set(String typed) {
        Map<String, String> set = new LinkedHashMap<>();
        for (String part : names(typed)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new RegistryException(
                        "-Dtags= has \"" + part + "\": write name=value, and a comma between two of them");
            }
            set.put(
                    checked("tag", part.substring(0, equals).strip()),
                    part.substring(equals + 1).strip());
        }
        return set;
    }

    /** @param typed null for none */
    static List<String> names(String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split(",")).map(String::strip).toList();
    }

    static String checked(String kind, String text) {
        try {
            return Names.check(kind, text);
        } catch (IllegalArgumentException e) {
            throw new RegistryException(e.getMessage());
        }
    }
}
