package io.modeltracking.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.provenance.DatasetFingerprint;
import io.modeltracking.provenance.Sha256;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent.Data;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the data of an old run is found, and what is said when there is other data now. */
class DataCheckTests {

    @TempDir
    private Path base;

    private Path work;
    private Path copy;
    private Path file;
    private TrackingRoot root;
    private int number;

    @BeforeEach
    void portfolio() throws IOException {
        work = Files.createDirectories(base.resolve("build"));
        copy = Files.createDirectories(base.resolve("copy"));
        root = new TrackingRoot(work.resolve(TrackingRoot.NAME));
        file = Files.createDirectories(work.resolve("data")).resolve("portfolio.csv");
        Files.writeString(file, "age,area,claims\n18,A,1\n40,B,0\n");
    }

    private DatasetRecord record() throws IOException {
        return new DatasetFingerprint(work, null, null)
                .of("train", Dataset.of(file))
                .record();
    }

    private Finding finding(DatasetRecord record, Path data) {
        RunFixture.run(root, ++number).event(new Data(record)).finished();
        List<Finding> findings = new DataCheck(Original.read(root, RunFixture.id(number)), data, copy).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void itIsCopiedFromWhereItWas() throws IOException {
        assertThat(finding(record(), null).state()).isEqualTo(Finding.State.OK);
        assertThat(copy.resolve("data/portfolio.csv")).hasSameBinaryContentAs(file);
    }

    @Test
    void elseItIsFoundByItsContentInTheGivenFolder() throws IOException {
        DatasetRecord record = record();
        Path archive = Files.createDirectories(base.resolve("archive"));
        Files.move(file, archive.resolve("2022.csv"));

        assertThat(finding(record, archive).detail()).contains("2022.csv");
        assertThat(copy.resolve("data/portfolio.csv")).exists();
    }

    @Test
    void elseInTheStoreWhereItWasKept() throws IOException {
        DatasetRecord record = record();
        new FolderBlobs(root.blobs()).put(file);
        Files.delete(file);

        assertThat(finding(record, null).detail()).contains("blobs");
        assertThat(Sha256.of(copy.resolve("data/portfolio.csv"))).isEqualTo(record.bytesSha256());
    }

    @Test
    void aDamagedBlobIsNoData() throws IOException {
        DatasetRecord record = record();
        FolderBlobs blobs = new FolderBlobs(root.blobs());
        Files.writeString(blobs.find(blobs.put(file)).orElseThrow(), "age\n");
        Files.delete(file);

        assertThat(finding(record, null).state()).isEqualTo(Finding.State.MISSING);
    }

    @Test
    void aChangedFileIsRefusedWithBothHashesAndTheColumnsThatDiffer() throws IOException {
        DatasetRecord record = record();
        Files.writeString(file, "age,claims,region\n18,1,N\n41,0,S\n");

        Finding finding = finding(record, null);

        assertThat(finding.state()).isEqualTo(Finding.State.MISSING);
        assertThat(finding.detail())
                .contains("sha256 " + record.bytesSha256().substring(0, 12))
                .contains("There is another now, sha256 " + Sha256.of(file).substring(0, 12))
                .endsWith("columns that differ: age, area (gone), region (new)");
    }

    @Test
    void otherBytesWithTheSameRowsAreRefusedTooAndItIsSaid() throws IOException {
        DatasetRecord record = record();
        Files.writeString(file, "age,area,claims\r\n18,A,1\r\n40,B,0\r\n");

        assertThat(finding(record, null).detail()).endsWith(", with equal columns");
    }

    @Test
    void aHashThatIsNoneIsNamed() throws IOException {
        for (String odd : List.of("ab", "../../etc", "Z".repeat(64), "A".repeat(64))) {
            DatasetRecord record = record();
            DatasetRecord hostile = new DatasetRecord(
                    "train", null, odd, null, null, null, List.of(), record.source(), List.of(), null);
            assertThat(finding(hostile, null))
                    .isEqualTo(Finding.missing(
                            "data train", "data/portfolio.csv: what the run recorded of it is no SHA-256"));
        }
    }

    @Test
    void aPathOutOfTheBuildIsNotWritten() throws IOException {
        DatasetRecord record = record();
        DatasetRecord.Source outside =
                new DatasetRecord.Source("file", "../build/data/../data/portfolio.csv", 1L, null, null);
        DatasetRecord hostile = new DatasetRecord(
                "train", null, record.bytesSha256(), null, null, null, List.of(), outside, List.of(), null);
        Files.move(file, work.resolve("data/other.csv"));

        assertThat(finding(hostile, work.resolve("data")))
                .returns(Finding.State.MISSING, Finding::state)
                .satisfies(finding -> assertThat(finding.detail()).contains("the path leads out of the build"));
        assertThat(file).doesNotExist();
    }
}
