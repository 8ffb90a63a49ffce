package io.modeltracking.maven;

import io.modeltracking.gate.GateResult;
import io.modeltracking.report.GateCount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gates of a module came to, in words.
 *
 * @param headline one line
 * @param violations one line each
 * @param hint what is likely wrong, or null
 */
record CheckOutcome(String headline, List<String> violations, String hint) {

    static CheckOutcome of(boolean requireRuns, ModuleReport report) {
        List<String> violations = new ArrayList<>();
        if (requireRuns && report.runs().isEmpty()) {
            violations.add("tracking.requireRuns: this module made no run in this build");
        }
        report.violations().stream().map(GateResult::toString).forEach(violations::add);
        return new CheckOutcome(headline(violations.size(), report), List.copyOf(violations), hint(report));
    }

    private static String headline(int violations, ModuleReport report) {
        String runs = report.runs().size() == 1 ? "1 run" : report.runs().size() + " runs";
        if (violations > 0) {
            return (violations == 1 ? "1 violation" : violations + " violations") + " of the gates of "
                    + report.build().module();
        }
        if (report.gates() == 0) {
            return "No gates are configured; " + runs + " in this build.";
        }
        long experiments =
                report.results().stream().map(GateResult::experiment).distinct().count();
        return new GateCount(report.gates(), experiments).hold() + ", over " + runs + ".";
    }

    private static String hint(ModuleReport report) {
        if (report.runs().isEmpty() && report.strays() > 0) {
            return report.strays() + " run(s) were made since the build began by a JVM that did not know of it: does"
                    + " the configured <argLine> of Surefire and Failsafe start with @{argLine}?";
        }
        return null;
    }

    boolean passed() {
        return violations.isEmpty();
    }

    /** Every violation, and where to go on. */
    String message(Path report) {
        StringBuilder text = new StringBuilder(headline).append(':');
        for (String violation : violations) {
            text.append('\n').append(ConsoleText.wrap("- " + violation));
        }
        if (hint != null) {
            text.append('\n').append(ConsoleText.wrap(hint));
        }
        if (Files.exists(report)) {
            text.append("\nReport: ").append(report);
        }
        return text.append("\nTo build without failing on gates: mvn verify -Dtracking.haltOnFailure=false")
                .toString();
    }
}
