package io.modeltracking.sample;

import java.util.Arrays;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/** Paid claims per year times the capped cost of one: loss per year. */
record Product(Tariff frequency, Tariff severity) implements AutoCloseable {

    Product times(double factor) {
        return new Product(frequency, severity.times(factor));
    }

    /** Capped loss per year of each row. */
    double[] rates(Table rows) throws XGBoostError {
        double[] claims = frequency.rates(rows);
        double[] cost = severity.rates(rows);
        double[] loss = new double[claims.length];
        Arrays.setAll(loss, row -> claims[row] * cost[row]);
        return loss;
    }

    @Override
    public void close() {
        frequency.close();
        severity.close();
    }
}
