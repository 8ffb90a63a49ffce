package io.modeltracking.autolog;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.run.Names;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever XGBoost and its users call things, a run accepts what becomes of it. */
class MetricNamesTests {

    @ParameterizedTest
    @CsvSource({
        "rmse, rmse",
        "poisson-nloglik, poisson_nloglik",
        "tweedie-nloglik@1.5, tweedie_nloglik.1.5",
        "ndcg@10-, ndcg.10_",
        "Größe, Größe"
    })
    void metricsAreInSnakeCase(String given, String expected) {
        assertThat(MetricNames.metric(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train",
                "out-of-time",
                "",
                " ",
                "../../x",
                "/",
                "a\tb",
                "<script>",
                "\u202eevil",
                "a\u0000b",
                ".",
                "q\"|?*"
            })
    void anyWatchMakesAName(String watch) {
        Names.check("Metric", "xgboost." + MetricNames.part(watch) + ".rows");
        Names.check("Metric", MetricNames.part(watch) + "." + MetricNames.metric("rmse"));
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 101, 100_000})
    void aLongNameIsCut(int length) {
        String part = MetricNames.part("x".repeat(length));
        String name = MetricNames.cut("xgboost.2." + part + "." + part + "." + part);
        Names.check("Metric", name);
    }
}
