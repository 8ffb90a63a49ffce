package io.modeltracking.experiment;

import io.modeltracking.provenance.SeedDerivation;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.FinishedTrial;
import io.modeltracking.search.Point;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the point of each trial: those written by hand first, then the sampler's. */
final class Proposals {

    private final StudyDefinition study;
    private final List<Given> given;

    /** @param given points that are tried first */
    Proposals(StudyDefinition study, List<Given> given) {
        this.study = study;
        this.given = List.copyOf(given);
    }

    /** The run of the earlier trial that a point is of. */
    Optional<String> source(int number) {
        return number < given.size() ? Optional.ofNullable(given.get(number).source()) : Optional.empty();
    }

    /** A function of its arguments alone; only an adaptive search looks at the trials. */
    Proposal of(int number, List<FinishedTrial> finished) {
        return of(number, finished, List.of());
    }

    /** @param running trials that other jobs have begun */
    Proposal of(int number, List<FinishedTrial> finished, List<FinishedTrial> running) {
        if (number < given.size()) {
            Given first = given.get(number);
            return new Proposal(number, first.point(), first.sampler(), List.of());
        }
        boolean adaptive = study.settings().isAdaptive();
        List<FinishedTrial> seen =
                adaptive ? Stream.concat(finished.stream(), running.stream()).toList() : List.of();
        Point point = given.isEmpty() || adaptive ? ask(number, seen) : others(number);
        return new Proposal(
                number,
                point,
                study.sampler().id(),
                adaptive ? numbers(finished) : List.of(),
                adaptive ? numbers(running) : List.of());
    }

    private static List<Integer> numbers(List<FinishedTrial> trials) {
        return trials.stream().map(FinishedTrial::number).toList();
    }

    /** A sampler that looks at no trials knows nothing of the points given first: what would repeat one is passed over. */
    private Point others(int number) {
        if (study.parameters().space().size() == Dimension.UNBOUNDED) {
            return ask(number, List.of());
        }
        int left = number - given.size();
        for (int index = 0; ; index++) {
            Point point = ask(index, List.of());
            if (!isGiven(point) && left-- == 0) {
                return point;
            }
        }
    }

    private boolean isGiven(Point point) {
        return given.stream().anyMatch(first -> first.point().equals(point));
    }

    private Point ask(int number, List<FinishedTrial> seen) {
        ExperimentDefinition experiment = study.experiment();
        long seed = SeedDerivation.derive(
                experiment.seed(), experiment.name(), "trial", Integer.toString(number), "sampler");
        return study.sampler().propose(study.parameters().space(), seen, number, seed);
    }
}
