package io.modeltracking.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.modeltracking.gate.Baseline;
import io.modeltracking.gate.Difference;
import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept predictions of two runs, joined row by row. The files are as the extension documents them. */
class PredictionDifferenceTests {

    private static final String DATA = "d".repeat(64);

    @TempDir
    Path base;

    private TrackingRoot root;

    @BeforeEach
    void open() {
        root = TrackingRoot.find(base, base.toString());
    }

    /** Predictions that are off by an error, up and down in turn: the root mean square error is the error itself. */
    private RunRecord run(int number, int first, int rows, double error, boolean keyed, String data)
            throws IOException {
        StringBuilder csv = new StringBuilder("row," + (keyed ? "key," : "") + "weight,actual,predicted\n");
        for (int i = 0; i < rows; i++) {
            int policy = first + i;
            csv.append(i)
                    .append(keyed ? ",k" + policy : "")
                    .append(",1.0,")
                    .append((double) (policy % 10))
                    .append(',')
                    .append(policy % 10 + (policy % 2 == 0 ? error : -error))
                    .append('\n');
        }
        return run(number, csv.toString(), data);
    }

    private RunRecord run(int number, String csv, String data) throws IOException {
        RunFixture fixture = RunFixture.run(root, number);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        String about = "{\"schemaVersion\":1,\"kind\":\"REGRESSION\",\"dataSha256\":\"" + data + "\"}";
        byte[][] files = {compressed.toByteArray(), about.getBytes(StandardCharsets.UTF_8)};
        String[] names = {"test/predictions.csv.gz", "test/predictions.json"};
        for (int i = 0; i < names.length; i++) {
            fixture.event(new Artifact(names[i], "x", files[i].length, Sha256.of(files[i]), List.of()));
        }
        RunRecord run = fixture.finished();
        for (int i = 0; i < names.length; i++) {
            Path file = root.run(run.id()).resolve("artifacts").resolve(names[i]);
            Files.createDirectories(file.getParent());
            Files.write(file, files[i]);
        }
        return run;
    }

    private Difference difference(RunRecord run, RunRecord champion) {
        return new PredictionDifference(root).of(new Baseline("motor/3", Optional.of(champion)), run, "test", "rmse");
    }

    @Test
    void comparesTheRowsThatBothKnowByTheirKeys() throws IOException {
        Difference difference = difference(run(2, 50, 200, 0.3, true, DATA), run(1, 0, 200, 0.2, true, "e".repeat(64)));

        assertThat(difference.problem()).isNull();
        assertThat(difference.rows()).isEqualTo(150);
        assertThat(difference.baseline()).isCloseTo(0.2, within(1e-12));
        // Every row is off by the same, so that whatever is drawn, the difference is that of the errors.
        assertThat(difference.estimate()).isCloseTo(0.1, within(1e-12));
        assertThat(difference.lower()).isCloseTo(0.1, within(1e-12));
        assertThat(difference.upper()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void isTheSameEachTime() throws IOException {
        RunRecord champion = run(1, "row,key,weight,actual,predicted\n" + uneven(0.5), DATA);
        RunRecord run = run(2, "row,key,weight,actual,predicted\n" + uneven(0.9), DATA);

        Difference once = difference(run, champion);

        assertThat(once.lower()).isLessThan(once.estimate());
        assertThat(once.upper()).isGreaterThan(once.estimate());
        assertThat(difference(run, champion)).isEqualTo(once);
    }

    private static String uneven(double factor) {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            csv.append(i + ",k" + i + ",1.0," + i % 7 + ".0," + (i % 7 + factor * (i % 5)) + "\n");
        }
        return csv.toString();
    }

    @Test
    void withoutKeysTheDataHasToBeTheSame() throws IOException {
        RunRecord champion = run(1, 0, 100, 0.2, false, DATA);
        assertThat(difference(run(2, 0, 100, 0.3, false, DATA), champion).rows())
                .isEqualTo(100);
        assertThat(difference(run(3, 0, 100, 0.3, false, "e".repeat(64)), champion)
                        .problem())
                .contains("not both have keys to match them by");
    }

    @Test
    void rowsThatHaveChangedOrWithNothingInCommonAreNotCompared() throws IOException {
        RunRecord champion =
                run(1, "row,key,weight,actual,predicted\n0,a,1.0,1.0,1.0\n1,b,1.0,0.0,1.0\n2,c,1.0,0.0,1.0\n", DATA);
        String changed = "row,key,weight,actual,predicted\n0,a,1.0,2.0,1.0\n1,b,0.5,0.0,1.0\n2,c,1.0,0.0,1.0\n";
        assertThat(difference(run(2, changed, DATA), champion).problem())
                .isEqualTo("it has 1 of its 3 rows in common with motor/3");
    }

    @Test
    void filesThatAreLostChangedOrAmbiguousAreNotCompared() throws IOException {
        RunRecord champion = run(1, 0, 10, 0.2, true, DATA);
        assertThat(difference(RunFixture.run(root, 5).finished(), champion).problem())
                .startsWith("this run has kept no predictions of \"test\"");
        assertThat(difference(run(2, "row,key,weight,actual,predicted\n0,a,1,1,1\n1,a,1,1,1\n", DATA), champion)
                        .problem())
                .contains("two rows have one key");
        assertThat(difference(run(3, "row,key\n0,a\n", DATA), champion).problem())
                .contains("it is no file of predictions");
        Files.write(root.run(champion.id()).resolve("artifacts/test/predictions.json"), new byte[] {'{', '}'});
        assertThat(difference(run(4, 0, 10, 0.3, true, DATA), champion).problem())
                .contains("was changed since the run");
    }
}
