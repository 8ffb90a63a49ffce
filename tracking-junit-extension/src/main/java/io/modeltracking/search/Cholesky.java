package io.modeltracking.search;

/** The lower triangular factor of a symmetric positive definite matrix. */
final class Cholesky {

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Factors a matrix of which only the lower triangle is read; returns null when it is not positive definite. */
    static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            for (int j = 0; j < i; j++) {
                row[j] = (matrix[i][j] - dot(row, lower[j], j)) / lower[j][j];
            }
            double pivot = matrix[i][i] - dot(row, row, i);
            if (!(pivot > 0)) {
                return null;
            }
            row[i] = Math.sqrt(pivot);
        }
        return new Cholesky(lower);
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * StrictMath.log(lower[i][i]);
        }
        return sum;
    }

    /** Solves L x = b in place. */
    double[] forward(double[] b) {
        for (int i = 0; i < lower.length; i++) {
            b[i] = (b[i] - dot(lower[i], b, i)) / lower[i][i];
        }
        return b;
    }

    /** Solves L' x = b in place. */
    double[] backward(double[] b) {
        for (int i = lower.length - 1; i >= 0; i--) {
            double x = b[i] / lower[i][i];
            b[i] = x;
            double[] row = lower[i];
            for (int j = 0; j < i; j++) {
                b[j] -= row[j] * x;
            }
        }
        return b;
    }

    /** The inverse of the factored matrix, its lower triangle. */
    double[][] inverse() {
        int n = lower.length;
        double[][] columns = new double[n][n];
        for (int k = 0; k < n; k++) {
            double[] column = columns[k];
            column[k] = 1 / lower[k][k];
            for (int i = k + 1; i < n; i++) {
                double sum = 0;
                double[] row = lower[i];
                for (int j = k; j < i; j++) {
                    sum += row[j] * column[j];
                }
                column[i] = -sum / row[i];
            }
        }
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                double[] left = columns[i];
                double[] right = columns[j];
                for (int k = i; k < n; k++) {
                    sum += left[k] * right[k];
                }
                inverse[i][j] = sum;
            }
        }
        return inverse;
    }

    private static double dot(double[] x, double[] y, int length) {
        // Four sums let the processor overlap the additions; their order is fixed, so the result is too.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < length; i++) {
            a += x[i] * y[i];
        }
        return a + b + (c + d);
    }
}
