package io.modeltracking.reproduce;

import io.modeltracking.reproduce.Explanation.Part;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from the old value to the new one, a step for each factor. The levels are rounded, not the steps, so that the steps add
 * up as they are shown, and so do their percentages.
 *
 * @param from the old value
 * @param to the new value
 */
public record Waterfall(String from, List<Step> steps, String to) {

    private static final int DIGITS = 4;
    private static final int MOST_DECIMALS = 20;

    /**
     * @param amount with its sign
     * @param percent of the whole difference, with one decimal; null when there is no difference
     * @param before the level that it starts from, as shown
     * @param after the level that it leads to, as shown
     */
    public record Step(Factor factor, String amount, String percent, BigDecimal before, BigDecimal after) {}

    /** Of an explanation with parts. */
    public static Waterfall of(Explanation explanation) {
        int decimals = decimals(explanation);
        BigDecimal difference = explanation.difference();
        List<Step> steps = new ArrayList<>();
        BigDecimal level = BigDecimal.ZERO;
        for (Part part : explanation.parts()) {
            BigDecimal next = level.add(part.amount());
            BigDecimal before = shown(explanation, level, decimals);
            BigDecimal after = shown(explanation, next, decimals);
            BigDecimal amount = after.subtract(before);
            String percent = difference.signum() == 0
                    ? null
                    : percent(next, difference).subtract(percent(level, difference)) + " %";
            steps.add(new Step(
                    part.factor(), (amount.signum() < 0 ? "" : "+") + amount.toPlainString(), percent, before, after));
            level = next;
        }
        return new Waterfall(
                shown(explanation, BigDecimal.ZERO, decimals).toPlainString(),
                List.copyOf(steps),
                shown(explanation, difference, decimals).toPlainString());
    }

    private static BigDecimal shown(Explanation explanation, BigDecimal level, int decimals) {
        return explanation.before().value().add(level).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal percent(BigDecimal level, BigDecimal difference) {
        return level.movePointRight(2)
                .divide(difference, MathContext.DECIMAL128)
                .setScale(1, RoundingMode.HALF_EVEN);
    }

    /** As many as show four digits of the largest step. */
    private static int decimals(Explanation explanation) {
        return explanation.parts().stream()
                .map(part -> part.amount().abs().stripTrailingZeros())
                .filter(amount -> amount.signum() > 0)
                .map(amount -> DIGITS - amount.precision() + amount.scale())
                .min(Integer::compare)
                .map(decimals -> Math.max(0, Math.min(decimals, MOST_DECIMALS)))
                .orElse(DIGITS);
    }
}
