package io.modeltracking.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The rating factors as a generalised linear model takes them: GLM1 of Noll, Salzmann and Wüthrich, French Motor Third-Party
 * Liability Claims (2018), on freMTPL2 48 columns beside the intercept. Power, ages, brand, gas and region are factors; the
 * level with the most rows, the first of several, is each one's reference.
 */
public final class GlmDesign implements Design {

    private static final int[] DRIVER_AGES = {20, 25, 30, 40, 50, 70};
    private static final List<String> FACTORS =
            List.of("VehPower", "VehAge", "DrivAge", "VehBrand", "VehGas", "Region");
    private static final List<String> NUMBERS = List.of("BonusMalus", "LnDensity", "Area");

    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> index = new TreeMap<>();

    /** @param portfolio all rows, so that every level gets its column */
    public GlmDesign(Table portfolio) {
        for (String factor : FACTORS) {
            IntFunction<String> level = level(portfolio, factor);
            Map<String, Integer> rows = new TreeMap<>();
            for (int row = 0; row < portfolio.rowCount(); row++) {
                rows.merge(level.apply(row), 1, Integer::sum);
            }
            String reference = Collections.max(rows.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            rows.keySet().stream().filter(name -> !name.equals(reference)).forEach(name -> add(factor + "=" + name));
            index.put(factor + "=" + reference, -1);
        }
        NUMBERS.forEach(this::add);
    }

    private void add(String column) {
        index.put(column, columns.size());
        columns.add(column);
    }

    /** Names in the order of the matrix. */
    List<String> columns() {
        return Collections.unmodifiableList(columns);
    }

    @Override
    public DMatrix matrix(Table rows) throws XGBoostError {
        Cells cells = new Cells(rows.rowCount());
        List<IntFunction<String>> levels =
                FACTORS.stream().map(factor -> level(rows, factor)).toList();
        List<IntToDoubleFunction> numbers =
                NUMBERS.stream().map(name -> number(rows, name)).toList();
        for (int row = 0; row < rows.rowCount(); row++) {
            for (int factor = 0; factor < levels.size(); factor++) {
                int column = column(FACTORS.get(factor), levels.get(factor).apply(row));
                if (column >= 0) {
                    cells.add(column, 1);
                }
            }
            for (int number = 0; number < numbers.size(); number++) {
                cells.add(index.get(NUMBERS.get(number)), numbers.get(number).applyAsDouble(row));
            }
            cells.endRow(row);
        }
        return cells.matrix(columns);
    }

    private int column(String factor, String level) {
        Integer column = index.get(factor + "=" + level);
        if (column == null) {
            throw new IllegalArgumentException(
                    factor + " \"" + level + "\" is no level of the portfolio that the model was made for");
        }
        return column;
    }

    private static IntFunction<String> level(Table rows, String factor) {
        if (factor.equals("VehBrand") || factor.equals("VehGas") || factor.equals("Region")) {
            StringColumn texts = rows.stringColumn(factor);
            return texts::get;
        }
        IntColumn numbers = rows.intColumn(factor);
        return switch (factor) {
            case "VehPower" -> row -> Integer.toString(Math.min(numbers.getInt(row), 9));
            case "VehAge" -> row -> numbers.getInt(row) == 0 ? "0" : numbers.getInt(row) <= 10 ? "1-10" : "11+";
            default -> row -> driverAge(numbers.getInt(row));
        };
    }

    private static String driverAge(int years) {
        int bin = Arrays.binarySearch(DRIVER_AGES, years);
        bin = bin < 0 ? -bin - 1 : bin;
        return bin == DRIVER_AGES.length ? "71+" : "to " + DRIVER_AGES[bin];
    }

    /** Zero amid the portfolio: with all values on one side, a step along the column would have to be taken back by the intercept. */
    private static IntToDoubleFunction number(Table rows, String name) {
        return switch (name) {
            case "BonusMalus" -> {
                IntColumn level = rows.intColumn("BonusMalus");
                yield row -> (Math.min(level.getInt(row), 150) - 60) / 20.0;
            }
            case "LnDensity" -> {
                IntColumn density = rows.intColumn("Density");
                yield row -> Math.log(density.getInt(row)) - 6;
            }
            default -> {
                StringColumn area = rows.stringColumn("Area");
                yield row -> area.get(row).charAt(0) - 'C';
            }
        };
    }

    /** The cells that are not zero, row by row. */
    private static final class Cells {

        private final long[] ends;
        private final int[] column;
        private final float[] value;
        private int size;

        Cells(int rows) {
            int perRow = FACTORS.size() + NUMBERS.size();
            ends = new long[rows + 1];
            column = new int[rows * perRow];
            value = new float[rows * perRow];
        }

        void add(int column, double value) {
            this.column[size] = column;
            this.value[size++] = (float) value;
        }

        void endRow(int row) {
            ends[row + 1] = size;
        }

        DMatrix matrix(List<String> names) throws XGBoostError {
            DMatrix matrix = new DMatrix(
                    ends,
                    Arrays.copyOf(column, size),
                    Arrays.copyOf(value, size),
                    DMatrix.SparseType.CSR,
                    names.size());
            matrix.setFeatureNames(names.toArray(String[]::new));
            return matrix;
        }
    }
}
