package io.modeltracking.run;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;

/** A line of a journal that tells of a search: of a study, or of one of its trials. */
public sealed interface SearchEvent extends RunEvent {

    /**
     * How a trial came by its params; logged when it opens.
     *
     * @param number in the study, from 0
     * @param sampler name and version of the rule that proposed them, {@code enqueue} for a point written by hand,
     *     or {@code warm-start} for one of an earlier study, whose trial the tag {@code search.warm_start} names
     * @param seen numbers of the finished trials that the sampler saw; a sampler that looks at none saw none
     * @param running numbers of the trials that it kept away from: other jobs of the study had begun them
     */
    record Trial(int number, String sampler, List<Integer> seen, List<Integer> running) implements SearchEvent {
        public Trial {
            seen = seen == null ? List.of() : List.copyOf(seen);
            running = running == null ? List.of() : List.copyOf(running);
        }

        /** One of a study that runs its trials in order. */
        public Trial(int number, String sampler, List<Integer> seen) {
            this(number, sampler, seen, List.of());
        }
    }

    /**
     * What a study optimises: on the study by name alone, on a trial with what it came to.
     *
     * @param metric the selector
     * @param direction {@code MINIMIZE} or {@code MAXIMIZE}
     * @param value of the trial, or null: on the study, and when the trial has none
     * @param violation the sum of the relative violations of the trial's requirements, 0 when it was accepted; null on the
     *     study and on a trial that was not judged
     * @param parts how many repeats or folds the value is the mean of; null when it is no mean
     * @param standardDeviation of those, with the divisor {@code parts - 1}; null when the value is no mean of two or more
     * @param watched the metric whose values by step a pruner compared; null without one
     */
    record Objective(
            String metric,
            String direction,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double value,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double violation,

            Integer parts,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double standardDeviation,

            String watched)
            implements SearchEvent {

        /** A value that is no mean, of a trial that no pruner watched. */
        public Objective(String metric, String direction, Double value, Double violation) {
            this(metric, direction, value, violation, null, null, null);
        }
    }

    /**
     * A trial of another run of the study that is part of this one too: it had finished in an earlier one, and is not run
     * again, or another job ran it.
     *
     * @param trial its number, the same in both
     * @param run its run's id, whose parent is the other study
     */
    record Reused(int trial, String run) implements SearchEvent {}

    /**
     * The trial that a study chose.
     *
     * @param trial its number
     * @param run its run's id
     * @param objective its objective's value
     * @param rule by which it was chosen, as a person reads it
     */
    record Winner(
            int trial,
            String run,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double objective,

            String rule)
            implements SearchEvent {}
}
