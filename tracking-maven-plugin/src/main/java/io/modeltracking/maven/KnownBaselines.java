package io.modeltracking.maven;

import io.modeltracking.gate.Baseline;
import io.modeltracking.gate.Baselines;
import io.modeltracking.gate.Difference;
import io.modeltracking.registry.HoldoutLooks;
import io.modeltracking.registry.PredictionDifference;
import io.modeltracking.run.BaselineKind;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the gates of a build compare with: Production as the ledger has it now, the others as {@code prepare} wrote them down, so
 * that gates and requirements in code compare with the same.
 */
record KnownBaselines(
        Baselines production,
        List<BaselineRecord> prepared,
        PredictionDifference differences,
        HoldoutLooks looks,
        Optional<String> down)
        implements Baselines {

    @Override
    public OptionalInt looks(RunRecord run, String dataSet) {
        return looks.of(run, dataSet);
    }

    @Override
    public Optional<String> unknown(String baseline) {
        return baseline.equals(BaselineKind.ACCEPTED.text()) ? Optional.empty() : down;
    }

    @Override
    public Difference difference(Baseline baseline, RunRecord run, String dataSet, String metric) {
        return differences.of(baseline, run, dataSet, metric);
    }

    @Override
    public Optional<Baseline> of(String baseline, RunRecord run) {
        if (baseline.equals(BaselineKind.PRODUCTION.text())) {
            return production.of(baseline, run);
        }
        return prepared.stream()
                .filter(known -> baseline.equals(known.baseline())
                        && run.started().model().equals(known.model()))
                .findFirst()
                .map(known -> new Baseline(known.label(), Optional.empty(), Optional.of(known)));
    }
}
