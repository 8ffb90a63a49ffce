package io.modeltracking.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison as wide as a console. */
final class ComparisonText {

    private static final String NONE = "–";

    private final RunComparison comparison;
    private final List<String> ids;
    private final List<String> lines = new ArrayList<>();

    private ComparisonText(RunComparison comparison) {
        this.comparison = comparison;
        this.ids = comparison.runs().stream().map(run -> run.run().shortId()).toList();
    }

    static List<String> of(RunComparison comparison) {
        ComparisonText text = new ComparisonText(comparison);
        text.runs();
        List<RunComparison.Group> groups = comparison.groups();
        text.group(groups.get(0));
        text.metrics();
        groups.stream().skip(1).forEach(text::group);
        return text.lines;
    }

    private void runs() {
        List<ComparedRun> runs = comparison.runs();
        lines.addAll(new ConsoleTable(runs.size())
                .column("RUN", ids, false)
                .column(
                        "EXPERIMENT",
                        runs.stream().map(run -> run.run().experiment()).toList(),
                        false)
                .column(
                        "STATUS",
                        runs.stream().map(run -> run.run().status().name()).toList(),
                        false)
                .column(
                        "STARTED (UTC)",
                        runs.stream()
                                .map(run ->
                                        ConsoleFigure.minute(run.run().started().time()))
                                .toList(),
                        false)
                .lines());
    }

    private void group(RunComparison.Group group) {
        title(group.title(), group.differing().size(), group.same());
        if (!group.differing().isEmpty()) {
            List<Map.Entry<String, List<String>>> rows =
                    List.copyOf(group.differing().entrySet());
            ConsoleTable table = new ConsoleTable(rows.size())
                    .column("NAME", rows.stream().map(Map.Entry::getKey).toList(), false);
            for (int i = 0; i < ids.size(); i++) {
                int run = i;
                table.column(
                        ids.get(i),
                        rows.stream().map(row -> shown(row.getValue().get(run))).toList(),
                        false);
            }
            lines.addAll(table.lines());
        }
    }

    private void metrics() {
        List<MetricComparison> all = comparison.metrics();
        List<MetricComparison> rows =
                all.stream().filter(MetricComparison::differs).toList();
        title("metrics", rows.size(), all.size() - rows.size());
        if (rows.isEmpty()) {
            return;
        }
        ConsoleTable table = new ConsoleTable(rows.size())
                .column("NAME", rows.stream().map(MetricComparison::name).toList(), false);
        for (int i = 0; i < ids.size(); i++) {
            int run = i;
            table.column(
                    ids.get(i),
                    rows.stream()
                            .map(row -> row.values().get(run))
                            .map(value -> value == null ? NONE : ConsoleFigure.of(value))
                            .toList(),
                    true);
        }
        if (ids.size() == 2) {
            table.column(
                    "DIFFERENCE", rows.stream().map(ComparisonText::difference).toList(), true);
        }
        lines.addAll(table.column("BETTER", rows.stream().map(this::better).toList(), false)
                .lines());
        String unknown = rows.stream()
                .filter(row -> row.data() == MetricComparison.Data.UNKNOWN
                        && row.better().isPresent())
                .map(MetricComparison::name)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            lines.addAll(ConsoleText.lines("Whether these are of the same data is not recorded: " + unknown));
        }
    }

    private static String difference(MetricComparison row) {
        return row.difference(1) == null
                ? NONE
                : ConsoleFigure.of(row.difference(1).toPlainString());
    }

    private String better(MetricComparison row) {
        return row.data() == MetricComparison.Data.OTHER
                ? "NOT COMPARABLE: other data"
                : row.better().map(ids::get).orElse(NONE);
    }

    private void title(String title, int differing, int same) {
        lines.add("");
        lines.add(
                title + ": " + (differing == 0 ? "none differs" : differing == 1 ? "1 differs" : differing + " differ")
                        + ", " + same + (same == 1 ? " is" : " are") + " the same");
    }

    private static String shown(String value) {
        return value == null ? NONE : value;
    }
}
