package io.modeltracking.validation;

import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdicts on all requirements of a run.
 *
 * @param checks one a rule, in the rules' order
 */
public record Verdicts(List<Check> checks) {

    public Verdicts {
        checks = List.copyOf(checks);
    }

    /** Evaluates every rule, whatever the others said. */
    public static Verdicts of(List<Rule> rules, Observations observations) {
        return new Verdicts(
                rules.stream().map(rule -> rule.evaluate(observations)).toList());
    }

    /** Both, these first. */
    public Verdicts and(Verdicts others) {
        List<Check> all = new ArrayList<>(checks);
        all.addAll(others.checks);
        return new Verdicts(all);
    }

    /** Those that failed, or decided nothing. */
    public List<Check> failed() {
        return checks.stream()
                .filter(check -> check.verdict() != Verdict.ACCEPTED)
                .toList();
    }

    public boolean accepted() {
        return failed().isEmpty();
    }

    /** One line: the first failed rule with what was observed, and how many more there are; null when all hold. */
    public String reason() {
        List<Check> failed = failed();
        if (failed.isEmpty()) {
            return null;
        }
        String first = line(failed.get(0));
        return failed.size() == 1 ? first : first + " (and " + (failed.size() - 1) + " more)";
    }

    /** Every failed rule on a line of its own. */
    public String message() {
        StringBuilder text = new StringBuilder();
        failed().forEach(check -> text.append("\n  ✗ ").append(line(check)));
        return text.toString();
    }

    private static String line(Check check) {
        return check.rule() + ": " + check.message();
    }
}
