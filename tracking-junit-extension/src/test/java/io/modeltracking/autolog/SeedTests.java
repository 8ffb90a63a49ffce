package io.modeltracking.autolog;

import static io.modeltracking.autolog.Matrices.counts;
import static io.modeltracking.autolog.Matrices.params;
import static io.modeltracking.autolog.Matrices.watches;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A training whose params name no seed really uses the run's. */
class SeedTests {

    @BeforeAll
    static void install() {
        assertThat(Autolog.ensureInstalled().on()).isTrue();
    }

    private static Map<String, Object> sampling(Object... more) {
        Map<String, Object> params = params(more);
        params.put("subsample", 0.5);
        return params;
    }

    private static byte[] model(Map<String, Object> params) throws Exception {
        DMatrix matrix = counts(300, 3, 1);
        return XGBoost.train(matrix, params, 10, watches(), null, null).toByteArray("ubj");
    }

    private static byte[] model(int seedOfRun, Map<String, Object> params) throws Exception {
        RecordingSink run = new RecordingSink(seedOfRun);
        try (Binding binding = Autolog.bind(run)) {
            return model(params);
        } finally {
            run.open = false;
            assertThat(run.warnings).isEmpty();
        }
    }

    @Test
    void theDerivedSeedIsTheOneThatTrains() throws Exception {
        assertThat(model(5, sampling())).isEqualTo(model(sampling("seed", 5)));
        assertThat(model(5, sampling())).isNotEqualTo(model(6, sampling()));
        assertThat(model(5, sampling())).isNotEqualTo(model(sampling()));
    }

    @Test
    void theUsersOwnSeedStays() throws Exception {
        assertThat(model(5, sampling("seed", 9))).isEqualTo(model(sampling("seed", 9)));
        assertThat(model(5, sampling("random_state", 9))).isEqualTo(model(sampling("random_state", 9)));
    }

    @Test
    void theUsersMapIsNotTouched() throws Exception {
        Map<String, Object> params = sampling();
        Map<String, Object> before = Map.copyOf(params);
        model(5, params);
        assertThat(params).isEqualTo(before);
        model(5, Collections.unmodifiableMap(params));
    }

    @Test
    void theSeedIsLogged() throws Exception {
        RecordingSink run = new RecordingSink(123);
        try (Binding binding = Autolog.bind(run)) {
            model(sampling());
            model(sampling("seed", "77"));
        }
        run.open = false;
        assertThat(run.params).containsEntry("xgboost.seed", 123).containsEntry("xgboost.2.seed", "77");
    }
}
