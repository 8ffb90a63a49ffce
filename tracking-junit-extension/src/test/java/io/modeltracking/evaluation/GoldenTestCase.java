package io.modeltracking.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Rows and expected values of one block of golden_metrics.json, which was computed by an independent implementation. */
record GoldenTestCase(double[] claims, double[] exposure, double[] rate, JsonNode expected) {

    static GoldenTestCase of(String block) {
        JsonNode golden = SharedData.golden();
        if (block.equals("toy")) {
            JsonNode data = golden.at("/toy/data");
            return new GoldenTestCase(
                    SharedData.numbers(data.get("ClaimNb")),
                    SharedData.numbers(data.get("Exposure")),
                    SharedData.numbers(data.get("m")),
                    golden.at("/toy/metrics"));
        }
        List<String[]> rows = SharedData.csv("golden/golden_sample.csv");
        return new GoldenTestCase(
                SharedData.column(rows, 3),
                SharedData.column(rows, 2),
                SharedData.column(rows, block.equals("glm1") ? 4 : 5),
                golden.at("/sample/" + block));
    }

    double[] observed() {
        double[] observed = new double[claims.length];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = claims[i] / exposure[i];
        }
        return observed;
    }

    double value(String key) {
        JsonNode node = expected.at("/" + key);
        if (!node.isNumber()) {
            throw new AssertionError("no number " + key);
        }
        return node.asDouble();
    }
}
