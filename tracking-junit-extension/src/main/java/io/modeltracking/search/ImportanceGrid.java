package io.modeltracking.search;

/** The cells over which PED-ANOVA compares densities, and the density of values on them. */
final class ImportanceGrid {

    private static final int MOST = 50;
    /** A bandwidth below which the kernel would put less than 90 % into its own cell's half width. */
    private static final double NARROWEST = 0.5 / 1.64;

    private final Layout.Slot slot;
    private final int cells;

    ImportanceGrid(Layout.Slot slot) {
        this.slot = slot;
        this.cells = slot.isChoice() ? slot.choices() : cells(slot.dimension());
    }

    private static int cells(Dimension dimension) {
        if (dimension instanceof IntDimension whole && whole.log()) {
            double doublings = StrictMath.log(whole.max() - whole.min() + 1.0) / StrictMath.log(2);
            return Math.min((int) Math.ceil(doublings) + 1, MOST);
        }
        return (int) Math.min(dimension.size(), MOST);
    }

    /** The cell of a value; a midpoint belongs to the lower one. */
    int cell(double value) {
        if (slot.isChoice()) {
            return (int) value;
        }
        Axis axis = slot.axis();
        double from = axis.forward(axis.min);
        double width = (axis.forward(axis.max) - from) / (cells - 1);
        int cell = (int) Math.ceil((axis.forward(value) - from) / width - 0.5);
        return Math.min(Math.max(cell, 0), cells - 1);
    }

    /** The probability of each cell under the kernels of the values, one for each occupied cell, and a prior kernel. */
    double[] density(double[] values) {
        int[] counts = new int[cells];
        for (double value : values) {
            counts[cell(value)]++;
        }
        double[] density = slot.isChoice() ? choiceDensity(counts) : numericDensity(counts);
        for (int i = 0; i < cells; i++) {
            density[i] /= values.length + 1.0;
        }
        return density;
    }

    private double[] choiceDensity(int[] counts) {
        int kernels = 1;
        for (int count : counts) {
            kernels += count > 0 ? 1 : 0;
        }
        double share = 1.0 / kernels;
        double[] density = new double[cells];
        for (int i = 0; i < cells; i++) {
            density[i] += 1.0 / cells;
            for (int j = 0; j < cells; j++) {
                density[i] += counts[j] * (share + (i == j ? 1 : 0)) / (cells * share + 1);
            }
        }
        return density;
    }

    private double[] numericDensity(int[] counts) {
        double sigma = bandwidth(counts);
        double[] density = new double[cells];
        for (int j = 0; j < cells; j++) {
            if (counts[j] > 0) {
                addKernel(density, j, sigma, counts[j]);
            }
        }
        addKernel(density, (cells - 1) / 2.0, cells, 1);
        return density;
    }

    private static void addKernel(double[] density, double mean, double sigma, double weight) {
        double inside = Gauss.logMass((-0.5 - mean) / sigma, (density.length - 0.5 - mean) / sigma);
        for (int i = 0; i < density.length; i++) {
            double mass = Gauss.logMass((i - 0.5 - mean) / sigma, (i + 0.5 - mean) / sigma);
            density[i] += weight * StrictMath.exp(mass - inside);
        }
    }

    /** Scott's rule on the occupied cells. */
    private static double bandwidth(int[] counts) {
        double total = 0;
        double mean = 0;
        for (int i = 0; i < counts.length; i++) {
            total += counts[i];
            mean += (double) i * counts[i];
        }
        mean /= total;
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            squares += counts[i] * (i - mean) * (i - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, total - 1));
        double spread = upperQuartile(counts, Math.floor(total * 3 / 4)) - lowerQuartile(counts, Math.floor(total / 4));
        double scott = 1.059 * Math.min(spread / 1.34, deviation) * StrictMath.pow(total, -0.2);
        return Math.max(scott, NARROWEST);
    }

    /** The first occupied cell up to which at least so many values lie. */
    private static int lowerQuartile(int[] counts, double rank) {
        double cumulated = 0;
        for (int i = 0; i < counts.length; i++) {
            cumulated += counts[i];
            if (counts[i] > 0 && cumulated >= rank) {
                return i;
            }
        }
        throw new IllegalArgumentException("No values");
    }

    /** The first occupied cell up to which more values lie, else the last occupied one. */
    private static int upperQuartile(int[] counts, double rank) {
        double cumulated = 0;
        int last = 0;
        for (int i = 0; i < counts.length; i++) {
            cumulated += counts[i];
            if (counts[i] > 0) {
                last = i;
                if (cumulated > rank) {
                    return i;
                }
            }
        }
        return last;
    }
}
