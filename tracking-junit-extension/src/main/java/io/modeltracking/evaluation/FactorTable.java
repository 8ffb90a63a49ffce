package io.modeltracking.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Actual and expected by level of a rating factor ("one-way", "marginal").
 *
 * @param factor its name
 * @param segments one a level: numbers, and bands that begin with one, by that number, then texts alphabetically
 */
public record FactorTable(String factor, List<Segment> segments) {

    private static final Comparator<String> LEVELS =
            Comparator.comparingDouble(FactorTable::leadingNumber).thenComparing(Comparator.naturalOrder());

    public FactorTable {
        segments = List.copyOf(segments);
    }

    /**
     * @param levels level of each row
     * @param total claims or losses per row
     * @param expected predicted claims or losses per row
     * @param exposure positive
     */
    public static FactorTable of(String factor, String[] levels, double[] total, double[] expected, double[] exposure) {
        Check.sameLength(total, expected, exposure);
        Check.argument(
                levels.length == total.length,
                "arrays of unequal length: " + levels.length + " and " + total.length + " rows");
        Map<String, Segment.Builder> builders = new HashMap<>();
        for (int i = 0; i < levels.length; i++) {
            builders.computeIfAbsent(levels[i], level -> new Segment.Builder()).add(exposure[i], total[i], expected[i]);
        }
        List<Segment> segments = new ArrayList<>();
        builders.keySet().stream()
                .sorted(LEVELS)
                .forEach(level -> segments.add(builders.get(level).build(level)));
        return new FactorTable(factor, segments);
    }

    /**
     * The segment whose A/E is furthest from 1 (by its logarithm) among those with at least this share of the exposure. It does
     * not exist when something was observed in one of which nothing was expected.
     */
    public Segment worst(double minimumShare) {
        Sum weights = new Sum();
        segments.forEach(segment -> weights.add(segment.weight()));
        double all = weights.value();
        Segment worst = segments.stream()
                .filter(segment -> segment.weight() >= minimumShare * all)
                .filter(segment -> segment.expected() > 0 || segment.actual() > 0)
                .max(Comparator.comparingDouble(FactorTable::distance))
                .orElseThrow(() -> new UndefinedMetricException(
                        "no level of " + factor + " has a share of " + minimumShare + " of the exposure"));
        Check.defined(worst.expected() > 0, "nothing was expected of level " + worst.label() + " of " + factor);
        return worst;
    }

    /** How far the A/E of a segment is from 1, by its logarithm. */
    static double distance(Segment segment) {
        return Math.abs(StrictMath.log(segment.actualExpected()));
    }

    private static double leadingNumber(String level) {
        int end = 0;
        while (end < level.length() && (isDigit(level.charAt(end)) || end == 0 && level.charAt(0) == '-')) {
            end++;
        }
        if (end < level.length() - 1 && end > 0 && level.charAt(end) == '.') {
            end++;
            while (end < level.length() && isDigit(level.charAt(end))) {
                end++;
            }
        }
        String number = level.substring(0, end);
        return number.isEmpty() || number.equals("-") ? Double.POSITIVE_INFINITY : Double.parseDouble(number);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
