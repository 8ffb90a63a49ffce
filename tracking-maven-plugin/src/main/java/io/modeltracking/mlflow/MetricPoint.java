package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One value of a metric, as MLflow tells one from another.
 *
 * @param value with infinities, which MLflow keeps as the largest number, and one NaN
 * @param time milliseconds since 1970
 */
record MetricPoint(String key, Double value, long time, long step) {

    static MetricPoint of(String key, double value, long time, long step) {
        // MLflow has no time before 1970, and tells zero from its negative as little as SQL does.
        return new MetricPoint(key, infinite(value) + 0.0, Math.max(0, time), step);
    }

    static MetricPoint of(JsonNode metric) {
        JsonNode value = metric.path("value");
        return of(
                metric.path("key").asText(),
                value.isTextual() ? parsed(value.asText()) : value.asDouble(),
                metric.path("timestamp").asLong(),
                metric.path("step").asLong());
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double infinite(double value) {
        return Math.abs(value) == Double.MAX_VALUE ? Math.copySign(Double.POSITIVE_INFINITY, value) : value;
    }

    ObjectNode json() {
        ObjectNode json = MlflowApi.object().put("key", key);
        if (Double.isFinite(value)) {
            json.put("value", value);
        } else {
            json.put("value", Double.toString(value));
        }
        return json.put("timestamp", time).put("step", step);
    }
}
