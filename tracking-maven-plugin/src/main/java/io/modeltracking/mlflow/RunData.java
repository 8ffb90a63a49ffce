package io.modeltracking.mlflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends params, metrics and tags within the limits of a batch, and no point of a metric twice. */
final class RunData {

    private static final String BATCH = MlflowApi.API + "runs/log-batch";
    private static final int MAX_METRICS = 1000;
    private static final int MAX_OTHERS = 100;

    /** Of a batch's million bytes, with room for its frame and for how other writers escape. */
    private static final int MAX_CHARACTERS = 120_000;

    private final MlflowApi api;
    private final String run;

    RunData(MlflowApi api, String run) {
        this.api = api;
        this.run = run;
    }

    void params(Map<String, String> params) {
        send("params", params);
    }

    void tags(Map<String, String> tags) {
        send("tags", tags);
    }

    private void send(String field, Map<String, String> values) {
        Map<String, String> batch = new LinkedHashMap<>();
        int characters = 0;
        for (Map.Entry<String, String> value : values.entrySet()) {
            int length = value.getKey().length() + value.getValue().length();
            if (batch.size() == MAX_OTHERS || (characters + length > MAX_CHARACTERS && !batch.isEmpty())) {
                post(field, MlflowApi.pairs(batch));
                batch.clear();
                characters = 0;
            }
            batch.put(value.getKey(), value.getValue());
            characters += length;
        }
        if (!batch.isEmpty()) {
            post(field, MlflowApi.pairs(batch));
        }
    }

    private void post(String field, ArrayNode values) {
        api.http().post(BATCH, body(field, values));
    }

    private ObjectNode body(String field, ArrayNode values) {
        ObjectNode body = MlflowApi.object().put("run_id", run);
        body.set(field, values);
        return body;
    }

    /** @param begun whether an earlier attempt may have sent some */
    void metrics(List<MetricPoint> points, boolean begun) {
        boolean[] asked = {begun};
        api.http().repeated(() -> {
            List<MetricPoint> left = asked[0] ? lacking(points) : points;
            asked[0] = true;
            for (int from = 0; from < left.size(); from += MAX_METRICS) {
                ArrayNode batch = MlflowApi.pairs(Map.of());
                left.subList(from, Math.min(left.size(), from + MAX_METRICS)).forEach(point -> batch.add(point.json()));
                api.http().once("POST", BATCH, body("metrics", batch));
            }
            return null;
        });
    }

    /** What the server has not got: a batch whose reply was lost may be there in part. */
    private List<MetricPoint> lacking(List<MetricPoint> points) {
        Set<MetricPoint> there = new HashSet<>();
        points.stream().map(MetricPoint::key).distinct().forEach(key -> there.addAll(api.history(run, key)));
        List<MetricPoint> lacking = new ArrayList<>(points);
        lacking.removeIf(there::contains);
        return lacking;
    }
}
