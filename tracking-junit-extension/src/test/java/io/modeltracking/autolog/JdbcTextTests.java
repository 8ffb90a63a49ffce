package io.modeltracking.autolog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL in a statement's text, and never its bind values. */
class JdbcTextTests {

    @Test
    void whatDriversAppendIsCutOff() {
        assertThat(JdbcText.sql("select a from t where b = ? \n parameters=[secret]", true))
                .isEqualTo("select a from t where b = ?");
        assertThat(JdbcText.sql("prep3: SELECT a FROM t WHERE b = ? {1: 'secret'}", true))
                .isEqualTo("SELECT a FROM t WHERE b = ?");
        assertThat(JdbcText.sql("com.mysql.cj.jdbc.ClientPreparedStatement: SELECT 1 FROM t", true))
                .isEqualTo("SELECT ? FROM t");
    }

    @Test
    void literalsOfAPreparedStatementMayBeBindValues() {
        assertThat(JdbcText.sql(
                        "SELECT a1, t2.b FROM t WHERE b = ('it''s secret') AND c > -4.5e3 AND d IN (17,18)", true))
                .isEqualTo("SELECT a1, t2.b FROM t WHERE b = (?) AND c > ? AND d IN (?,?)");
        assertThat(JdbcText.sql("SELECT a FROM t WHERE b = ('2026-01-01 00:00:00+00'::timestamp)", true))
                .isEqualTo("SELECT a FROM t WHERE b = (?::timestamp)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT a FROM t WHERE b = 'it\\'s secret'", "SELECT a FROM t WHERE b = 'open", "SELECT 'a"})
    void aTextInWhichValuesCannotBeToldIsNotKept(String text) {
        assertThat(JdbcText.sql(text, true)).isNull();
    }

    @Test
    void aPlainStatementHasNoBindValues() {
        assertThat(JdbcText.sql("stat2: SELECT a FROM t WHERE year = 2026", false))
                .isEqualTo("SELECT a FROM t WHERE year = 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.sqlite.jdbc4.JDBC4Statement@1b2c3d", "", "com.acme.selector.Statement@12"})
    void aStatementThatTellsNothingHasNoSql(String text) {
        assertThat(JdbcText.sql(text, false)).isNull();
        assertThat(JdbcText.sql(null, false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.acme.com:5432/motor?user=me&password=secret, jdbc:postgresql://db.acme.com:5432/motor",
        "jdbc:oracle:thin:scott/tiger@//host:1521/x, jdbc:oracle:thin:***@//host:1521/x",
        "jdbc:sqlserver://host;user=sa;password=secret, jdbc:sqlserver://host",
        "jdbc:sqlite:/data/motor.db, jdbc:sqlite:/data/motor.db",
        "https://me:secret@acme.com/motor.csv?token=secret, https://***@acme.com/motor.csv",
        "file:/data/motor.csv, file:/data/motor.csv"
    })
    void urlsAreMasked(String url, String expected) {
        assertThat(UrlText.masked(url)).isEqualTo(expected);
    }
}
