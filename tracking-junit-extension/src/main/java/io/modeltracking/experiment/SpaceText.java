package io.modeltracking.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.modeltracking.run.RunJson;
import io.modeltracking.search.CategoricalDimension;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.IntDimension;
import io.modeltracking.search.RealDimension;
import io.modeltracking.search.Space;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A search space as JSON, for whoever draws or resumes a study. */
final class SpaceText {

    private SpaceText() {}

    static byte[] json(Space space) {
        try {
            return RunJson.mapper().writeValueAsString(of(space)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps of texts and numbers can always be written", e);
        }
    }

    private static Map<String, Object> of(Space space) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dimensions", space.dimensions().stream().map(SpaceText::of).toList());
        List<Object> alternatives = new ArrayList<>();
        for (Space.Alternative alternative : space.alternatives()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("choice", alternative.choice());
            one.put("value", alternative.value());
            one.put("space", of(alternative.space()));
            alternatives.add(one);
        }
        if (!alternatives.isEmpty()) {
            json.put("alternatives", alternatives);
        }
        return json;
    }

    private static Map<String, Object> of(Dimension dimension) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", dimension.name());
        if (dimension instanceof IntDimension whole) {
            json.put("type", "integer");
            json.put("min", whole.min());
            json.put("max", whole.max());
            json.put("step", whole.step());
            json.put("log", whole.log());
        } else if (dimension instanceof RealDimension real) {
            json.put("type", "real");
            json.put("min", real.min());
            json.put("max", real.max());
            json.put("step", real.step());
            json.put("log", real.log());
        } else if (dimension instanceof CategoricalDimension choice) {
            json.put("type", "choice");
            json.put("choices", choice.choices());
        }
        return json;
    }
}
