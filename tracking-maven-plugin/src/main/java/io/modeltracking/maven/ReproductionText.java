package io.modeltracking.maven;

import io.modeltracking.reproduce.Difference;
import io.modeltracking.reproduce.Reproduction;
import io.modeltracking.reproduce.ReproductionVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the console says of reproductions. */
final class ReproductionText {

    private static final int SHOWN = 10;

    private ReproductionText() {}

    static List<String> lines(Reproduction reproduction) {
        List<String> lines = new ArrayList<>();
        reproduction
                .findings()
                .forEach(finding ->
                        lines.add(String.format("%-10s %-18s %s", finding.state(), finding.item(), finding.detail())));
        Stream.concat(reproduction.differences().stream(), reproduction.environment().stream())
                .limit(SHOWN)
                .map(ReproductionText::line)
                .forEach(lines::add);
        int all = reproduction.differences().size() + reproduction.environment().size();
        if (all > SHOWN) {
            lines.add("differs    … and " + (all - SHOWN) + " more, in the evidence");
        }
        lines.add("Verdict: " + reproduction.verdict().text());
        return lines;
    }

    private static String line(Difference difference) {
        return "differs    " + difference.kind() + " " + difference.name() + ": " + difference.original() + " → "
                + difference.reproduced() + (difference.tolerated() ? " (within the tolerance)" : "");
    }

    /** Of several, the worst. */
    static ReproductionVerdict worst(Map<String, Reproduction> all) {
        return all.values().stream()
                .map(Reproduction::verdict)
                .max(Comparator.naturalOrder())
                .orElse(ReproductionVerdict.IDENTICAL);
    }

    /** Each that was not confirmed, with its reason. */
    static String failures(Map<String, Reproduction> all) {
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().verdict().confirmed())
                .map(entry -> entry.getKey() + ": " + entry.getValue().verdict().text()
                        + (entry.getValue().problem() == null
                                ? ""
                                : ", " + entry.getValue().problem()))
                .collect(Collectors.joining("; "));
    }
}
