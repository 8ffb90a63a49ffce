package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modeltracking.Dataset;
import io.modeltracking.Role;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFingerprintTests {

    private static final byte[] SALT = {1, 2, 3};

    @TempDir
    Path folder;

    private final List<RunEvent.Seed> used = new ArrayList<>();

    private DatasetFingerprint.Result fingerprint(Dataset dataset, byte[] salt) throws IOException {
        return new DatasetFingerprint(folder, new DerivedSeeds(42, "exp", 0, used::add), salt).of("train", dataset);
    }

    private DatasetRecord record(Dataset dataset) throws IOException {
        return fingerprint(dataset, null).record();
    }

    private Dataset csv(String text) throws IOException {
        return Dataset.of(Files.writeString(folder.resolve("data.csv"), text));
    }

    @Test
    void recordsAFileByItsBytesItsContentAndItsColumns() throws IOException {
        DatasetRecord record =
                record(csv("id,x,ok,area,day\n1,0.5,true,A,2026-01-02\n2,,false,,2025-12-31\n3,1.5,NA,A,\n")
                        .role(Role.TRAIN));

        assertThat(record.role()).isEqualTo("TRAIN");
        assertThat(record.layout()).isEqualTo("table/v1");
        assertThat(record.rows()).isEqualTo(3);
        assertThat(record.bytesSha256()).isEqualTo(Sha256.of(folder.resolve("data.csv")));
        assertThat(record.source())
                .isEqualTo(new DatasetRecord.Source(
                        "file", "data.csv", Files.size(folder.resolve("data.csv")), null, null));
        assertThat(record.columns())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sha256")
                .containsExactly(
                        new DatasetRecord.Column("id", "integer", null, 0, "1", "3", 2.0, 3L),
                        new DatasetRecord.Column("x", "real", null, 1, "0.5", "1.5", 1.0, 2L),
                        new DatasetRecord.Column("ok", "boolean", null, 1, "false", "true", null, 2L),
                        new DatasetRecord.Column("area", "text", null, 1, "A", "A", null, 1L),
                        new DatasetRecord.Column("day", "date", null, 1, "2025-12-31", "2026-01-02", null, 2L));
    }

    @Test
    void theLayoutIsAsDocumented() throws IOException {
        ByteArrayOutputStream column = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(column);
        out.write("column/v1\0".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(1);
        out.writeBytes("x");
        out.writeInt(4);
        out.writeBytes("real");
        out.writeLong(3);
        out.writeDouble(1.5);
        out.writeLong(0);
        out.writeDouble(-0.0);
        out.writeLong(1);
        String hash = Sha256.of(column.toByteArray());
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        out = new DataOutputStream(table);
        out.write("table/v1\0".getBytes(StandardCharsets.US_ASCII));
        out.writeLong(3);
        out.writeInt(1);
        out.write(HexFormat.of().parseHex(hash));

        DatasetRecord record = record(Dataset.of(new double[][] {{1.5}, {Double.NaN}, {-0.0}}, "x"));

        assertThat(record.columns().get(0).sha256()).isEqualTo(hash);
        assertThat(record.contentSha256()).isEqualTo(Sha256.of(table.toByteArray()));
    }

    @Test
    void textsHaveTheirLengthBeforeThem() throws IOException {
        ByteArrayOutputStream column = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(column);
        out.write("column/v1\0".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(1);
        out.writeBytes("t");
        out.writeInt(4);
        out.writeBytes("text");
        out.writeLong(3);
        out.writeInt(2);
        out.write("é".getBytes(StandardCharsets.UTF_8));
        out.writeInt(-1);
        out.writeInt(1);
        out.writeBytes("b");

        assertThat(record(csv("t,n\né,1\n,2\nb,3\n")).columns().get(0).sha256())
                .isEqualTo(Sha256.of(column.toByteArray()));
    }

    @Test
    void tellsWhichColumnChanged() throws IOException {
        DatasetRecord before = record(csv("a,b\n1,x\n2,y\n"));
        DatasetRecord after = record(csv("a,b\n1,x\n2,z\n"));

        assertThat(after.contentSha256()).isNotEqualTo(before.contentSha256());
        assertThat(after.columns().get(0)).isEqualTo(before.columns().get(0));
        assertThat(after.columns().get(1).sha256())
                .isNotEqualTo(before.columns().get(1).sha256());
    }

    @Test
    void everyDifferenceInContentIsADifferentHash() throws IOException {
        List<String> contents = List.of(
                "a,b\nx,y\n",
                "a,b\ny,x\n",
                "b,a\nx,y\n",
                "a,c\nx,y\n",
                "a,b\nx,\n",
                "a,b\n,x\n",
                "a,b\nx,y\nx,y\n",
                "a,b\n0,1\n",
                "a,b\nNA,1\n",
                "a,b\n1,NA\n",
                "a,b\n0.5,1\n",
                "a,b\nab,c\n",
                "a,b\na,bc\n",
                "a,b\n");

        assertThat(contents)
                .extracting(text -> record(csv(text)).contentSha256())
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void theFormOfTheFileDoesNotMatter() throws IOException {
        String content = record(csv("a,b\n1,x\n2,\"y z\"\n")).contentSha256();

        assertThat(List.of(
                        "a;b\n1;x\n2;y z\n",
                        "a\tb\n1\tx\n2\ty z\n",
                        "\"a\",\"b\"\r\n\"1\",\"x\"\r\n\"2\",\"y z\"\r\n",
                        "\uFEFFa,b\n1,x\n2, y z \n",
                        "a,b\n1.0,x\n2.0,y z"))
                .allSatisfy(
                        text -> assertThat(record(csv(text)).contentSha256()).isEqualTo(content));
    }

    @Test
    void keepsCodesAndLongNumbersAsText() throws IOException {
        assertThat(record(csv("code,long,date,mixed\n007,12345678901234567890,2026-13-01,1\n8,1,2026-01-01,x\n"))
                        .columns())
                .extracting(DatasetRecord.Column::type)
                .containsOnly("text");
        assertThat(record(
                                csv(
                                        "i,r,t,dt,none\n+1,1e3,01:02:03,2026-01-02 03:04,NA\n-2,-.5,01:02:03.5,2026-01-02T03:04:05,\n"))
                        .columns())
                .extracting(DatasetRecord.Column::type)
                .containsExactly("integer", "real", "time", "datetime", "text");
    }

    @Test
    void whatIsNoTableIsKnownByItsBytes() throws IOException {
        Path file = Files.write(folder.resolve("model.bin"), new byte[] {1, 2, 3});
        DatasetFingerprint.Result other = fingerprint(Dataset.of(file).sample(3), SALT);

        assertThat(other.record().bytesSha256()).isEqualTo(Sha256.of(file));
        assertThat(other.record().contentSha256()).isNull();
        assertThat(other.schema()).isNull();
        assertThat(other.sample()).isNull();
        for (String broken : new String[] {"a,b\n1,2,3\n", "", "a,b\n\"1,2\n"}) {
            DatasetFingerprint.Result result = fingerprint(csv(broken), null);

            assertThat(result.record().bytesSha256()).isEqualTo(Sha256.of(folder.resolve("data.csv")));
            assertThat(result.record().columns()).isEmpty();
            assertThat(result.warnings()).singleElement().asString().contains("data.csv", "bytes alone");
        }
        Path latin = Files.write(folder.resolve("latin.csv"), "a\né\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fingerprint(Dataset.of(latin), null).warnings()).hasSize(1);
        Path noZip = Files.writeString(folder.resolve("no.csv.gz"), "a\n1\n");
        assertThat(fingerprint(Dataset.of(noZip), null).record().bytesSha256()).isEqualTo(Sha256.of(noZip));
    }

    @Test
    void describesTheSchema() throws IOException {
        assertThat(new String(fingerprint(csv("id,x\n1,a\n").keys("id"), null).schema(), StandardCharsets.UTF_8))
                .isEqualTo("{\"columns\":[{\"key\":true,\"name\":\"id\",\"type\":\"integer\"},"
                        + "{\"name\":\"x\",\"type\":\"text\"}]}");
    }

    @Test
    void drawsTheSameSampleFromTheSameContent() throws IOException {
        StringBuilder text = new StringBuilder("id,x\n");
        IntStream.range(0, 1000)
                .forEach(i -> text.append(i + 5000).append(",=v").append(i).append('\n'));
        Dataset dataset = csv(text.toString()).keys("id").sample(10);

        DatasetFingerprint.Result first = fingerprint(dataset, SALT);
        String sample = new String(first.sample(), StandardCharsets.UTF_8);

        assertThat(first.record().sample()).isEqualTo("train.sample.csv");
        assertThat(sample.lines()).hasSize(11).first().isEqualTo("id,x");
        assertThat(sample.lines().skip(1)).allMatch(line -> line.matches("[0-9a-f]{64},'=v\\d+"));
        assertThat(sample.lines().skip(1).distinct()).hasSize(10);
        assertThat(fingerprint(dataset, SALT).sample()).isEqualTo(first.sample());
        assertThat(fingerprint(dataset, new byte[] {9}).sample()).isNotEqualTo(first.sample());
        assertThat(used).extracting(RunEvent.Seed::path).contains(List.of("shared", "dataset-sample"));
        assertThat(first.record().columns().get(0).min()).isNull();
        assertThat(first.record().columns().get(0).mean()).isNull();
    }

    @Test
    void withoutASecretASampleIsWithoutKeys() throws IOException {
        DatasetFingerprint.Result result =
                fingerprint(csv("id,x\n1,a\n2,b\n").keys("id").sample(10), null);

        assertThat(new String(result.sample(), StandardCharsets.UTF_8)).isEqualTo("x\na\nb\n");
        assertThat(result.warnings()).singleElement().asString().contains("[id]", "no secret");
    }

    @Test
    void drawsNoSeedWithoutASample() throws IOException {
        record(csv("id\n1\n"));

        assertThat(used).isEmpty();
    }

    @Test
    void refusesKeysThatAreNoColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(csv("id,x\n1,2\n").keys("id", "IDpol")))
                .withMessageContaining("[IDpol]")
                .withMessageContaining("[id, x]");
    }

    @Test
    void recordsQueriesWithMaskedAddresses() throws IOException {
        Dataset.Table table = Dataset.of(new double[][] {{1}}, "a").table().orElseThrow();

        assertThat(record(Dataset.of(table, Dataset.Source.sql("select ?", 0.1, "x", null)))
                        .source())
                .isEqualTo(new DatasetRecord.Source("sql", null, null, "select ?", List.of("0.1", "x", "null")));
        assertThat(record(Dataset.of(table, Dataset.Source.url("https://me:hunter2@example.org/a.csv")))
                        .source()
                        .location())
                .isEqualTo("https://***@example.org/a.csv");
    }

    @Test
    void aTablesFileMayBeGone() throws IOException {
        Dataset.Table table = Dataset.of(new double[][] {{1}}, "a").table().orElseThrow();
        DatasetFingerprint.Result result =
                fingerprint(Dataset.of(table, Dataset.Source.file(folder.resolve("gone.csv"))), null);

        assertThat(result.record().bytesSha256()).isNull();
        assertThat(result.record().contentSha256()).isNotNull();
        assertThat(result.warnings()).singleElement().asString().contains("gone.csv");
    }

    @Test
    void countsDistinctValuesUpToABound() throws IOException {
        double[][] rows = IntStream.range(0, 10_001)
                .mapToObj(i -> new double[] {i, i % 10_000, -i, 0})
                .toArray(double[][]::new);

        assertThat(record(Dataset.of(rows, "a", "b", "c", "d")).columns())
                .extracting(DatasetRecord.Column::distinct)
                .containsExactly(null, 10_000L, null, 1L);
    }

    @Test
    void meansAreCompensatedAndInfinitiesSurvive() throws IOException {
        double[][] rows = {{1e16, 1}, {1, Double.POSITIVE_INFINITY}, {-1e16, 2}, {1, 3}};

        assertThat(record(Dataset.of(rows, "a", "b")).columns())
                .extracting(DatasetRecord.Column::mean, DatasetRecord.Column::max)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0.5, "1.0E16"),
                        org.assertj.core.groups.Tuple.tuple(Double.POSITIVE_INFINITY, "Infinity"));
    }
}
