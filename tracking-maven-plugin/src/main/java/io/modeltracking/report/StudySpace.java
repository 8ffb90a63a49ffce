package io.modeltracking.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.search.CategoricalDimension;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.IntDimension;
import io.modeltracking.search.Point;
import io.modeltracking.search.RealDimension;
import io.modeltracking.search.Space;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The search space of a study, as its file says it.
 *
 * @param space null when there is none that can be read
 */
record StudySpace(Space space) {

    static final String FILE = "search-space.json";

    private static final long LARGEST = 4 << 20;
    private static final int DEEPEST = 16;

    static StudySpace of(ReportRun study) {
        return study.record().artifacts().stream()
                .filter(artifact -> artifact.name().equals(FILE) && artifact.size() <= LARGEST)
                .findFirst()
                .map(artifact -> of(study, artifact))
                .orElse(new StudySpace(null));
    }

    private static StudySpace of(ReportRun study, Artifact artifact) {
        try {
            JsonNode json = RunJson.mapper().readTree(ArtifactFile.read(study.artifacts(), artifact));
            return new StudySpace(json == null || !json.isObject() ? null : space(json, 0));
        } catch (IOException | IllegalArgumentException e) {
            // Somebody else's file: without a space the page shows what the trials say of it.
            return new StudySpace(null);
        }
    }

    private static Space space(JsonNode json, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("alternatives nest deeper than " + DEEPEST);
        }
        List<Dimension> dimensions = new ArrayList<>();
        json.path("dimensions").forEach(dimension -> dimensions.add(dimension(dimension)));
        List<Space.Alternative> alternatives = new ArrayList<>();
        json.path("alternatives")
                .forEach(alternative -> alternatives.add(new Space.Alternative(
                        alternative.path("choice").asText(),
                        value(alternative.path("value")),
                        space(alternative.path("space"), depth + 1))));
        return new Space(dimensions, alternatives);
    }

    private static Dimension dimension(JsonNode json) {
        String name = json.path("name").asText();
        boolean log = json.path("log").asBoolean();
        return switch (json.path("type").asText()) {
            case "integer" ->
                new IntDimension(
                        name,
                        json.path("min").asLong(),
                        json.path("max").asLong(),
                        json.path("step").asLong(1),
                        log);
            case "real" ->
                new RealDimension(
                        name,
                        json.path("min").asDouble(),
                        json.path("max").asDouble(),
                        json.path("step").asDouble(),
                        log);
            case "choice" -> {
                List<Object> choices = new ArrayList<>();
                json.path("choices").forEach(choice -> choices.add(value(choice)));
                yield new CategoricalDimension(name, choices);
            }
            default -> throw new IllegalArgumentException("unknown type " + json.path("type"));
        };
    }

    private static Object value(JsonNode json) {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isIntegralNumber()) {
            return json.longValue();
        }
        return json.isNumber() ? (Object) json.doubleValue() : json.asText();
    }

    /** What the search chose for a trial, or the command line instead of it. */
    static Point point(RunRecord trial) {
        Map<String, Object> values = new LinkedHashMap<>();
        trial.params().values().stream()
                .filter(StudySpace::isSearched)
                .forEach(param -> values.put(param.name(), value(param.value())));
        return new Point(values);
    }

    static boolean isSearched(Param param) {
        return param.origin() == Origin.SEARCH || param.origin() == Origin.COMMAND_LINE;
    }

    private static Object value(ParamValue value) {
        if (value instanceof ParamValue.IntegerValue whole) {
            return whole.value().bitLength() < Long.SIZE
                    ? (Object) whole.value().longValue()
                    : value.text();
        }
        if (value instanceof ParamValue.RealValue real) {
            return real.value();
        }
        return value instanceof ParamValue.BooleanValue truth ? (Object) truth.value() : value.text();
    }

    /**
     * One param of the space. A param of several alternatives is one, over all their values.
     *
     * @param choices values without an order; null for a range
     * @param min null for choices
     * @param max null for choices
     * @param fixed whether it has one value only
     */
    record Axis(String name, boolean log, Double min, Double max, List<Object> choices, boolean fixed) {}

    /** The params in their order; empty without a space. */
    List<Axis> axes() {
        Map<String, List<Dimension>> byName = new LinkedHashMap<>();
        collect(space, byName);
        return byName.entrySet().stream()
                .map(entry -> axis(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void collect(Space part, Map<String, List<Dimension>> byName) {
        if (part != null) {
            part.dimensions()
                    .forEach(dimension -> byName.computeIfAbsent(dimension.name(), name -> new ArrayList<>())
                            .add(dimension));
            part.alternatives().forEach(alternative -> collect(alternative.space(), byName));
        }
    }

    private static Axis axis(String name, List<Dimension> dimensions) {
        boolean fixed = dimensions.stream().allMatch(dimension -> dimension.size() == 1);
        boolean choice = dimensions.stream().anyMatch(CategoricalDimension.class::isInstance);
        if (choice) {
            List<Object> choices = dimensions.stream()
                    .filter(CategoricalDimension.class::isInstance)
                    .flatMap(dimension -> ((CategoricalDimension) dimension).choices().stream())
                    .distinct()
                    .toList();
            return new Axis(name, false, null, null, choices, fixed);
        }
        boolean log = true;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Dimension dimension : dimensions) {
            if (dimension instanceof IntDimension whole) {
                log &= whole.log();
                min = Math.min(min, whole.min());
                max = Math.max(max, whole.max());
            } else if (dimension instanceof RealDimension real) {
                log &= real.log();
                min = Math.min(min, real.min());
                max = Math.max(max, real.max());
            }
        }
        return new Axis(name, log, min, max, null, fixed);
    }
}
