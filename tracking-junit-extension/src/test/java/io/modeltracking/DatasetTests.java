package io.modeltracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTests {

    private Connection connection;
    private Statement statement;

    @BeforeEach
    void aDatabase() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        statement = connection.createStatement();
        statement.execute("create table policies (id integer, exposure real, area text, raw blob)");
        statement.execute(
                "insert into policies values (1, 0.5, 'A', x'0aff'), (2, 1, null, null), (3, null, 'A', null)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private Dataset query(String sql, Object... bindings) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return Dataset.of(rows, sql, bindings);
        }
    }

    @Test
    void readsAQueryAndOffersItsColumns() throws SQLException {
        Dataset policies = query("select * from policies where id < 9", 9).role(Role.TRAIN);

        assertThat(policies.doubles("exposure")).containsExactly(0.5, 1.0, Double.NaN);
        assertThat(policies.doubles("id")).containsExactly(1, 2, 3);
        assertThat(policies.strings("id")).containsExactly("1", "2", "3");
        assertThat(policies.strings("area")).containsExactly("A", null, "A");
        assertThat(policies.strings("raw")).containsExactly("0aff", null, null);
        assertThat(policies.table().orElseThrow().columns())
                .extracting(Dataset.Column::type)
                .containsExactly(Dataset.Type.INTEGER, Dataset.Type.REAL, Dataset.Type.TEXT, Dataset.Type.TEXT);
        assertThat(policies.role()).contains(Role.TRAIN);
        assertThat(policies.source()).isEqualTo(Dataset.Source.sql("select * from policies where id < 9", 9));
    }

    @Test
    void widensWholeNumbersToReals() throws SQLException {
        Dataset mixed = query("select 1 as x union all select null union all select 2.5 union all select 4");

        assertThat(mixed.doubles("x")).containsExactly(1, Double.NaN, 2.5, 4);
    }

    @Test
    void refusesTypesThatDoNotGoTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query("select 1 as x union all select 'one'"))
                .withMessageContaining("\"x\"")
                .withMessageContaining("CAST");
    }

    @Test
    void readsNoRows() throws SQLException {
        Dataset none = query("select id, area from policies where id > 9");

        assertThat(none.table().orElseThrow().rows()).isZero();
        assertThat(none.strings("area")).isEmpty();
    }

    @Test
    void refusesAResultSetThatHasBeenReadFrom() throws SQLException {
        try (ResultSet rows = statement.executeQuery("select * from policies")) {
            rows.next();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Dataset.of(rows, "select"))
                    .withMessageContaining("read already")
                    .withMessageContaining("doubles");
        }
    }

    @Test
    void copiesArrays() {
        double[][] rows = {{1, 2}, {3, Double.NaN}};
        Dataset dataset = Dataset.of(rows, "a", "b");
        rows[0][0] = 9;

        assertThat(dataset.doubles("a")).containsExactly(1, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(new double[][] {{1}, {1, 2}}, "a"))
                .withMessageContaining("Row 1 has 2 values")
                .withMessageContaining("1 name");
    }

    @Test
    void isImmutable() {
        Dataset plain = Dataset.of(new double[][] {{1}}, "a");
        Dataset full = plain.role(Role.HOLDOUT).keys("a").sample(5);

        assertThat(plain.role()).isEmpty();
        assertThat(plain.keys()).isEmpty();
        assertThat(full.keys()).containsExactly("a");
        assertThat(full.sample()).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> plain.sample(-1)).withMessageContaining("-1");
    }

    @Test
    void saysWhatIsWrongWithAColumn() throws SQLException {
        Dataset policies = query("select * from policies");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies.doubles("Exposure"))
                .withMessageContaining("\"Exposure\"")
                .withMessageContaining("[id, exposure, area, raw]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies.doubles("area"))
                .withMessageContaining("strings(\"area\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies.strings("exposure"))
                .withMessageContaining("doubles(\"exposure\")");
    }

    @Test
    void aFileMustBeThere(@TempDir Path folder) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(folder.resolve("no.csv")))
                .withMessageContaining("no.csv");
        assertThatIllegalArgumentException().isThrownBy(() -> Dataset.of(folder));
        Path file = Files.writeString(folder.resolve("a.csv"), "x\n1\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> Dataset.of(file).doubles("x"))
                .withMessageContaining("a.csv");
    }
}
