package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Run;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data files that the store keeps, so that a run can be made again when they are gone. */
class KeptDataTests {

    private static final String CSV = "age,claims\n18,1\n40,0\n";

    @TempDir
    static Path data;

    @TempDir
    Path base;

    static class KeepingTestCase {

        @ModelExperiment(keepData = true)
        void kept(Run run) {
            run.dataset("train", Dataset.of(data.resolve("a.csv")));
            run.dataset("again", Dataset.of(data.resolve("same.csv")));
            run.dataset("numbers", Dataset.of(new double[][] {{1}}, "x"));
        }

        @ModelExperiment
        void notKept(Run run) {
            run.dataset("train", Dataset.of(data.resolve("b.csv")));
        }
    }

    @BeforeEach
    void files() throws IOException {
        Files.writeString(data.resolve("a.csv"), CSV);
        Files.writeString(data.resolve("same.csv"), CSV);
        Files.writeString(data.resolve("b.csv"), "age\n18\n");
    }

    private Experiments experiments() {
        return Experiments.in(base);
    }

    private static List<Path> blobs(Experiments experiments) throws IOException {
        Path folder = experiments.root().blobs();
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void theBytesAreKeptOnceUnderTheirHash() throws IOException {
        Experiments experiments = experiments().execute(KeepingTestCase.class);

        DatasetRecord train = experiments.run("kept").datasets().get(0);
        assertThat(blobs(experiments))
                .singleElement()
                .satisfies(blob -> assertThat(blob)
                        .endsWith(Path.of(train.bytesSha256().substring(0, 2), train.bytesSha256()))
                        .hasContent(CSV));
    }

    @Test
    void aPropertyKeepsThoseOfAllExperiments() throws IOException {
        assertThat(blobs(experiments().with("tracking.keepData", "true").execute(KeepingTestCase.class)))
                .hasSize(2);
    }

    @Test
    void aFileBeyondTheLimitIsAnErrorAndNothingIsCutOff() throws IOException {
        Experiments experiments =
                experiments().with("tracking.keepData.limit", "10").execute(KeepingTestCase.class);

        assertThat(experiments.failure("kept"))
                .hasMessageContaining("a.csv has 21 bytes, more than tracking.keepData.limit = 10: raise the limit");
        assertThat(experiments.run("kept")).returns(Status.BROKEN, RunRecord::status);
        assertThat(blobs(experiments)).isEmpty();
    }

    @Test
    void aLimitThatIsNoNumberIsNamed() {
        assertThat(experiments()
                        .with("tracking.keepData.limit", "1 GB")
                        .execute(KeepingTestCase.class)
                        .failure("kept"))
                .hasMessageContaining("tracking.keepData.limit is \"1 GB\": it is a number of bytes");
    }

    @Test
    void aBlobThatWasDamagedIsPutAnew() throws IOException {
        Experiments experiments = experiments().execute(KeepingTestCase.class);
        Files.writeString(blobs(experiments).get(0), "age");

        experiments.execute(KeepingTestCase.class);

        assertThat(blobs(experiments).get(0)).hasContent(CSV);
    }
}
