package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedDerivationTests {

    @ParameterizedTest(name = "root {0}, path {1}")
    @CsvSource(nullValues = "()", textBlock = """
        42, (),                      6502372370010741915,  756975772
        42, exp,                     7576016704222747158,  881964422
        42, exp/trial/0/sampler,     7609398958702882166,  885850628
        42, exp/trial/0/xgboost,    -6691452575085597247, 1368496042
        42, exp/trial/1/xgboost,     8488538997549519978,  988195999
        42, e/xptrial,               3151259085671189292,  366854840
        0,  (),                      2673576804065958071,  311245304
        42, shared/split,           -7838246241394030236, 1234991689
        42, shared/shap-sample,      4893538655344126579,  569682877
        """)
    void followsTheVectors(long root, String path, long seed, int thirtyOneBits) {
        String[] parts = path == null ? new String[0] : path.split("/");

        assertThat(SeedDerivation.derive(root, parts)).isEqualTo(seed);
        assertThat(SeedDerivation.toInt(seed)).isEqualTo(thirtyOneBits);
    }

    @Test
    void countsBytesNotCharacters() {
        assertThat(SeedDerivation.derive(1, "é")).isNotEqualTo(SeedDerivation.derive(1, "e\u0301"));
        assertThat(SeedDerivation.derive(1, "ab", "")).isNotEqualTo(SeedDerivation.derive(1, "ab"));
    }
}
