package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a test JVM and its build say to each other, as JSON, of a study that several jobs share. The build alone knows the
 * store.
 */
public final class SharedStudy {

    /** The property that asks for it: {@code auto}. */
    public static final String PROPERTY = "tracking.study.shard";

    /** The property with the file in which the build says where it listens. */
    public static final String BROKER = "tracking.study.broker";

    private SharedStudy() {}

    /**
     * Where the build listens. The file is its owner's alone.
     *
     * @param url on the loopback
     * @param token that each question carries
     */
    public record Address(String url, String token) {
        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * Begins a study or joins it.
     *
     * @param owner of the trials to come, an id that no other has
     * @param process that holds them: its leases end with it
     * @param definition what has to be the same in all jobs
     * @param given the points that are tried first
     */
    public record Join(
            String experiment,
            String owner,
            long process,
            Map<String, String> definition,
            List<Start> given,
            int planned) {
        public Join {
            definition = definition == null ? Map.of() : Map.copyOf(definition);
            given = given == null ? List.of() : List.copyOf(given);
        }
    }

    /** A point that is tried first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Start(String sampler, String source, Map<String, ParamValue> params) {
        public Start {
            params = ordered(params);
        }
    }

    /** The study that was joined, with the points that the job tries first that came first. */
    public record Joined(long study, List<Start> given) {
        public Joined {
            given = given == null ? List.of() : List.copyOf(given);
        }
    }

    /**
     * Asks for a trial.
     *
     * @param since the revision that the job knows
     * @param again the trial that has won, to be made again when whoever ran it is gone; null for the next
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ask(long study, String owner, long since, Integer again) {}

    /** What a job is to do. */
    public enum State {
        /** To run a trial. */
        TRIAL,
        /** To ask again a little later. */
        WAIT,
        /** Nothing: all trials have ended. */
        DONE
    }

    /**
     * The answer.
     *
     * @param number of the trial, with its attempt; null without one
     * @param choice what the trial tries; null when the job has to choose that
     * @param ended trials that the job has not heard of
     * @param conclusion null while the study has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Turn(
            State state,
            Integer number,
            Integer attempt,
            Choice choice,
            List<Ended> ended,
            List<Running> running,
            long revision,
            Conclusion conclusion) {
        public Turn {
            ended = ended == null ? List.of() : List.copyOf(ended);
            running = running == null ? List.of() : List.copyOf(running);
        }
    }

    /**
     * What a trial tries, and what its sampler knew.
     *
     * @param seen finished trials
     * @param running those that it kept away from
     */
    public record Choice(String sampler, Map<String, ParamValue> params, List<Integer> seen, List<Integer> running) {
        public Choice {
            params = ordered(params);
            seen = seen == null ? List.of() : List.copyOf(seen);
            running = running == null ? List.of() : List.copyOf(running);
        }
    }

    /** A trial that has begun. */
    public record Running(int number, Choice choice) {}

    /**
     * How a trial ended.
     *
     * @param failed whether it threw what may end the study
     * @param state what a sampler sees of it: {@code COMPLETE}, {@code PRUNED} or {@code FAILED}
     * @param steps values on the way, to be minimised
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ended(
            int number,
            String run,
            Map<String, ParamValue> params,
            Status status,
            Verdict verdict,
            String reason,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double objective,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double violation,

            Integer parts,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double standardDeviation,

            String state,
            NavigableMap<Long, Double> steps,
            boolean failed) {
        public Ended {
            params = ordered(params);
            steps = Collections.unmodifiableNavigableMap(steps == null ? new TreeMap<>() : new TreeMap<>(steps));
        }
    }

    /**
     * Tells of a trial of one's own: what it tries, how it ended, or with neither that it is given back.
     *
     * @param attempt that was leased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(long study, String owner, int number, int attempt, Choice choice, Ended ended) {}

    /** Whether what was told counts: not when the lease was lost. */
    public record Heard(boolean counts) {}

    /**
     * Tells of the study: why no further trial begins, or its verdict, or with neither that the job leaves.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Word(long study, String owner, String reason, Conclusion conclusion) {}

    /** The verdict that counts; null without one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settled(Conclusion conclusion) {}

    /**
     * What the job that ran the winner says of the study.
     *
     * @param study the id of its run
     * @param verdict null when the winner could not be judged
     * @param message why it was not accepted, or null
     * @param checks of the winner's requirements
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conclusion(
            String study,
            int winner,
            Verdict verdict,
            String message,
            List<Figure> metrics,
            List<RunEvent.Check> checks) {
        public Conclusion {
            metrics = metrics == null ? List.of() : List.copyOf(metrics);
            checks = checks == null ? List.of() : List.copyOf(checks);
        }
    }

    /** A metric of the winner. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            String name,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            double value,

            String direction) {}

    /** What was refused, in words. */
    public record Refusal(String problem) {}

    /** The params of a point, as they are recorded. */
    public static Map<String, ParamValue> params(Map<String, Object> point) {
        Map<String, ParamValue> params = new LinkedHashMap<>();
        point.forEach((name, value) -> params.put(name, ParamValue.of(value)));
        return params;
    }

    private static Map<String, ParamValue> ordered(Map<String, ParamValue> params) {
        return params == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }
}
