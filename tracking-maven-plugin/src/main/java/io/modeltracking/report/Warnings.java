package io.modeltracking.report;

import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.run.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reviewer should know: the build's own warnings, and those of its runs, each once with their number. */
final class Warnings {

    private static final int MESSAGE = 300;

    private Warnings() {}

    static List<String> of(ReportInput input) {
        Map<String, List<String>> runs = new LinkedHashMap<>();
        Map<String, Integer> better = new LinkedHashMap<>();
        for (ReportRun run : input.runs()) {
            String id = run.record().shortId();
            if (run.source() != null && run.source().dirty()) {
                add(runs, "Made with uncommitted changes", id);
            }
            if (run.record().status() == Status.INTERRUPTED) {
                add(runs, "Interrupted: the record ends before the run did", id);
            }
            for (Warning warning : run.record().warnings()) {
                // One line a trial: they are told with their study, and counted here.
                if (Study.THOUGH_BETTER.equals(warning.code())) {
                    better.merge(id, 1, Integer::sum);
                    continue;
                }
                add(runs, Texts.line(String.valueOf(warning.message()), MESSAGE), id);
            }
            if (!run.record().problems().isEmpty()) {
                add(runs, "The journal has lines that cannot be read", id);
            }
        }
        List<String> lines = new ArrayList<>();
        input.warnings().forEach(warning -> lines.add(Texts.line(warning, MESSAGE)));
        better.forEach((id, count) -> lines.add(
                (count == 1 ? "1 trial is" : count + " trials are") + " REJECTED THOUGH BETTER (study " + id + ")"));
        runs.forEach((text, ids) -> lines.add(text + " (" + whose(ids) + ")"));
        return lines;
    }

    private static void add(Map<String, List<String>> runs, String text, String id) {
        runs.computeIfAbsent(text, key -> new ArrayList<>()).add(id);
    }

    private static String whose(List<String> ids) {
        int shown = Math.min(3, ids.size());
        String named = String.join(", ", ids.subList(0, shown));
        String rest = ids.size() > shown ? " and " + (ids.size() - shown) + " more" : "";
        return (ids.size() == 1 ? "run " : ids.size() + " runs: ") + named + rest;
    }
}
