package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modeltracking.run.RunEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DerivedSeedsTests {

    private final List<RunEvent.Seed> used = Collections.synchronizedList(new ArrayList<>());
    private final DerivedSeeds seeds = new DerivedSeeds(42, "exp", 0, used::add);

    @Test
    void derivesATrialsStreamsAndSharedOnes() {
        assertThat(seeds.root()).isEqualTo(42);
        assertThat(seeds.of("xgboost")).isEqualTo(-6691452575085597247L);
        assertThat(seeds.intOf("xgboost")).isEqualTo(1368496042);
        assertThat(seeds.shared("split")).isEqualTo(-7838246241394030236L);
        assertThat(seeds.sharedInt("split")).isEqualTo(1234991689);
        assertThat(new DerivedSeeds(42, "exp", 1, used::add).of("xgboost")).isEqualTo(8488538997549519978L);
        assertThat(new DerivedSeeds(42, "other", 7, used::add).shared("split")).isEqualTo(seeds.shared("split"));
    }

    @Test
    void generatorsHaveANamedAlgorithm() {
        assertThat(seeds.generator("a").nextLong()).isEqualTo(new SplittableRandom(seeds.of("a")).nextLong());
        assertThat(seeds.sharedGenerator("a").nextLong()).isEqualTo(new SplittableRandom(seeds.shared("a")).nextLong());
        assertThat(seeds.random("a").nextLong()).isEqualTo(new Random(seeds.of("a")).nextLong());
        assertThat(seeds.sharedRandom("a").nextLong()).isEqualTo(new Random(seeds.shared("a")).nextLong());
    }

    @Test
    void tellsOfEachStreamOnce() {
        IntStream.range(0, 100).parallel().forEach(i -> {
            seeds.of("bagging");
            seeds.sharedRandom("split");
        });

        assertThat(used)
                .containsExactlyInAnyOrder(
                        new RunEvent.Seed(
                                "seed/v1",
                                42,
                                List.of("exp", "trial", "0", "bagging"),
                                SeedDerivation.derive(42, "exp", "trial", "0", "bagging")),
                        new RunEvent.Seed("seed/v1", 42, List.of("shared", "split"), -7838246241394030236L));
    }

    @Test
    void refusesAStreamWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seeds.of(" "))
                .withMessageContaining("such as \"split\"")
                .withMessageContaining("\" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seeds.shared(null))
                .withMessageContaining("null");
    }
}
