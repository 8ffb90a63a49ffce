package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.search.FinishedTrial.State;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ImportanceTests {

    @TestFactory
    Stream<DynamicTest> agreesWithOptuna() throws IOException {
        JsonNode golden;
        try (InputStream in = getClass().getResourceAsStream("importance-golden.json")) {
            golden = new ObjectMapper().readTree(in);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode test : golden.get("cases")) {
            String name = test.get("space").asText() + ", " + test.get("trials").size() + " trials";
            tests.add(DynamicTest.dynamicTest(name, () -> agrees(test)));
        }
        return tests.stream();
    }

    private static void agrees(JsonNode test) {
        Space space = test.get("space").asText().equals("mixed6")
                ? stepped(Problem.mixed6().space())
                : Problem.conditional().space();
        List<FinishedTrial> trials = new ArrayList<>();
        for (JsonNode trial : test.get("trials")) {
            trials.add(FinishedTrial.complete(
                    trials.size(), point(trial.get("point")), trial.get("value").asDouble()));
        }
        assertThat(trials).allMatch(trial -> space.contains(trial.point()));
        Map<String, Double> importance = Importance.pedAnova(space, trials);
        JsonNode expected = test.get("importance");
        assertThat(importance).hasSize(expected.size());
        importance.forEach((parameter, share) -> assertThat(share)
                .as(parameter)
                .isCloseTo(expected.get(parameter).asDouble(), within(1e-12)));
        assertThat(List.copyOf(importance.values())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void nothingIsKnownFromOneTrial() {
        Point point = center();
        assertThat(Importance.pedAnova(Problem.branin().space(), List.of(FinishedTrial.complete(0, point, 1))))
                .containsExactly(Map.entry("x1", .5), Map.entry("x2", .5));
        assertThat(Importance.pedAnova(Problem.branin().space(), List.of())).hasSize(2);
    }

    @Test
    void aParameterOfAlternativesAddsUpOverThem() {
        Space space = new Space(
                List.of(CategoricalDimension.of("kind", "tree", "dart")),
                List.of(
                        new Space.Alternative("kind", "tree", Space.of(RealDimension.of("rate", 0, 1))),
                        new Space.Alternative("kind", "dart", Space.of(RealDimension.of("rate", 0, 2)))));
        Problem problem = new Problem("shared", space, 0, point -> (Double) point.get("rate"), point -> 0);
        Map<String, Double> importance = Importance.pedAnova(space, Studies.run(problem, new RandomSampler(1), 200, 1));
        assertThat(importance.keySet()).containsExactly("rate", "kind");
        assertThat(importance.get("rate")).isGreaterThan(.9);
    }

    @Test
    void onlyCompleteTrialsOfFiniteValueCount() {
        List<FinishedTrial> trials = Studies.run(Problem.branin(), new RandomSampler(1), 40, 1);
        List<FinishedTrial> more = new ArrayList<>(trials);
        more.add(FinishedTrial.complete(90, center(), Double.NEGATIVE_INFINITY));
        more.add(new FinishedTrial(91, center(), 0, 0, State.PRUNED, new TreeMap<>()));
        Space space = Problem.branin().space();
        assertThat(Importance.pedAnova(space, more)).isEqualTo(Importance.pedAnova(space, trials));
    }

    private static Point center() {
        return new Point(Map.of("x1", 2.5, "x2", 7.5));
    }

    private static Space stepped(Space space) {
        List<Dimension> dimensions = new ArrayList<>(space.dimensions());
        dimensions.set(2, new RealDimension("subsample", .5, 1, .05, false));
        return new Space(dimensions, List.of());
    }

    private static Point point(JsonNode params) {
        Map<String, Object> values = new LinkedHashMap<>();
        params.properties().forEach(each -> {
            JsonNode value = each.getValue();
            Object number = value.isIntegralNumber() ? (Object) value.asLong() : value.asDouble();
            values.put(each.getKey(), value.isTextual() ? value.asText() : number);
        });
        return new Point(values);
    }
}
