package io.modeltracking.gate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bounds in the text of a requirement in code; conditions and artifacts have none. */
public final class RequirementText {

    private static final String NUMBER = "(-?[0-9][-+.0-9E]*(?: %)?)";
    private static final Pattern RANGE =
            Pattern.compile("(.+) in [\\[(]" + NUMBER + ", " + NUMBER + "[\\])]", Pattern.DOTALL);
    private static final Pattern EQUAL = Pattern.compile("(.+) = " + NUMBER + " ± " + NUMBER, Pattern.DOTALL);
    private static final Pattern BOUND = Pattern.compile("(.+) ([<>])=? " + NUMBER, Pattern.DOTALL);
    private static final Pattern NOT_WORSE = Pattern.compile(
            "(.+) not (worse than \\w+)(?: by more than " + NUMBER + ")?(?:, once there is one)?", Pattern.DOTALL);

    private RequirementText() {}

    /**
     * Reads them.
     *
     * @param rule as the check of a run has it: {@code test.rmse <= 0.5}, {@code gap train.rmse → test.rmse <= 5 %}, {@code
     *     test.rmse not worse than production by more than 0.001}
     * @return none where the text has another form
     */
    public static List<Goalpost> bounds(String experiment, String rule) {
        try {
            return read(experiment, rule);
        } catch (NumberFormatException e) {
            // Nobody's requirement: journals are text that anybody could have written.
            return List.of();
        }
    }

    private static List<Goalpost> read(String experiment, String rule) {
        Matcher range = RANGE.matcher(rule);
        if (range.matches()) {
            return List.of(
                    new Goalpost(experiment, range.group(1), false, range.group(2)),
                    new Goalpost(experiment, range.group(1), true, range.group(3)));
        }
        Matcher equal = EQUAL.matcher(rule);
        if (equal.matches()) {
            String subject = "distance of " + equal.group(1) + " from " + equal.group(2);
            return List.of(new Goalpost(experiment, subject, true, equal.group(3)));
        }
        Matcher bound = BOUND.matcher(rule);
        if (bound.matches()) {
            return List.of(
                    new Goalpost(experiment, bound.group(1), bound.group(2).equals("<"), bound.group(3)));
        }
        Matcher notWorse = NOT_WORSE.matcher(rule);
        if (notWorse.matches()) {
            String subject = notWorse.group(1) + " " + notWorse.group(2);
            String amount = notWorse.group(3) == null ? "0" : notWorse.group(3);
            return List.of(new Goalpost(experiment, subject, true, amount));
        }
        return List.of();
    }
}
