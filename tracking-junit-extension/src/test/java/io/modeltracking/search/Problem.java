package io.modeltracking.search;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A function to minimise with a known optimum, as the tests and the benchmark use it.
 *
 * @param violation the sum of the relative violations at a point, 0 where it is accepted
 */
record Problem(
        String name, Space space, double optimum, ToDoubleFunction<Point> value, ToDoubleFunction<Point> violation) {

    private static final double[] ALPHA = {1, 1.2, 3, 3.2};
    private static final double[][] A3 = {{3, 10, 30}, {.1, 10, 35}, {3, 10, 30}, {.1, 10, 35}};
    private static final double[][] P3 = {{3689, 1170, 2673}, {4699, 4387, 7470}, {1091, 8732, 5547}, {381, 5743, 8828}
    };
    private static final double[][] A6 = {
        {10, 3, 17, 3.5, 1.7, 8}, {.05, 10, 17, .1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, .05, 10, .1, 14}
    };
    private static final double[][] P6 = {
        {1312, 1696, 5569, 124, 8283, 5886},
        {2329, 4135, 8307, 3736, 1004, 9991},
        {2348, 1451, 3522, 2883, 3047, 6650},
        {4047, 8828, 8732, 5743, 1091, 381}
    };

    static List<Problem> all() {
        return List.of(
                branin(),
                hartmann("hartmann3", A3, P3, -3.862780),
                hartmann("hartmann6", A6, P6, -3.322368),
                free("ackley5", cube(5, -32.768, 32.768), 0, x -> ackley(vector(x))),
                free("rosenbrock4", cube(4, -5, 10), 0, x -> rosenbrock(vector(x))),
                free("levy4", cube(4, -10, 10), 0, x -> levy(vector(x))),
                mixed6(),
                conditional());
    }

    /** Problems of which about half of the space is rejected. */
    static List<Problem> constrained() {
        return List.of(
                branin().rejecting("branin-disc", x -> {
                    double u = real(x, "x1") - 2.5;
                    double v = real(x, "x2") - 7.5;
                    return Math.max(0, (u * u + v * v) / 36 - 1);
                }),
                mixed6().rejecting(
                                "mixed6-speed",
                                x -> Math.max(0, log10(real(x, "eta") / .05) + .15 * (real(x, "max_depth") - 6))));
    }

    static Problem named(String name) {
        return all().stream()
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Problem branin() {
        Space space = Space.of(RealDimension.of("x1", -5, 10), RealDimension.of("x2", 0, 15));
        return free("branin", space, 0.397887, point -> {
            double x = real(point, "x1");
            double y = real(point, "x2");
            double bowl = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
            return bowl * bowl + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(x) + 10;
        });
    }

    /** Shaped like tuning a booster: two logarithmic reals, two whole numbers, a share and a choice. */
    static Problem mixed6() {
        Space space = Space.of(
                RealDimension.log("eta", 1e-3, 1),
                IntDimension.of("max_depth", 2, 12),
                RealDimension.of("subsample", .5, 1),
                RealDimension.log("lambda", 1e-3, 100),
                IntDimension.log("min_child_weight", 1, 128),
                CategoricalDimension.of("booster", "a", "b", "c"));
        return free("mixed6", space, 0, x -> {
            double d = real(x, "max_depth") - 6;
            double speed = log10(real(x, "eta") / .05);
            double share = real(x, "subsample") - .8;
            double shrink = log10(real(x, "lambda") / 2);
            double weight = StrictMath.log(real(x, "min_child_weight") / 8) / StrictMath.log(2);
            double penalty = switch ((String) x.get("booster")) {
                case "a" -> .3;
                case "b" -> 0;
                default -> .15;
            };
            return speed * speed
                    + .02 * d * d
                    + .05 * speed * d
                    + 4 * share * share
                    + .05 * shrink * shrink
                    + .05 * weight * weight
                    + penalty;
        });
    }

    static Problem conditional() {
        Space linear = Space.of(RealDimension.log("alpha", 1e-4, 10));
        Space tree = Space.of(RealDimension.log("lr_tree", 1e-3, 1), IntDimension.of("depth_tree", 2, 12));
        Space dart = Space.of(
                RealDimension.log("lr_dart", 1e-3, 1),
                IntDimension.of("depth_dart", 2, 12),
                RealDimension.of("drop", 0, .9));
        Space space = new Space(
                List.of(CategoricalDimension.of("kind", "linear", "tree", "dart")),
                List.of(
                        new Space.Alternative("kind", "linear", linear),
                        new Space.Alternative("kind", "tree", tree),
                        new Space.Alternative("kind", "dart", dart)));
        return free("conditional", space, 0, x -> {
            String kind = (String) x.get("kind");
            if (kind.equals("linear")) {
                double alpha = log10(real(x, "alpha")) + 1;
                return .4 + .1 * alpha * alpha;
            }
            double speed = log10(real(x, "lr_" + kind) / .05);
            double d = real(x, "depth_" + kind) - 6;
            double trees = speed * speed + .03 * d * d;
            if (kind.equals("tree")) {
                return trees;
            }
            double drop = real(x, "drop") - .1;
            return trees + .1 + .5 * drop * drop;
        });
    }

    /** The trial that evaluating a point gives. */
    FinishedTrial evaluate(int number, Point point) {
        return FinishedTrial.complete(number, point, value.applyAsDouble(point))
                .withViolation(violation.applyAsDouble(point));
    }

    private Problem rejecting(String rejecting, ToDoubleFunction<Point> rule) {
        return new Problem(rejecting, space, optimum, value, rule);
    }

    private static Problem free(String name, Space space, double optimum, ToDoubleFunction<Point> value) {
        return new Problem(name, space, optimum, value, point -> 0);
    }

    private static Problem hartmann(String name, double[][] a, double[][] p, double optimum) {
        return free(name, cube(a[0].length, 0, 1), optimum, point -> {
            double[] x = vector(point);
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                double inner = 0;
                for (int j = 0; j < x.length; j++) {
                    double gap = x[j] - 1e-4 * p[i][j];
                    inner += a[i][j] * gap * gap;
                }
                sum -= ALPHA[i] * StrictMath.exp(-inner);
            }
            return sum;
        });
    }

    private static double ackley(double[] x) {
        double squares = 0;
        double cosines = 0;
        for (double each : x) {
            squares += each * each;
            cosines += StrictMath.cos(2 * Math.PI * each);
        }
        return -20 * StrictMath.exp(-.2 * Math.sqrt(squares / x.length))
                - StrictMath.exp(cosines / x.length)
                + 20
                + Math.E;
    }

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double bend = x[i + 1] - x[i] * x[i];
            sum += 100 * bend * bend + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    private static double levy(double[] x) {
        double[] w = new double[x.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = 1 + (x[i] - 1) / 4;
        }
        double first = StrictMath.sin(Math.PI * w[0]);
        double sum = first * first;
        for (int i = 0; i + 1 < w.length; i++) {
            double wave = StrictMath.sin(Math.PI * w[i] + 1);
            sum += (w[i] - 1) * (w[i] - 1) * (1 + 10 * wave * wave);
        }
        double last = w[w.length - 1];
        double wave = StrictMath.sin(2 * Math.PI * last);
        return sum + (last - 1) * (last - 1) * (1 + wave * wave);
    }

    private static Space cube(int dimensions, double min, double max) {
        return Space.of(IntStream.range(0, dimensions)
                .mapToObj(i -> RealDimension.of("x" + i, min, max))
                .toArray(Dimension[]::new));
    }

    private static double[] vector(Point point) {
        return point.values().values().stream()
                .mapToDouble(value -> (Double) value)
                .toArray();
    }

    private static double real(Point point, String name) {
        return ((Number) point.get(name)).doubleValue();
    }

    private static double log10(double x) {
        return StrictMath.log10(x);
    }
}
