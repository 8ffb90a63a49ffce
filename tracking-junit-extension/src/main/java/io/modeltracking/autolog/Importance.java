package io.modeltracking.autolog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Importances, reckoned from the saved model as XGBoost's {@code get_score} does: weight is the number of splits on a
 * feature, gain and cover are the means of loss change and of Hessian sum over these splits. A linear booster has
 * coefficients instead, with more than one output as {@code <feature>[<output>]}.
 */
final class Importance {

    private static final JsonFactory JSON = JsonFactory.builder()
            // The same shortest text on every JDK.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private Importance() {}

    /** Each kind's figures, the largest first; empty when the model has none. */
    static Map<String, Map<String, Double>> of(BoosterModel model) {
        List<AutologSink.Feature> features = model.features();
        Map<String, Object> ensemble = model.ensemble();
        Map<String, Map<String, Double>> byKind = new LinkedHashMap<>();
        if (ensemble.get("weights") instanceof double[] weights) {
            byKind.put("coefficient", sorted(coefficients(features, weights)));
            return byKind;
        }
        double[] weight = new double[features.size()];
        double[] gain = new double[features.size()];
        double[] cover = new double[features.size()];
        for (Object tree : BoosterModel.list(ensemble.get("trees"))) {
            add(BoosterModel.map(tree), weight, gain, cover);
        }
        Map<String, Double> gains = new LinkedHashMap<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Double> covers = new LinkedHashMap<>();
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                String name = features.get(i).name();
                gains.put(name, gain[i] / weight[i]);
                weights.put(name, weight[i]);
                covers.put(name, cover[i] / weight[i]);
            }
        }
        if (!weights.isEmpty()) {
            byKind.put("gain", sorted(gains));
            byKind.put("weight", sorted(weights));
            byKind.put("cover", sorted(covers));
        }
        return byKind;
    }

    /** Trees with vector leaves hold no loss changes: they have no importances, in XGBoost neither. */
    private static void add(Map<String, Object> tree, double[] weight, double[] gain, double[] cover) {
        if (tree.get("left_children") instanceof double[] left
                && tree.get("split_indices") instanceof double[] feature
                && tree.get("loss_changes") instanceof double[] lossChange
                && tree.get("sum_hessian") instanceof double[] hessian) {
            for (int node = 0; node < left.length; node++) {
                if (left[node] >= 0) {
                    int index = (int) feature[node];
                    weight[index]++;
                    gain[index] += lossChange[node];
                    cover[index] += hessian[node];
                }
            }
        }
    }

    /** Weights lie feature by feature, each with its outputs; the last row is the bias. */
    private static Map<String, Double> coefficients(List<AutologSink.Feature> features, double[] weights) {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        int outputs = weights.length / (features.size() + 1);
        for (int i = 0; i < features.size(); i++) {
            for (int output = 0; output < outputs; output++) {
                String suffix = outputs == 1 ? "" : "[" + output + "]";
                coefficients.put(features.get(i).name() + suffix, weights[i * outputs + output]);
            }
        }
        return coefficients;
    }

    private static Map<String, Double> sorted(Map<String, Double> figures) {
        Map<String, Double> sorted = new LinkedHashMap<>();
        figures.entrySet().stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.getValue()), Math.abs(a.getValue())))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    static byte[] json(Map<String, Map<String, Double>> byKind) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            for (Map.Entry<String, Map<String, Double>> kind : byKind.entrySet()) {
                out.writeObjectFieldStart(kind.getKey());
                for (Map.Entry<String, Double> figure : kind.getValue().entrySet()) {
                    out.writeNumberField(figure.getKey(), figure.getValue());
                }
                out.writeEndObject();
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
