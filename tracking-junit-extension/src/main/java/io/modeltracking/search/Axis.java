package io.modeltracking.search;

import java.util.SplittableRandom;

/**
 * A numeric dimension as the samplers see it: its natural logarithm where the scale is logarithmic, and half a step more
 * at both ends where it has a step, so that the end values get as much room as the others.
 */
final class Axis {

    final double step;
    final boolean log;
    final double low;
    final double high;
    final double min;
    final double max;

    private final Dimension dimension;

    Axis(IntDimension dimension) {
        this(dimension, dimension.min(), dimension.max(), dimension.step(), dimension.log());
    }

    Axis(RealDimension dimension) {
        this(dimension, dimension.min(), dimension.max(), dimension.step(), dimension.log());
    }

    private Axis(Dimension dimension, double min, double max, double step, boolean log) {
        this.dimension = dimension;
        this.min = min;
        this.max = max;
        this.step = step;
        this.log = log;
        this.low = forward(min - step / 2);
        this.high = forward(max + step / 2);
    }

    double forward(double value) {
        return log ? StrictMath.log(value) : value;
    }

    /** The nearest value of the dimension; halves go to the even step. */
    double backward(double transformed) {
        double value = Math.min(Math.max(log ? StrictMath.exp(transformed) : transformed, min), max);
        return step == 0 ? value : at((long) Math.rint((value - min) / step));
    }

    /** A value drawn uniformly from the transformed range. */
    double draw(SplittableRandom random) {
        return backward(low + random.nextDouble() * (high - low));
    }

    /** The value at share {@code unit} of the transformed range. */
    double fromUnit(double unit) {
        return backward(low + unit * (high - low));
    }

    double toUnit(double value) {
        return high == low ? 0.5 : (forward(value) - low) / (high - low);
    }

    double at(long index) {
        return ((Number) dimension.at(index)).doubleValue();
    }
}
