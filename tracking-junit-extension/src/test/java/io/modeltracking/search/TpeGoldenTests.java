package io.modeltracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.search.Layout.Slot;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The estimator gives the values that Optuna 5.0 computed. */
class TpeGoldenTests {

    private final JsonNode golden = read("tpe-golden.json");

    @Test
    void splitsAsManyGoodTrials() {
        golden.get("gamma")
                .properties()
                .forEach(each -> assertThat(Split.gamma(Integer.parseInt(each.getKey())))
                        .as("gamma(%s)", each.getKey())
                        .isEqualTo(each.getValue().asInt()));
    }

    @Test
    void weighsObservationsByAge() {
        golden.get("weights")
                .properties()
                .forEach(each -> assertThat(Parzen.ageWeights(Integer.parseInt(each.getKey())))
                        .as("weights of %s observations", each.getKey())
                        .containsExactly(doubles(each.getValue()), within(1e-16)));
    }

    @TestFactory
    Stream<DynamicTest> buildsTheKernelsAndDensities() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode test : golden.get("cases")) {
            tests.add(DynamicTest.dynamicTest(
                    test.get("name").asText() + ", " + test.get("n") + " observations", () -> agrees(test)));
        }
        return tests.stream();
    }

    private static void agrees(JsonNode test) {
        Dimension dimension = dimension(test.get("space").get("x"));
        Slot slot = new Layout(Space.of(dimension)).slots.get(0);
        List<double[]> observations = new ArrayList<>();
        for (double value : doubles(test.get("obs").get("x"))) {
            observations.add(new double[] {value});
        }
        Parzen parzen = new Parzen(List.of(slot), observations);
        NumericKernels kernels = (NumericKernels) parzen.kernels(0);
        JsonNode expected = test.get("kernels").get("x");
        assertThat(parzen.weights()).containsExactly(doubles(test.get("mixture_weights")), within(1e-16));
        assertThat(slot.axis().low).isCloseTo(expected.get("low").asDouble(), within(1e-15));
        assertThat(slot.axis().high).isCloseTo(expected.get("high").asDouble(), within(1e-15));
        assertThat(kernels.mu).containsExactly(doubles(expected.get("mu")), within(1e-15));
        assertThat(kernels.sigma).containsExactly(doubles(expected.get("sigma")), within(1e-14));
        double[] queries = doubles(test.get("query").get("x"));
        for (int i = 0; i < queries.length; i++) {
            assertThat(parzen.logDensity(new double[] {queries[i]}))
                    .as("log density at %s", queries[i])
                    .isCloseTo(test.get("log_pdf").get(i).asDouble(), within(1e-13));
        }
    }

    @TestFactory
    Stream<DynamicTest> combinesParametersOfEveryKind() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode test : read("tpe-joint-golden.json").get("cases")) {
            tests.add(DynamicTest.dynamicTest(test.get("n") + " observations", () -> agreesJointly(test)));
        }
        return tests.stream();
    }

    private static void agreesJointly(JsonNode test) {
        Layout layout = new Layout(Space.of(
                RealDimension.of("f", -2, 5),
                RealDimension.log("fl", 1e-4, 1),
                new RealDimension("fs", 0, 1, .25, false),
                IntDimension.of("i", 2, 12),
                new IntDimension("is", 0, 60, 20, false),
                IntDimension.log("il", 1, 128),
                CategoricalDimension.of("c", "a", "b", "c")));
        Parzen parzen = new Parzen(layout.slots, rows(layout, test.get("obs")));
        List<double[]> queries = rows(layout, test.get("query"));
        for (int i = 0; i < queries.size(); i++) {
            assertThat(parzen.logDensity(queries.get(i)))
                    .as("log density of query %s", i)
                    .isCloseTo(test.get("log_pdf").get(i).asDouble(), within(1e-12));
        }
    }

    private static List<double[]> rows(Layout layout, JsonNode columns) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < columns.get("f").size(); i++) {
            double[] row = new double[layout.slots.size()];
            for (int j = 0; j < row.length; j++) {
                row[j] = columns.get(layout.slots.get(j).dimension().name())
                        .get(i)
                        .asDouble();
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void integratesAndInvertsTheTruncatedNormal() {
        JsonNode expected = golden.get("truncnorm");
        double[] a = doubles(expected.get("a"));
        double[] b = doubles(expected.get("b"));
        for (int i = 0; i < a.length; i++) {
            double mass = expected.get("log_gauss_mass").get(i).asDouble();
            assertThat(Gauss.logMass(a[i], b[i]))
                    .as("log mass of [%s, %s]", a[i], b[i])
                    .isCloseTo(mass, within(1e-15 * Math.max(1, Math.abs(mass))));
            for (int j = 0; j < expected.get("q").size(); j++) {
                double q = expected.get("q").get(j).asDouble();
                assertThat(Gauss.quantile(q, a[i], b[i]))
                        .as("quantile %s of [%s, %s]", q, a[i], b[i])
                        .isCloseTo(expected.get("ppf").get(j).get(i).asDouble(), within(4e-11));
            }
        }
    }

    private static Dimension dimension(JsonNode space) {
        boolean log = space.get("log").asBoolean();
        double step = space.get("step").asDouble();
        return space.get("type").asText().equals("int")
                ? new IntDimension(
                        "x", space.get("low").asLong(), space.get("high").asLong(), (long) step, log)
                : new RealDimension(
                        "x", space.get("low").asDouble(), space.get("high").asDouble(), step, log);
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    private static JsonNode read(String resource) {
        try (InputStream in = TpeGoldenTests.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
