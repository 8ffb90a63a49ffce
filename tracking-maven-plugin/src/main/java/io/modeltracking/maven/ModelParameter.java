package io.modeltracking.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One {@code <model>} of the POM, as Maven fills it in: what only people know. */
public final class ModelParameter {

    private String name;
    private String purpose;
    private String owner;
    private String tier;
    private String limits;
    private String reviewDate;
    private String inForceFrom;
    private String inForceTo;

    private Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        put(about, "purpose", purpose);
        put(about, "owner", owner);
        put(about, "tier", tier);
        put(about, "limits", limits);
        put(about, "reviewDate", reviewDate);
        put(about, "inForceFrom", inForceFrom);
        put(about, "inForceTo", inForceTo);
        return about;
    }

    private static void put(Map<String, String> about, String key, String value) {
        if (value != null && !value.isBlank()) {
            about.put(key, value.strip());
        }
    }

    /**
     * By the model's name.
     *
     * @param parameters null where none are configured
     * @throws IllegalArgumentException when one has no name
     */
    static Map<String, Map<String, String>> about(List<ModelParameter> parameters) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (ModelParameter model : parameters == null ? List.<ModelParameter>of() : parameters) {
            if (model.name == null || model.name.isBlank()) {
                throw new IllegalArgumentException("A <model> has no <name>: give the model's name in the registry");
            }
            all.put(model.name.strip(), model.about());
        }
        return all;
    }
}
