package io.modeltracking.report;

import io.modeltracking.gate.GateVerdict;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether what a build made may be released. */
public enum BuildVerdict {
    /** Every gate holds, and no experiment of the build failed. */
    PASSED("✓", "May be released"),
    /** A gate does not hold, or an experiment failed. */
    FAILED("✕", "May not be released"),
    /** Nothing speaks against it, and no gate speaks for it. */
    UNGATED("–", "Not gated");

    private final String sign;
    private final String words;

    BuildVerdict(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /**
     * The verdict on gates and runs. Of a test that was run again only the last attempt counts; runs from outside the
     * build, child runs and trials do not.
     */
    public static BuildVerdict of(List<GateLine> gates, List<ReportRun> runs) {
        if (gates.stream().anyMatch(gate -> !gate.passed()) || !faults(runs).isEmpty()) {
            return FAILED;
        }
        return gates.isEmpty() ? UNGATED : PASSED;
    }

    static List<RunRecord> faults(List<ReportRun> runs) {
        return lastAttempts(runs).stream().filter(BuildVerdict::isFault).toList();
    }

    private static boolean isFault(RunRecord run) {
        return switch (run.status()) {
            case FAILED, BROKEN, INTERRUPTED, RUNNING -> true;
            case FINISHED, ABORTED, SKIPPED, PRUNED -> false;
        };
    }

    private static Collection<RunRecord> lastAttempts(List<ReportRun> runs) {
        Map<String, RunRecord> last = new LinkedHashMap<>();
        for (ReportRun run : runs) {
            Started started = run.record().started();
            if (run.outsideBuild() || started.parent() != null) {
                continue;
            }
            String test = started.uniqueId() == null ? started.id() : started.module() + ' ' + started.uniqueId();
            last.merge(
                    test,
                    run.record(),
                    (one, other) -> other.started().attempt() >= one.started().attempt() ? other : one);
        }
        return last.values();
    }

    String sign() {
        return sign;
    }

    String words() {
        return words;
    }

    static String sentence(ReportInput input) {
        GateCount gates = GateCount.of(input.gates());
        long failedGates = input.gates().stream()
                .filter(gate -> !gate.passed())
                .map(GateLine::gate)
                .distinct()
                .count();
        StringBuilder text = new StringBuilder();
        if (gates.gates() == 0) {
            text.append("No gate is configured.");
        } else if (failedGates == 0) {
            text.append(gates.hold()).append('.');
        } else {
            text.append(gates.failed(failedGates))
                    .append(undecided(input.gates()))
                    .append('.');
        }
        int faults = faults(input.runs()).size();
        if (faults > 0) {
            text.append(faults == 1 ? " 1 experiment failed." : " " + faults + " experiments failed.");
        }
        return text.append(' ').append(counts(input.runs())).toString();
    }

    /** {@code (1 inconclusive)}: what failed only because nothing could be told. */
    private static String undecided(List<GateLine> lines) {
        List<String> parts = new ArrayList<>();
        for (GateVerdict verdict : List.of(GateVerdict.INCONCLUSIVE, GateVerdict.NOT_COMPARABLE)) {
            long count = lines.stream()
                    .filter(gate -> gate.verdict() == verdict)
                    .map(GateLine::gate)
                    .distinct()
                    .count();
            if (count > 0) {
                parts.add(count + " " + GateSign.of(verdict).words().toLowerCase(Locale.ROOT));
            }
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    /** Trials are no runs of their own here: their study is one run. */
    private static String counts(List<ReportRun> all) {
        if (all.isEmpty()) {
            return "No run was recorded.";
        }
        Studies studies = Studies.of(all);
        List<ReportRun> runs = all.stream().filter(run -> !studies.isPart(run)).toList();
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        runs.forEach(run -> counts.merge(run.outcome(), 1L, Long::sum));
        StringBuilder text = new StringBuilder(runs.size() == 1 ? "1 run: " : runs.size() + " runs: ");
        String separator = "";
        for (Map.Entry<Outcome, Long> count : counts.entrySet()) {
            text.append(separator)
                    .append(count.getValue())
                    .append(' ')
                    .append(count.getKey().word());
            separator = ", ";
        }
        int trials =
                studies.all().stream().mapToInt(study -> study.trials().size()).sum();
        if (trials > 0) {
            text.append(trials == 1 ? "; 1 trial" : "; " + trials + " trials")
                    .append(
                            studies.all().size() == 1
                                    ? " in 1 study"
                                    : " in " + studies.all().size() + " studies");
        }
        return text.append('.').toString();
    }
}
