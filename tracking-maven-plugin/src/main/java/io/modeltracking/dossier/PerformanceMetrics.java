package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Metric;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code performanceMetrics} of a model card: the last value of each metric, its data set as the slice. */
final class PerformanceMetrics {

    private static final String LOWER = ".lower";
    private static final String UPPER = ".upper";

    private PerformanceMetrics() {}

    static ArrayNode of(Winner winner) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Metric metric : winner.metrics()) {
            if (metric.value() != null) {
                values.put(metric.name(), metric.value());
            }
        }
        ArrayNode list = DossierJson.object().arrayNode();
        values.forEach((name, value) -> {
            if (!isBound(name, LOWER, values) && !isBound(name, UPPER, values)) {
                add(list.addObject(), name, winner, values);
            }
        });
        return list;
    }

    private static boolean isBound(String name, String suffix, Map<String, Double> values) {
        return name.endsWith(suffix) && values.containsKey(name.substring(0, name.length() - suffix.length()));
    }

    private static void add(ObjectNode node, String name, Winner winner, Map<String, Double> values) {
        String slice = winner.datasets().stream()
                .map(DatasetRecord::name)
                .filter(dataset -> name.startsWith(dataset + "."))
                .findFirst()
                .orElse(null);
        node.put("type", slice == null ? name : name.substring(slice.length() + 1));
        node.put("value", Reals.text(values.get(name)));
        DossierJson.put(node, "slice", slice);
        Double lower = values.get(name + LOWER);
        Double upper = values.get(name + UPPER);
        if (lower != null && upper != null) {
            node.putObject("confidenceInterval")
                    .put("lowerBound", Reals.text(lower))
                    .put("upperBound", Reals.text(upper));
        }
    }
}
