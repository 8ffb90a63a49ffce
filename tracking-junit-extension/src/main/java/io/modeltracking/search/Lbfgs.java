package io.modeltracking.search;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/** Minimises a smooth function in a box: limited-memory BFGS on the free coordinates, projected backtracking line search. */
final class Lbfgs {

    /** A function that returns its value and writes its gradient. */
    interface Function {
        double at(double[] x, double[] gradient);
    }

    /** A point and the function's value there. */
    record Minimum(double[] x, double value) {}

    private static final int MEMORY = 10;
    private static final double ARMIJO = 1e-4;
    private static final int HALVINGS = 25;

    private record Pair(double[] step, double[] change, double rho) {}

    private final Function function;
    private final double[] lower;
    private final double[] upper;
    private final Deque<Pair> memory = new ArrayDeque<>();

    Lbfgs(Function function, double[] lower, double[] upper) {
        this.function = function;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Descends from a start.
     *
     * @param tolerance stop where no component of the projected gradient is greater
     * @param iterations stop after as many steps
     */
    Minimum minimise(double[] start, double tolerance, int iterations) {
        double[] x = project(start.clone());
        double[] gradient = new double[x.length];
        double value = function.at(x, gradient);
        for (int i = 0; i < iterations && projectedNorm(x, gradient) > tolerance; i++) {
            double[] direction = direction(x, gradient);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                memory.clear();
                direction = direction(x, gradient);
            }
            double[] nextGradient = new double[x.length];
            double[] next = null;
            double nextValue = value;
            double scale = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            for (int halving = 0; halving < HALVINGS; halving++) {
                double[] trial = project(plus(x, direction, scale));
                double trialValue = function.at(trial, nextGradient);
                if (trialValue <= value + ARMIJO * (dot(trial, gradient) - dot(x, gradient))) {
                    next = trial;
                    nextValue = trialValue;
                    break;
                }
                scale /= halving < 3 ? 2 : 5;
            }
            if (next == null) {
                if (memory.isEmpty()) {
                    break;
                }
                memory.clear();
                continue;
            }
            remember(plus(next, x, -1), plus(nextGradient, gradient, -1));
            double gain = value - nextValue;
            x = next;
            gradient = nextGradient;
            value = nextValue;
            if (gain <= 2e-9 * Math.max(1, Math.abs(value))) {
                break;
            }
        }
        return new Minimum(x, value);
    }

    private double[] direction(double[] x, double[] gradient) {
        double[] direction = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            direction[i] = isBlocked(x, gradient, i) ? 0 : -gradient[i];
        }
        double[] weights = new double[memory.size()];
        int index = 0;
        for (Pair pair : memory) {
            weights[index] = pair.rho * dot(pair.step, direction);
            add(direction, pair.change, -weights[index++]);
        }
        if (!memory.isEmpty()) {
            Pair newest = memory.peekFirst();
            double scale = 1 / (newest.rho * dot(newest.change, newest.change));
            Arrays.setAll(direction, i -> direction[i] * scale);
        }
        Iterator<Pair> oldestFirst = memory.descendingIterator();
        while (oldestFirst.hasNext()) {
            Pair pair = oldestFirst.next();
            add(direction, pair.step, weights[--index] - pair.rho * dot(pair.change, direction));
        }
        for (int i = 0; i < x.length; i++) {
            if (isBlocked(x, gradient, i)) {
                direction[i] = 0;
            }
        }
        return direction;
    }

    private void remember(double[] step, double[] change) {
        double curvature = dot(step, change);
        if (curvature > 1e-12 * dot(change, change)) {
            memory.addFirst(new Pair(step, change, 1 / curvature));
            if (memory.size() > MEMORY) {
                memory.removeLast();
            }
        }
    }

    private boolean isBlocked(double[] x, double[] gradient, int i) {
        return x[i] <= lower[i] && gradient[i] > 0 || x[i] >= upper[i] && gradient[i] < 0;
    }

    private double projectedNorm(double[] x, double[] gradient) {
        double norm = 0;
        for (int i = 0; i < x.length; i++) {
            double moved = Math.min(Math.max(x[i] - gradient[i], lower[i]), upper[i]);
            norm = Math.max(norm, Math.abs(moved - x[i]));
        }
        return norm;
    }

    private double[] project(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(Math.max(x[i], lower[i]), upper[i]);
        }
        return x;
    }

    private static double[] plus(double[] x, double[] y, double scale) {
        double[] sum = x.clone();
        add(sum, y, scale);
        return sum;
    }

    private static void add(double[] x, double[] y, double scale) {
        for (int i = 0; i < x.length; i++) {
            x[i] += scale * y[i];
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
