package io.modeltracking.reproduce;

import static io.modeltracking.reproduce.Factor.CODE;
import static io.modeltracking.reproduce.Factor.DATA;
import static io.modeltracking.reproduce.Factor.DEPENDENCIES;
import static io.modeltracking.reproduce.Factor.PARAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.modeltracking.run.BuildState;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.EnvironmentState.Entry;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.SourceState.OverlayFile;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to which group, and what a mixture is made from. */
class MixtureTests {

    private static final String SHA_1 = "1".repeat(64);
    private static final String SHA_2 = "2".repeat(64);

    @TempDir
    private Path base;

    private int number;
    private String sha256 = SHA_1;
    private String location = "data/2024.csv";
    private String name = "train";
    private String zone = "UTC";
    private String eta = "0.1";
    private List<OverlayFile> overlay = List.of();
    private List<Entry> jars = List.of(new Entry("boost-1.0.jar", SHA_1, 1L), new Entry("pricing-1.jar", SHA_1, 1L));

    private Original version() {
        TrackingRoot root = new TrackingRoot(base.resolve(TrackingRoot.NAME));
        DatasetRecord.Source source = new DatasetRecord.Source("file", location, 1L, null, null);
        return new Original(
                root,
                RunFixture.run(root, ++number)
                        .event(new RunEvent.Param("depth", ParamValue.of(number), Origin.USER))
                        .event(new RunEvent.Param("eta", ParamValue.of(eta), Origin.SEARCH))
                        .event(new RunEvent.Data(
                                new DatasetRecord(name, null, sha256, null, null, 1L, List.of(), source, null, null)))
                        .finished(),
                List.of(),
                new SourceState(
                        "git",
                        null,
                        "c".repeat(40),
                        "main",
                        "git",
                        null,
                        !overlay.isEmpty(),
                        false,
                        "sha1",
                        null,
                        overlay,
                        true),
                new EnvironmentState(
                        "17.0.15", null, null, null, null, null, null, 2, 1, "en", zone, null, List.of(), Map.of(),
                        jars),
                new BuildState("3.9.16", List.of(), List.of(), new TreeMap<>()));
    }

    private static Mixture of(Original before, Original after) {
        return new Mixture(before, after, Set.of("pricing"));
    }

    @Test
    void paramsThatTheCodeSetsAndTheProjectsOwnJarsBelongToTheCode() {
        Original before = version();
        jars = List.of(new Entry("boost-1.0.jar", SHA_1, 1L), new Entry("pricing-1.jar", SHA_2, 1L));

        assertThat(of(before, version()).differing()).isEmpty();
    }

    @Test
    void dataThatNobodyCommittedAreDataAndNoCode() {
        overlay = List.of(new OverlayFile("data/2024.csv", "100644", SHA_1, 1));
        Original before = version();
        sha256 = SHA_2;
        overlay = List.of(new OverlayFile("data/2024.csv", "100644", SHA_2, 1));

        assertThat(of(before, version()).differing()).containsExactly(DATA);

        overlay = List.of(new OverlayFile("src/Frequency.java", "100644", SHA_1, 1));

        assertThat(of(before, version()).differing()).containsExactly(CODE, DATA);
    }

    @Test
    void whatTheSearchChoseIsAParamAndAnotherTimeZoneCountsAsCode() {
        Original before = version();
        eta = "0.2";
        assertThat(of(before, version()).differing()).containsExactly(PARAMS);

        zone = "Europe/Zurich";
        jars = List.of(new Entry("boost-2.0.jar", SHA_2, 1L));
        assertThat(of(before, version()).differing()).containsExactly(CODE, PARAMS, DEPENDENCIES);
    }

    @Test
    void dataStandWhereverEitherVersionReadsThem() throws Exception {
        Original before = version();
        location = "data/2025.csv";
        sha256 = SHA_2;

        Original mixed = of(before, version()).of(Set.of(DATA));

        assertThat(mixed.run().datasets())
                .extracting(dataset -> dataset.source().location(), DatasetRecord::bytesSha256)
                .containsExactly(tuple("data/2024.csv", SHA_2), tuple("data/2025.csv", SHA_2));
    }

    @Test
    void aDataSetThatTheOtherVersionDoesNotHaveIsRefused() {
        Original before = version();
        name = "claims";

        assertThatThrownBy(() -> of(before, version()).of(Set.of(CODE)))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "its code reads the data set \"claims\", and the data are of a version that has none of that"
                                + " name");
    }

    @Test
    void onlyLibrariesThatDifferAreSwappedAndASnapshotOfBothCountsByItsName() {
        Entry snapshot = new Entry("rates-1-SNAPSHOT.jar", SHA_1, 1L);
        jars = List.of(snapshot, new Entry("boost-1.0.jar", SHA_1, 1L));
        Original before = version();
        jars = List.of(snapshot, new Entry("boost-2.0.jar", SHA_2, 1L));
        Mixture mixture = of(before, version());
        assertThat(mixture.changedLibraries(Set.of(DEPENDENCIES))).isEqualTo(Map.of("boost-2.0.jar", SHA_2));
        assertThat(mixture.changedLibraries(Set.of())).isEqualTo(Map.of("boost-1.0.jar", SHA_1));

        jars = List.of(new Entry("rates-1-SNAPSHOT.jar", SHA_2, 1L), new Entry("boost-2.0.jar", SHA_2, 1L));
        Original again = version();

        assertThat(mixture.wrongLibrary(Set.of(DEPENDENCIES), again)).isEmpty();
        assertThat(mixture.wrongLibrary(Set.of(), again)).contains("boost-1.0.jar is not on its class path");
    }
}
