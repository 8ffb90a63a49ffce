package io.modeltracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modeltracking.Dataset.Column;
import io.modeltracking.Dataset.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** JDBC drivers hand out what they like: each value keeps its meaning, whatever class it comes in. */
class SqlColumnTests {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final LocalTime TIME = LocalTime.of(13, 14, 15);
    private static final Instant INSTANT = Instant.parse("2026-02-28T13:14:15Z");

    @ParameterizedTest
    @MethodSource
    void keepsTheMeaningOfEveryClass(Object value, Type type, String text) throws SQLException {
        Column column = column(Types.OTHER, 0, value, null);
        assertThat(column.type()).isEqualTo(type);
        assertThat(shown(column, 0)).isEqualTo(text);
        assertThat(shown(column, 1)).isNull();
    }

    static Stream<Arguments> keepsTheMeaningOfEveryClass() {
        return Stream.of(
                Arguments.of(7, Type.INTEGER, "7"),
                Arguments.of(Long.MIN_VALUE, Type.INTEGER, "-9223372036854775808"),
                Arguments.of(BigInteger.TEN, Type.INTEGER, "10"),
                Arguments.of(BigInteger.ONE.shiftLeft(80), Type.TEXT, "1208925819614629174706176"),
                Arguments.of(true, Type.BOOLEAN, "true"),
                Arguments.of(0.25f, Type.REAL, "0.25"),
                Arguments.of(new BigDecimal("0.1"), Type.REAL, "0.1"),
                Arguments.of(DAY, Type.DATE, "2026-02-28"),
                Arguments.of(Date.valueOf(DAY), Type.DATE, "2026-02-28"),
                Arguments.of(TIME, Type.TIME, "13:14:15"),
                Arguments.of(Time.valueOf(TIME), Type.TIME, "13:14:15"),
                Arguments.of(LocalDateTime.of(DAY, TIME), Type.DATETIME, "2026-02-28T13:14:15"),
                Arguments.of(Timestamp.valueOf(LocalDateTime.of(DAY, TIME)), Type.DATETIME, "2026-02-28T13:14:15"),
                Arguments.of(INSTANT, Type.INSTANT, "2026-02-28T13:14:15Z"),
                Arguments.of(INSTANT.atOffset(ZoneOffset.ofHours(2)), Type.INSTANT, "2026-02-28T13:14:15Z"),
                Arguments.of(INSTANT.atZone(ZoneId.of("Asia/Tokyo")), Type.INSTANT, "2026-02-28T13:14:15Z"),
                Arguments.of(new byte[] {10, -1}, Type.TEXT, "0aff"));
    }

    @Test
    void decimalsAreWholeWhereTheDatabaseSaysSo() throws SQLException {
        assertThat(column(Types.DECIMAL, 0, new BigDecimal("12"), new BigDecimal("1E+3")))
                .returns(Type.INTEGER, Column::type)
                .returns(1000L, column -> column.integer(1));
        assertThat(column(Types.DECIMAL, 2, new BigDecimal("12.00")).type()).isEqualTo(Type.REAL);
        assertThat(column(Types.NUMERIC, 0, new BigDecimal("1E+30")).type()).isEqualTo(Type.REAL);
    }

    @Test
    void wholeNumbersBecomeRealWhenARealNumberComes() throws SQLException {
        Column column = column(Types.OTHER, 0, 3, null, 0.5, 4);
        assertThat(column.type()).isEqualTo(Type.REAL);
        assertThat(column.real(0)).isEqualTo(3.0);
        assertThat(column.real(1)).isNaN();
        assertThat(column.real(2)).isEqualTo(0.5);
        assertThat(column.real(3)).isEqualTo(4.0);
    }

    @Test
    void refusesTwoTypesInOneColumnAndSaysHowToGoOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> column(Types.OTHER, 0, "a", 1))
                .withMessage("The column \"c\" has values of the types TEXT and INTEGER (row 2): CAST it to one type in"
                        + " the SQL");
    }

    @ParameterizedTest
    @CsvSource({
        "SMALLINT, 0, INTEGER",
        "BIGINT, 0, INTEGER",
        "DOUBLE, 0, REAL",
        "NUMERIC, 0, INTEGER",
        "DECIMAL, 2, REAL",
        "BOOLEAN, 0, BOOLEAN",
        "DATE, 0, DATE",
        "TIME, 0, TIME",
        "TIMESTAMP, 0, DATETIME",
        "TIMESTAMP_WITH_TIMEZONE, 0, INSTANT",
        "VARCHAR, 0, TEXT"
    })
    void aColumnWithoutValuesHasTheTypeThatTheDatabaseDeclares(String sqlType, int scale, Type type) throws Exception {
        int code = Types.class.getField(sqlType).getInt(null);
        assertThat(column(code, scale, null, null).type()).isEqualTo(type);
    }

    /** The value as a person reads it, null where there is none. */
    private static String shown(Column column, int row) {
        if (column.isMissing(row)) {
            return null;
        }
        return switch (column.type()) {
            case INTEGER -> Long.toString(column.integer(row));
            case BOOLEAN -> Boolean.toString(column.integer(row) == 1);
            case DATE -> LocalDate.ofEpochDay(column.integer(row)).toString();
            case TIME -> LocalTime.ofNanoOfDay(column.integer(row)).toString();
            case REAL -> Double.toString(column.real(row));
            case TEXT, DATETIME, INSTANT -> column.text(row);
        };
    }

    private static Column column(int sqlType, int scale, Object... values) throws SQLException {
        SqlColumn column = new SqlColumn("c", sqlType, scale);
        for (Object value : values) {
            column.add(value);
        }
        return column.finish();
    }
}
