package io.modeltracking.experiment;

import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opentest4j.AssertionFailedError;

/** Compares the two runs of a reproducible experiment, whichever ends last. */
final class Repetition {

    private String first;
    private Map<String, String> content;

    /** Of the second run to the first; the first has none. */
    synchronized Map<String, String> links() {
        return first == null ? Map.of() : Map.of("repeatOf", first);
    }

    synchronized void opened(RunScope scope) {
        if (first == null) {
            first = scope.log().started().id();
        }
    }

    /** @throws AssertionFailedError naming every param, metric and model that differs, when both have ended */
    synchronized void compare(RunScope scope) {
        Map<String, String> mine = content(scope);
        if (content == null) {
            content = mine;
            return;
        }
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(content.keySet());
        names.addAll(mine.keySet());
        for (String name : names) {
            String before = content.getOrDefault(name, "not logged");
            String after = mine.getOrDefault(name, "not logged");
            if (!before.equals(after)) {
                differences.add("\n  ✗ " + name + ": " + before + " in one run, " + after + " in the other");
            }
        }
        if (!differences.isEmpty()) {
            throw new AssertionFailedError("Run " + scope.log().shortId() + " of "
                    + scope.log().started().experiment() + " is not reproducible: two runs with the same seed differ"
                    + String.join("", differences)
                    + "\nDraw every random number from Seeds, and train with a fixed number of threads");
        }
    }

    private static Map<String, String> content(RunScope scope) {
        RunLog log = scope.log();
        Map<String, String> content = new TreeMap<>();
        log.params()
                .forEach((name, param) -> content.put(
                        "param " + name,
                        param.value().type() + " " + param.value().text()));
        for (String metric : log.metricNames()) {
            for (String pick : List.of("", "@first", "@min", "@max")) {
                String value = log.metric(MetricSelector.parse(metric + pick))
                        .map(Reals::text)
                        .orElse("");
                content.put("metric " + metric + pick, value);
            }
        }
        for (Artifact model : scope.models().kept()) {
            content.put("model " + model.name(), "SHA-256 " + model.sha256());
        }
        return content;
    }
}
