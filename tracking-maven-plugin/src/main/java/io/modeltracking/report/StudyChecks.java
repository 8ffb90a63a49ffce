package io.modeltracking.report;

import io.modeltracking.run.Reals;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One requirement over all trials of a study.
 *
 * @param byTrial verdict in the order of the study's trials, null where a trial was not judged
 */
record StudyChecks(Check first, List<Check> byTrial) {

    private static final int LINE = 300;
    private static final int MOST = 12;

    static List<StudyChecks> of(Study study) {
        Map<String, StudyChecks> byRule = new LinkedHashMap<>();
        int at = 0;
        for (StudyTrial trial : study.trials()) {
            if (trial.run() != null) {
                for (Check check : trial.run().record().checks()) {
                    List<Check> column = byRule.computeIfAbsent(
                                    String.valueOf(check.rule()), rule -> new StudyChecks(check, new ArrayList<>()))
                            .byTrial();
                    pad(column, at);
                    if (column.size() == at) {
                        column.add(check);
                    }
                }
            }
            at++;
        }
        byRule.values().forEach(column -> pad(column.byTrial(), study.trials().size()));
        return byRule.values().stream().limit(MOST).toList();
    }

    private static void pad(List<Check> column, int size) {
        while (column.size() < size) {
            column.add(null);
        }
    }

    void write(JsonFields json) throws IOException {
        json.object(() -> {
            json.text("rule", Texts.line(String.valueOf(first.rule()), LINE));
            json.text("kind", first.kind() == null ? null : Texts.line(first.kind(), LINE));
            json.text("metric", first.metric() == null ? null : Texts.line(first.metric(), LINE));
            json.flag("percent", isShare());
            json.real("min", scaled(first.min()));
            json.real("max", scaled(first.max()));
            json.array("observed", byTrial, check -> {
                if (check == null || check.observed() == null) {
                    json.nothing();
                } else {
                    json.real(scaled(check.observed()));
                }
            });
            json.array("shown", byTrial, check -> json.text(check == null ? "" : shown(check)));
            json.array("held", byTrial, check -> {
                if (check == null) {
                    json.nothing();
                } else {
                    json.whole(check.verdict() == Verdict.ACCEPTED ? 1 : 0);
                }
            });
        });
    }

    /** Whether the rule speaks of per cent, as a relative gap does. */
    private boolean isShare() {
        return "gap".equals(first.kind()) && String.valueOf(first.rule()).endsWith(" %");
    }

    private String shown(Check check) {
        if (check.observed() == null) {
            return "missing";
        }
        double observed = scaled(check.observed());
        return isShare()
                ? Figures.percentAgainst(observed, scaled(check.min()), scaled(check.max()))
                : Figures.against(observed, check.min(), check.max());
    }

    /** In per cent where the rule is; by its decimal digits, so that 0.07 becomes 7. */
    private Double scaled(Double value) {
        return value == null || !isShare() || !Double.isFinite(value)
                ? value
                : (Double) new BigDecimal(Reals.text(value)).movePointRight(2).doubleValue();
    }
}
