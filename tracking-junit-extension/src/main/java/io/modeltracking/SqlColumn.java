package io.modeltracking;

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
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** One column of a query as it grows: numbers as 64 bits each, texts shared when they are equal. */
final class SqlColumn {

    private static final int FIRST_CAPACITY = 256;

    private final String name;
    private final int sqlType;
    private final int scale;
    private final BitSet missing = new BitSet();
    private final Map<String, String> shared = new HashMap<>();
    private Type type;
    private long[] bits = new long[0];
    private String[] texts = new String[0];
    private int size;

    SqlColumn(String name, int sqlType, int scale) {
        this.name = name;
        this.sqlType = sqlType;
        this.scale = scale;
    }

    void add(Object value) throws SQLException {
        if (value == null) {
            missing.set(size++);
        } else if (value instanceof Double || value instanceof Float) {
            addReal(((Number) value).doubleValue());
        } else if (value instanceof BigDecimal number) {
            addDecimal(number);
        } else if (value instanceof BigInteger number && number.bitLength() >= Long.SIZE) {
            addText(Type.TEXT, number.toString());
        } else if (value instanceof Number number) {
            addInteger(Type.INTEGER, number.longValue());
        } else if (value instanceof Boolean truth) {
            addInteger(Type.BOOLEAN, truth ? 1 : 0);
        } else if (!addTime(value)) {
            addText(Type.TEXT, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString());
        }
    }

    /** Whole numbers stay whole where the database says that they are. */
    private void addDecimal(BigDecimal number) {
        if (scale == 0 && (sqlType == Types.NUMERIC || sqlType == Types.DECIMAL) && isLong(number)) {
            addInteger(Type.INTEGER, number.longValue());
        } else {
            addReal(number.doubleValue());
        }
    }

    private static boolean isLong(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
    }

    private boolean addTime(Object value) {
        if (value instanceof Date date) {
            addInteger(Type.DATE, date.toLocalDate().toEpochDay());
        } else if (value instanceof LocalDate date) {
            addInteger(Type.DATE, date.toEpochDay());
        } else if (value instanceof Time time) {
            addInteger(Type.TIME, time.toLocalTime().toNanoOfDay());
        } else if (value instanceof LocalTime time) {
            addInteger(Type.TIME, time.toNanoOfDay());
        } else if (value instanceof Timestamp time) {
            addText(Type.DATETIME, time.toLocalDateTime().toString());
        } else if (value instanceof LocalDateTime time) {
            addText(Type.DATETIME, time.toString());
        } else if (value instanceof OffsetDateTime time) {
            addText(Type.INSTANT, time.toInstant().toString());
        } else if (value instanceof ZonedDateTime time) {
            addText(Type.INSTANT, time.toInstant().toString());
        } else if (value instanceof Instant time) {
            addText(Type.INSTANT, time.toString());
        } else {
            return false;
        }
        return true;
    }

    private void addInteger(Type wanted, long value) {
        if (type == Type.REAL && wanted == Type.INTEGER) {
            addReal(value);
            return;
        }
        become(wanted);
        bits = grown(bits);
        bits[size++] = value;
    }

    private void addReal(double value) {
        if (type == Type.INTEGER) {
            for (int i = 0; i < Math.min(size, bits.length); i++) {
                bits[i] = Double.doubleToRawLongBits(bits[i]);
            }
            type = Type.REAL;
        }
        become(Type.REAL);
        bits = grown(bits);
        bits[size++] = Double.doubleToRawLongBits(value);
    }

    private void addText(Type wanted, String value) {
        become(wanted);
        if (size >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(FIRST_CAPACITY, size * 2));
        }
        texts[size++] = shared.computeIfAbsent(value, text -> text);
    }

    private void become(Type wanted) {
        if (type != null && type != wanted) {
            throw new IllegalArgumentException("The column \"" + name + "\" has values of the types " + type + " and "
                    + wanted + " (row " + (size + 1) + "): CAST it to one type in the SQL");
        }
        type = wanted;
    }

    private long[] grown(long[] array) {
        return size < array.length ? array : Arrays.copyOf(array, Math.max(FIRST_CAPACITY, size * 2));
    }

    Column finish() {
        Type known = type == null ? declared() : type;
        return switch (known) {
            case REAL -> Column.ofReals(name, reals());
            case TEXT, DATETIME, INSTANT -> Column.ofTexts(name, known, Arrays.copyOf(texts, size));
            default -> Column.ofIntegers(name, known, Arrays.copyOf(bits, size), missing);
        };
    }

    private double[] reals() {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = missing.get(i) ? Double.NaN : Double.longBitsToDouble(bits[i]);
        }
        return values;
    }

    /** The type of a column without values. */
    private Type declared() {
        return switch (sqlType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Type.INTEGER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Type.REAL;
            case Types.NUMERIC, Types.DECIMAL -> scale == 0 ? Type.INTEGER : Type.REAL;
            case Types.BIT, Types.BOOLEAN -> Type.BOOLEAN;
            case Types.DATE -> Type.DATE;
            case Types.TIME -> Type.TIME;
            case Types.TIMESTAMP -> Type.DATETIME;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Type.INSTANT;
            default -> Type.TEXT;
        };
    }
}
