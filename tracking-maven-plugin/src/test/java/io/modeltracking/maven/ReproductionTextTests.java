package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.reproduce.Difference;
import io.modeltracking.reproduce.Finding;
import io.modeltracking.reproduce.Reproduction;
import io.modeltracking.reproduce.ReproductionVerdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReproductionTextTests {

    private static Reproduction reproduction(ReproductionVerdict verdict, String problem, int differences) {
        return new Reproduction(
                "0".repeat(32),
                "1".repeat(32),
                verdict,
                problem,
                List.of(new Finding("commit", Finding.State.OK, "d9d225dee0e5")),
                Collections.nCopies(differences, new Difference("metric", "rmse", "1.0", "2.0", false)),
                List.of());
    }

    @Test
    void showsTheTableTheFirstDifferencesAndTheVerdict() {
        assertThat(ReproductionText.lines(reproduction(ReproductionVerdict.DIVERGED, null, 12)))
                .startsWith("OK         commit             d9d225dee0e5", "differs    metric rmse: 1.0 → 2.0")
                .endsWith("differs    … and 2 more, in the evidence", "Verdict: DIVERGED");
    }

    @Test
    void ofSeveralTheWorstCountsAndEachThatFailedIsNamed() {
        Map<String, Reproduction> all = new LinkedHashMap<>();
        all.put("motor-frequency/3", reproduction(ReproductionVerdict.EQUIVALENT, null, 0));
        assertThat(ReproductionText.worst(all).confirmed()).isTrue();

        all.put("motor-severity/1", reproduction(ReproductionVerdict.NOT_REPRODUCIBLE, "missing: data train", 0));
        all.put("pure-premium/2", reproduction(ReproductionVerdict.DIVERGED, null, 1));

        assertThat(ReproductionText.worst(all)).isEqualTo(ReproductionVerdict.NOT_REPRODUCIBLE);
        assertThat(ReproductionText.failures(all))
                .isEqualTo("motor-severity/1: NOT REPRODUCIBLE, missing: data train; pure-premium/2: DIVERGED");
    }
}
