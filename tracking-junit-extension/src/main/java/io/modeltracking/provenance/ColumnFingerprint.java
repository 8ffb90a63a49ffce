package io.modeltracking.provenance;

import io.modeltracking.Dataset;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Reals;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Hash and summary of one column in one pass. The layout is {@link DatasetFingerprint}'s. */
final class ColumnFingerprint {

    private static final String HEADER = "column/v1\0";
    private static final int MISSING_TEXT = -1;
    private static final int LONGEST_SHOWN = 100;

    private final Dataset.Column column;
    private final int rows;
    private final ContentDigest digest = new ContentDigest();

    private ColumnFingerprint(Dataset.Column column, int rows) {
        this.column = column;
        this.rows = rows;
    }

    /**
     * Reads the column.
     *
     * @param key whether its values are personal data: then neither the least nor the greatest is given
     */
    static DatasetRecord.Column of(Dataset.Column column, int rows, boolean key) {
        DatasetRecord.Column all = new ColumnFingerprint(column, rows).read();
        return key
                ? new DatasetRecord.Column(
                        all.name(), all.type(), all.sha256(), all.missing(), null, null, null, all.distinct())
                : all;
    }

    private DatasetRecord.Column read() {
        digest.put(HEADER.getBytes(StandardCharsets.US_ASCII));
        digest.putText(column.name());
        digest.putText(type(column));
        digest.putLong(rows);
        return switch (column.type()) {
            case INTEGER, BOOLEAN, DATE, TIME -> integers();
            case REAL -> reals();
            case TEXT, DATETIME, INSTANT -> texts();
        };
    }

    static String type(Dataset.Column column) {
        return column.type().name().toLowerCase(Locale.ROOT);
    }

    private DatasetRecord.Column integers() {
        BitSet missing = new BitSet();
        Distinct distinct = new Distinct();
        Mean mean = new Mean();
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int row = 0; row < rows; row++) {
            if (column.isMissing(row)) {
                missing.set(row);
                digest.putLong(0);
                continue;
            }
            long value = column.integer(row);
            digest.putLong(value);
            distinct.add(value);
            mean.add(value);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        missing.stream().forEach(digest::putLong);
        boolean any = missing.cardinality() < rows;
        return column(
                missing.cardinality(),
                any ? shown(min) : null,
                any ? shown(max) : null,
                column.type() == Dataset.Type.INTEGER ? mean.get() : null,
                distinct.count());
    }

    private String shown(long value) {
        try {
            return switch (column.type()) {
                case BOOLEAN -> Boolean.toString(value != 0);
                case DATE -> LocalDate.ofEpochDay(value).toString();
                case TIME -> LocalTime.ofNanoOfDay(value).toString();
                default -> Long.toString(value);
            };
        } catch (DateTimeException e) {
            return Long.toString(value);
        }
    }

    private DatasetRecord.Column reals() {
        BitSet missing = new BitSet();
        Distinct distinct = new Distinct();
        Mean mean = new Mean();
        double min = Double.NaN;
        double max = Double.NaN;
        for (int row = 0; row < rows; row++) {
            double value = column.isMissing(row) ? Double.NaN : column.real(row);
            if (Double.isNaN(value)) {
                missing.set(row);
                digest.putLong(0);
                continue;
            }
            long bits = Double.doubleToRawLongBits(value);
            digest.putLong(bits);
            distinct.add(bits);
            mean.add(value);
            // Written so that the first value replaces NaN.
            min = value >= min ? min : value;
            max = value <= max ? max : value;
        }
        missing.stream().forEach(digest::putLong);
        boolean any = missing.cardinality() < rows;
        return column(
                missing.cardinality(),
                any ? Reals.text(min) : null,
                any ? Reals.text(max) : null,
                mean.get(),
                distinct.count());
    }

    private DatasetRecord.Column texts() {
        Map<String, byte[]> known = new HashMap<>();
        long missing = 0;
        boolean many = false;
        String min = null;
        String max = null;
        for (int row = 0; row < rows; row++) {
            String text = column.isMissing(row) ? null : column.text(row);
            if (text == null) {
                missing++;
                digest.putInt(MISSING_TEXT);
                continue;
            }
            byte[] bytes = known.get(text);
            if (bytes == null) {
                bytes = text.getBytes(StandardCharsets.UTF_8);
                if (known.size() < Distinct.BOUND) {
                    known.put(text, bytes);
                } else {
                    many = true;
                }
                min = min == null || text.compareTo(min) < 0 ? text : min;
                max = max == null || text.compareTo(max) > 0 ? text : max;
            }
            digest.putInt(bytes.length);
            digest.put(bytes);
        }
        return column(missing, cut(min), cut(max), null, many ? null : (long) known.size());
    }

    private static String cut(String text) {
        if (text == null || text.length() <= LONGEST_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return text.substring(0, end) + "…";
    }

    private DatasetRecord.Column column(long missing, String min, String max, Double mean, Long distinct) {
        return new DatasetRecord.Column(
                column.name(), type(column), Sha256.hex(digest.finish()), missing, min, max, mean, distinct);
    }
}
