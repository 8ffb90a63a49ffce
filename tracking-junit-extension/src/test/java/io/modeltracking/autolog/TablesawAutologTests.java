package io.modeltracking.autolog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.autolog.DataRead.Kind;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.Source;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.io.csv.CsvReader;
import tech.tablesaw.io.jdbc.SqlResultSetReader;

/** Each read of a table tells its run once where the rows came from. */
class TablesawAutologTests {

    private static final String CSV = "claims,exposure\n0,1\n1,0.5\n0,0.25\n";

    @TempDir
    Path folder;

    private final RecordingSink run = new RecordingSink();
    private Binding binding;
    private Path file;

    @BeforeAll
    static void install() {
        assertThat(Autolog.ensureInstalled().on()).isTrue();
    }

    @BeforeEach
    void bind() throws Exception {
        file = Files.writeString(folder.resolve("portfolio.csv"), CSV);
        binding = Autolog.bind(run);
    }

    @AfterEach
    void close() {
        binding.close();
        run.open = false;
        assertThat(run.warnings).isEmpty();
    }

    @FunctionalInterface
    interface Reader {
        Table read(Path file) throws Exception;
    }

    private static Arguments by(String name, Reader reader) {
        return Arguments.of(name, reader);
    }

    static Stream<Arguments> fileReads() {
        return Stream.of(
                by("csv(path)", file -> Table.read().csv(file.toString())),
                by("csv(file)", file -> Table.read().csv(file.toFile())),
                by("csv(builder)", file -> Table.read().csv(CsvReadOptions.builder(file.toFile()))),
                by(
                        "csv(options)",
                        file -> Table.read()
                                .csv(CsvReadOptions.builder(file.toFile()).build())),
                by("file(path)", file -> Table.read().file(file.toString())),
                by("file(file)", file -> Table.read().file(file.toFile())),
                by("usingOptions(builder)", file -> Table.read().usingOptions(CsvReadOptions.builder(file.toFile()))),
                by(
                        "usingOptions(options)",
                        file -> Table.read()
                                .usingOptions(
                                        CsvReadOptions.builder(file.toFile()).build())),
                by(
                        "reader(options)",
                        file -> new CsvReader()
                                .read(CsvReadOptions.builder(file.toFile()).build())),
                by("reader(source)", file -> new CsvReader().read(new Source(file.toFile()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fileReads")
    void aReadOfAFileIsLoggedOnceWithItsPath(String name, Reader reader) throws Exception {
        Table table = reader.read(file);

        assertThat(run.reads).hasSize(1);
        DataRead read = run.reads.get(0);
        assertThat(read.kind()).isEqualTo(Kind.FILE);
        assertThat(read.location()).isEqualTo(file.toAbsolutePath().toString());
        assertThat(read.rows()).isEqualTo(3);
        assertThat(read.columns()).isEqualTo(2);
        assertThat(read.table()).isSameAs(table);
        assertThat(read.sql()).isNull();
    }

    static Stream<Arguments> streamReads() {
        return Stream.of(
                by(
                        "csv(stream)",
                        file -> Table.read().csv(new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)))),
                by("csv(reader)", file -> Table.read().csv(new StringReader(CSV))),
                by("csv(text, name)", file -> Table.read().csv(CSV, "portfolio")),
                by("string(text, type)", file -> Table.read().string(CSV, "csv")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streamReads")
    void aReadOfTheUsersOwnStreamHasNoLocation(String name, Reader reader) throws Exception {
        Table table = reader.read(file);

        assertThat(run.reads).hasSize(1);
        assertThat(run.reads.get(0).kind()).isEqualTo(Kind.STREAM);
        assertThat(run.reads.get(0).location()).isNull();
        assertThat(run.reads.get(0).table()).isSameAs(table);
    }

    @Test
    void aReadOfAUrlIsLoggedWithIt() throws Exception {
        Table.read().url(file.toUri().toURL());
        Table.read().csv(file.toUri().toURL());

        assertThat(run.reads).extracting(DataRead::kind).containsExactly(Kind.URL, Kind.URL);
        assertThat(run.reads)
                .extracting(DataRead::location)
                .allMatch(url -> url.startsWith("file:") && url.endsWith("/portfolio.csv"));
    }

    @Test
    void aReadOfAResultSetIsLoggedWithItsSqlAndWithoutItsValues() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("motor.db");
        try (Connection connection = DriverManager.getConnection(url)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table policy(id integer, region text)");
                statement.execute("insert into policy values (1, 'R11'), (2, 'R24'), (3, 'R24')");
            }
            try (PreparedStatement query = connection.prepareStatement("select id from policy where region = ?")) {
                query.setString(1, "R24");
                try (ResultSet rows = query.executeQuery()) {
                    assertThat(Table.read().db(rows, "policies").rowCount()).isEqualTo(2);
                }
            }
            try (Statement query = connection.createStatement();
                    ResultSet rows = query.executeQuery("select id from policy")) {
                SqlResultSetReader.read(rows);
            }
        }

        assertThat(run.reads).hasSize(2);
        DataRead prepared = run.reads.get(0);
        assertThat(prepared.kind()).isEqualTo(Kind.SQL);
        assertThat(prepared.location()).isEqualTo(url);
        assertThat(prepared.sql()).isEqualTo("select id from policy where region = ?");
        assertThat(prepared.name()).isEqualTo("policies");
        assertThat(prepared.rows()).isEqualTo(2);
        assertThat(prepared.toString()).doesNotContain("R24\"").doesNotContain("R24'");
        assertThat(run.reads.get(1).rows()).isEqualTo(3);
    }

    @Test
    void aReadThatFailsIsNotLoggedAndTheNextIs() {
        assertThatThrownBy(() -> Table.read().csv("no such file.csv")).isInstanceOf(Exception.class);
        Table.read().csv(file.toFile());

        assertThat(run.reads).hasSize(1);
    }

    @Test
    void aReadOutsideARunIsNotLogged() {
        try (Binding muted = Autolog.mute()) {
            Table.read().csv(file.toFile());
        }
        binding.close();
        run.open = false;
        Table.read().csv(file.toFile());

        assertThat(run.reads).isEmpty();
    }
}
