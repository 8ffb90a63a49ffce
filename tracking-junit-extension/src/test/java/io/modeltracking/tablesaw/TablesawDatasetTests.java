package io.modeltracking.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.SharedData;
import io.modeltracking.provenance.DatasetFingerprint;
import io.modeltracking.provenance.DerivedSeeds;
import io.modeltracking.run.DatasetRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.io.csv.CsvReadOptions;

class TablesawDatasetTests {

    private static final ColumnType[] FREQUENCY_TYPES = {
        ColumnType.INTEGER, ColumnType.SHORT, ColumnType.DOUBLE, ColumnType.STRING, ColumnType.SHORT, ColumnType.SHORT,
        ColumnType.SHORT, ColumnType.SHORT, ColumnType.STRING, ColumnType.STRING, ColumnType.INTEGER, ColumnType.STRING
    };

    private static DatasetRecord record(Dataset dataset) throws IOException {
        return new DatasetFingerprint(Path.of(""), new DerivedSeeds(1, "e", 0, seed -> {}), null)
                .of("d", dataset)
                .record();
    }

    @Test
    void readsEveryTypeOfColumn() throws IOException {
        Table table = Table.create(
                ShortColumn.create("short", new short[] {1, 2}),
                IntColumn.create("int", new int[] {1, 2}),
                LongColumn.create("long", new long[] {1, 2}),
                FloatColumn.create("float", new float[] {0.5f, 2}),
                DoubleColumn.create("double", new double[] {0.5, 2}),
                BooleanColumn.create("boolean", true, false),
                StringColumn.create("string", "a", "b"),
                DateColumn.create("date", LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3)),
                TimeColumn.create("time", LocalTime.of(1, 2), LocalTime.of(1, 3)),
                DateTimeColumn.create(
                        "datetime", LocalDateTime.of(2026, 1, 2, 3, 4), LocalDateTime.of(2026, 1, 3, 3, 4)),
                InstantColumn.create("instant", Instant.EPOCH, Instant.ofEpochSecond(1)));
        table.columns().forEach(column -> column.appendMissing());

        DatasetRecord record = record(TablesawDataset.of(table));

        assertThat(record.rows()).isEqualTo(3);
        assertThat(record.columns()).extracting(DatasetRecord.Column::missing).containsOnly(1L);
        assertThat(record.columns()).extracting(DatasetRecord.Column::distinct).containsOnly(2L);
        assertThat(record.columns())
                .extracting(column -> column.type() + " " + column.min())
                .containsExactly(
                        "integer 1",
                        "integer 1",
                        "integer 1",
                        "real 0.5",
                        "real 0.5",
                        "boolean false",
                        "text a",
                        "date 2026-01-02",
                        "time 01:02",
                        "datetime 2026-01-02T03:04",
                        "instant 1970-01-01T00:00:00Z");
        assertThat(record.source().kind()).isEqualTo("table");
    }

    @Test
    void widthsOfIntegersHashAlike() throws IOException {
        assertThat(record(TablesawDataset.of(Table.create(ShortColumn.create("x", new short[] {1, -2}))))
                        .contentSha256())
                .isEqualTo(record(TablesawDataset.of(Table.create(IntColumn.create("x", new int[] {1, -2}))))
                        .contentSha256())
                .isEqualTo(record(TablesawDataset.of(Table.create(LongColumn.create("x", new long[] {1, -2}))))
                        .contentSha256());
    }

    @Test
    void theOrderInWhichTextsAppearedBeforeDoesNotMatter() throws IOException {
        StringColumn grown = StringColumn.create("x", "b", "a", "b");
        Table filtered = Table.create(grown).dropRows(0);

        assertThat(record(TablesawDataset.of(filtered)).contentSha256())
                .isEqualTo(record(TablesawDataset.of(Table.create(StringColumn.create("x", "a", "b"))))
                        .contentSha256());
    }

    @Test
    void aFileHasTheContentOfTheTableReadFromIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("motor.csv"), """
                IDpol,ClaimNb,Exposure,Area,VehGas,BonusMalus,Start,Open,Seen,Note
                1,0,0.1,D,Regular,50,2026-01-02,true,2026-01-02T03:04:05,"a, b"
                3,1,1,B,Diesel,NA,2026-02-03,false,2026-01-02 03:04:05,
                10,0.0,0.77,,Diesel,350,,TRUE,,é
                """);

        DatasetRecord fromTable = record(TablesawDataset.of(Table.read().csv(file.toFile()), file));
        DatasetRecord fromFile = record(Dataset.of(file));

        assertThat(fromTable.columns()).isEqualTo(fromFile.columns());
        assertThat(fromTable).isEqualTo(fromFile);
    }

    @Test
    void theRealPortfolioHasOneContentHoweverItIsRead() throws IOException {
        Path file = SharedData.require("freMTPL2freq.csv.gz");
        Table table;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            table = Table.read().usingOptions(CsvReadOptions.builder(in).columnTypes(FREQUENCY_TYPES));
        }

        DatasetRecord fromTable = record(TablesawDataset.of(table, file).keys("IDpol"));
        DatasetRecord fromFile = record(Dataset.of(file).keys("IDpol"));

        assertThat(fromTable).isEqualTo(fromFile);
        assertThat(fromFile.rows()).isEqualTo(678_013);
        assertThat(fromFile.columns().get(1).mean()).isEqualTo(36_102.0 / 678_013);
        assertThat(fromFile.columns())
                .extracting(DatasetRecord.Column::distinct)
                .startsWith(null, 11L)
                .endsWith(22L);
    }

    @Test
    void recordsTheQueryItIsToldOf() throws IOException {
        Dataset dataset = TablesawDataset.of(Table.create(IntColumn.create("x", new int[] {1})), "select ?", 7);

        assertThat(record(dataset).source().sql()).isEqualTo("select ?");
        assertThat(record(dataset).source().bindings()).containsExactly("7");
    }
}
