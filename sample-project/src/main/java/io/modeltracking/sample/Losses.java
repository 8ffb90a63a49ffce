package io.modeltracking.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The portfolio with what its claims cost. The two files do not agree everywhere, and how far is counted.
 *
 * @param rows the portfolio with the columns PaidClaims (claims with an amount), Loss (their sum, each claim capped) and
 *     Excess (what is above the cap)
 * @param withoutAmount claims of the portfolio, ClaimNb as read, without an amount: closed without payment, or not yet paid
 * @param beyondCount amounts of policies of the portfolio in excess of their ClaimNb
 * @param withoutPolicy amounts of policies that the portfolio does not have: left out
 * @param capped claims above the cap
 */
public record Losses(Table rows, int withoutAmount, int beyondCount, int withoutPolicy, int capped) {

    /** @param cap of a single claim */
    public static Losses of(Table portfolio, Table claims, double cap) {
        Map<Integer, Integer> rowOfPolicy = new HashMap<>();
        IntColumn ids = portfolio.intColumn("IDpol");
        for (int row = 0; row < ids.size(); row++) {
            if (rowOfPolicy.put(ids.get(row), row) != null) {
                throw new IllegalArgumentException(
                        "IDpol " + ids.get(row) + " stands twice in the portfolio: claims need one row to belong to");
            }
        }
        int[] paid = new int[ids.size()];
        double[] loss = new double[ids.size()];
        double[] excess = new double[ids.size()];
        int withoutPolicy = 0;
        int capped = 0;
        for (int claim = 0; claim < claims.rowCount(); claim++) {
            Integer row = rowOfPolicy.get(claims.intColumn("IDpol").get(claim));
            if (row == null) {
                withoutPolicy++;
                continue;
            }
            double amount = claims.doubleColumn("ClaimAmount").getDouble(claim);
            paid[row]++;
            loss[row] += Math.min(amount, cap);
            excess[row] += Math.max(amount - cap, 0);
            capped += amount > cap ? 1 : 0;
        }
        int[] counted = portfolio.intColumn("ClaimNb").asIntArray();
        int withoutAmount = 0;
        int beyondCount = 0;
        for (int row = 0; row < paid.length; row++) {
            withoutAmount += Math.max(counted[row] - paid[row], 0);
            beyondCount += Math.max(paid[row] - counted[row], 0);
        }
        Table rows = Table.create(portfolio.columns())
                .addColumns(
                        IntColumn.create("PaidClaims", paid),
                        DoubleColumn.create("Loss", loss),
                        DoubleColumn.create("Excess", excess));
        return new Losses(rows, withoutAmount, beyondCount, withoutPolicy, capped);
    }

    /** Paid claims of each row. */
    public static double[] paidClaims(Table rows) {
        return rows.intColumn("PaidClaims").asDoubleArray();
    }

    /** Loss of each row, each claim capped. */
    public static double[] loss(Table rows) {
        return rows.doubleColumn("Loss").asDoubleArray();
    }

    /** Sum of one column by another's. */
    static double mean(double[] amount, double[] weight) {
        return Arrays.stream(amount).sum() / Arrays.stream(weight).sum();
    }
}
