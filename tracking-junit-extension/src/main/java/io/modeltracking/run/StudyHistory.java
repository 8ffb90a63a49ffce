package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a test JVM is told of earlier studies of its module: it opens no store itself.
 *
 * @param interrupted the last run of a study, where it came to no end; one a method
 * @param best accepted trials of studies that came to an end, the best of each
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StudyHistory(List<PastStudy> interrupted, List<PastPoint> best) {

    /** Of a module without studies, or a JVM that nobody told. */
    public static final StudyHistory NONE = new StudyHistory(List.of(), List.of());

    public StudyHistory {
        interrupted = interrupted == null ? List.of() : List.copyOf(interrupted);
        best = best == null ? List.of() : List.copyOf(best);
    }

    /**
     * A study that came to no end.
     *
     * @param seed the root seed
     * @param space its {@code search-space.json}
     * @param metric the objective's selector
     * @param direction {@code MINIMIZE} or {@code MAXIMIZE}
     * @param source the code that all of its trials ran; null when that is not known
     * @param trials those that have finished
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PastStudy(
            String run,
            String experiment,
            String testClass,
            String method,
            Long seed,
            String space,
            String sampler,
            String metric,
            String direction,
            SourceState source,
            List<PastTrial> trials) {
        public PastStudy {
            trials = trials == null ? List.of() : List.copyOf(trials);
        }
    }

    /**
     * A trial that has finished.
     *
     * @param params those that the search chose, or the command line
     * @param objective null on a trial that was pruned
     * @param watched the metric that a pruner compared, or null
     * @param steps its values
     * @param data hash of each data set that it logged, by name
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PastTrial(
            int number,
            String run,
            String sampler,
            Map<String, ParamValue> params,
            Status status,
            Verdict verdict,
            String reason,
            Double objective,
            Double violation,
            Integer parts,
            Double standardDeviation,
            String watched,
            NavigableMap<Long, Double> steps,
            Map<String, String> data) {
        public PastTrial {
            params = ordered(params);
            steps = Collections.unmodifiableNavigableMap(steps == null ? new TreeMap<>() : new TreeMap<>(steps));
            data = data == null ? Map.of() : Map.copyOf(data);
        }
    }

    /**
     * The params of an accepted trial.
     *
     * @param run the trial's
     * @param model the experiment's lasting name
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PastPoint(
            String run,
            String model,
            String metric,
            String direction,
            double objective,
            Map<String, ParamValue> params) {
        public PastPoint {
            params = ordered(params);
        }
    }

    private static Map<String, ParamValue> ordered(Map<String, ParamValue> params) {
        return params == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }
}
