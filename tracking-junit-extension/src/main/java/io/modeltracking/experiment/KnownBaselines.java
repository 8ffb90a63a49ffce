package io.modeltracking.experiment;

import io.modeltracking.Champion;
import io.modeltracking.NotWorseThan;
import io.modeltracking.run.BaselineKind;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.ChampionRecord;
import io.modeltracking.validation.NotWorseRule;
import io.modeltracking.validation.Rule;
import java.util.List;
import java.util.Optional;

/**
 * The baselines that {@code prepare} wrote down.
 *
 * @param prepared whether it ran at all
 */
record KnownBaselines(boolean prepared, List<BaselineRecord> baselines, List<ChampionRecord> champions) {

    /** Nobody told of any. */
    static final KnownBaselines NONE = new KnownBaselines(false, List.of(), List.of());

    KnownBaselines {
        baselines = List.copyOf(baselines);
        champions = List.copyOf(champions);
    }

    Optional<BaselineRecord> of(String baseline, String model) {
        return baselines.stream()
                .filter(known -> baseline.equals(known.baseline()) && model.equals(known.model()))
                .findFirst();
    }

    /** The version of a model that is in Production, for a run. */
    Champion champion(String model, RunLog log) {
        return new ChampionHandle(
                log,
                champions.stream()
                        .filter(known -> model.equals(known.model()))
                        .findFirst()
                        .orElse(null),
                prepared
                        ? "no version of " + model + " is in Production"
                        : "it comes from the goal prepare, run the experiment by Maven",
                DatasetLog.secret());
    }

    /** @throws IllegalArgumentException naming the annotation and what is wrong with it */
    Rule rule(NotWorseThan required, String model) {
        String where = "@NotWorseThan(metric = \"" + required.metric() + "\"): ";
        if (required.tolerance() != 0 && required.relativeTolerance() != 0) {
            throw new IllegalArgumentException(
                    where + "tolerance stands beside relativeTolerance: give one or the other");
        }
        boolean relative = required.relativeTolerance() != 0;
        try {
            BaselineKind kind = BaselineKind.parse(required.baseline());
            return new NotWorseRule(
                    required.metric(),
                    relative ? required.relativeTolerance() : required.tolerance(),
                    relative,
                    kind.text(),
                    of(kind.text(), model),
                    required.ignoreMissingBaseline() ? null : absent(kind, model));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
    }

    private String absent(BaselineKind kind, String model) {
        if (!prepared) {
            return "no baseline is known: they come from the goal prepare, run the experiment by Maven";
        }
        return "there is no baseline \"" + kind.text() + "\": " + kind.absence(model)
                + ". ignoreMissingBaseline lets the first one through";
    }
}
