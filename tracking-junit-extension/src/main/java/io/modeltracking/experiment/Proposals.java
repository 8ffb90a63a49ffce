package io.modeltracking.experiment;

import io.modeltracking.provenance.SeedDerivation;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.FinishedTrial;
import io.modeltracking.search.Point;
import java.util.List;

/** Chooses the point of each trial: those written by hand first, then the sampler's. */
final class Proposals {

    /** The sampler of a point that was written by hand. */
    static final String ENQUEUED = "enqueue";

    private final StudyDefinition study;

    Proposals(StudyDefinition study) {
        this.study = study;
    }

    /** A function of its arguments alone; only an adaptive search looks at the trials. */
    Proposal of(int number, List<FinishedTrial> finished) {
        if (number < study.enqueued().size()) {
            return new Proposal(number, study.enqueued().get(number), ENQUEUED, List.of());
        }
        List<FinishedTrial> seen = study.settings().isAdaptive() ? finished : List.of();
        Point point = study.enqueued().isEmpty() || study.settings().isAdaptive() ? ask(number, seen) : others(number);
        return new Proposal(
                number,
                point,
                study.sampler().id(),
                seen.stream().map(FinishedTrial::number).toList());
    }

    /** A sampler that looks at no trials knows nothing of the enqueued points: what would repeat one is passed over. */
    private Point others(int number) {
        if (study.parameters().space().size() == Dimension.UNBOUNDED) {
            return ask(number, List.of());
        }
        int left = number - study.enqueued().size();
        for (int index = 0; ; index++) {
            Point point = ask(index, List.of());
            if (!study.enqueued().contains(point) && left-- == 0) {
                return point;
            }
        }
    }

    private Point ask(int number, List<FinishedTrial> seen) {
        ExperimentDefinition experiment = study.experiment();
        long seed = SeedDerivation.derive(
                experiment.seed(), experiment.name(), "trial", Integer.toString(number), "sampler");
        return study.sampler().propose(study.parameters().space(), seen, number, seed);
    }
}
