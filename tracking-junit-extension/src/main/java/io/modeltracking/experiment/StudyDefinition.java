package io.modeltracking.experiment;

import io.modeltracking.ExpectRejected;
import io.modeltracking.Reproducible;
import io.modeltracking.provenance.SeedDerivation;
import io.modeltracking.run.RunEvent.Seed;
import io.modeltracking.run.SourceState;
import io.modeltracking.search.Dimension;
import io.modeltracking.search.GpSampler;
import io.modeltracking.search.GridSampler;
import io.modeltracking.search.Point;
import io.modeltracking.search.RandomSampler;
import io.modeltracking.search.Sampler;
import io.modeltracking.search.Space;
import io.modeltracking.search.TpeSampler;
import io.modeltracking.validation.MetricDirection;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a study is to do, checked.
 *
 * @param enqueued points that are tried first
 * @param planned how many trials there are at most
 * @param only the one trial that is made again; null in a study of all
 * @param warnings what a reader of the study should know beforehand
 */
record StudyDefinition(
        ExperimentDefinition experiment,
        SearchSettings settings,
        SearchSpace parameters,
        Sampler sampler,
        List<Point> enqueued,
        int planned,
        Proposal only,
        List<String> warnings) {

    static final String TRIALS = "tracking.trials";
    static final String RESUME = "tracking.resume";

    /** What makes the trials of two studies the same. */
    record Identity(
            String experiment, long seed, SearchSettings settings, Space space, List<Point> enqueued, int planned) {}

    Identity identity() {
        return new Identity(experiment.name(), experiment.seed(), settings, parameters.space(), enqueued, planned);
    }

    /** Whether several jobs search it; a trial that is made again is one job's alone. */
    boolean isShared(TrackingConfiguration configuration) {
        return configuration.broker().isPresent() && only == null;
    }

    /** What has to be the same in all jobs that share the study, with names that people know. */
    Map<String, String> shared(SourceState source) {
        Map<String, String> shared = new TreeMap<>();
        shared.put("the search space", new String(SpaceText.json(parameters.space()), StandardCharsets.UTF_8));
        shared.put("the seed", Long.toString(experiment.seed()));
        shared.put("the number of trials", Integer.toString(planned));
        shared.put("the sampler", sampler.id() + " " + settings.startup());
        shared.put("the objective", settings.direction() + " " + settings.objective());
        shared.put("onTrialError, pruner, patience or timeout", settings.ending());
        if (source != null && source.commit() != null) {
            shared.put("the source", source.commit() + " " + Objects.toString(source.diffSha256(), ""));
        }
        return shared;
    }

    /** The number of the first trial. */
    int first() {
        return only == null ? 0 : only.number();
    }

    /**
     * Empty when the method carries no search annotation.
     *
     * @throws IllegalArgumentException naming what is wrong with the space or the search
     */
    static Optional<StudyDefinition> of(
            ExperimentDefinition experiment, Function<String, Optional<String>> parameters) {
        return SearchSettings.of(experiment.method())
                .map(settings -> settings.resuming(resumes(settings, parameters)))
                .map(settings -> of(experiment, settings, parameters));
    }

    private static StudyDefinition of(
            ExperimentDefinition experiment, SearchSettings settings, Function<String, Optional<String>> parameters) {
        Method method = experiment.method();
        refuse(method, settings, ExpectRejected.class);
        refuse(method, settings, Reproducible.class);
        SearchSpace searched = SearchSpace.of(method, new Pins(parameters));
        Space space = searched.space();
        List<Point> enqueued = EnqueuedPoints.of(method, space);
        if (settings.kind() == SearchSettings.Kind.GRID && !enqueued.isEmpty()) {
            throw new IllegalArgumentException(
                    "@Enqueue beside @GridSearch: a grid tries every point anyhow, remove it");
        }
        List<String> warnings = new ArrayList<>();
        Pins.unknown(System.getProperties().stringPropertyNames(), space)
                .forEach(name -> warnings.add("tracking.param." + name
                        + " pins nothing here: the params of this study are " + space.names()));
        int planned = planned(settings, space, parameters, warnings);
        MetricDirection.of(settings.objective().name())
                .map(Enum::name)
                .filter(usual -> !usual.equals(settings.direction().name()))
                .ifPresent(usual -> warnings.add("the objective " + settings.objective() + " is to "
                        + settings.direction() + ", but by its name it is better to " + usual));
        Sampler sampler = sampler(settings, experiment);
        return new StudyDefinition(
                experiment,
                settings,
                searched,
                sampler,
                enqueued,
                planned,
                only(parameters, space, sampler),
                List.copyOf(warnings));
    }

    /** An adaptive search chose it by what it saw of the others: the point is given with the number. */
    private static Proposal only(Function<String, Optional<String>> parameters, Space space, Sampler sampler) {
        return Reproduced.of(parameters)
                .map(Reproduced::trial)
                .map(number -> new Proposal(number, Reproduced.point(parameters, space), sampler.id(), List.of()))
                .orElse(null);
    }

    private static boolean resumes(SearchSettings settings, Function<String, Optional<String>> parameters) {
        String text = parameters.apply(RESUME).map(String::strip).orElse("");
        return switch (text) {
            case "" -> settings.resume();
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(RESUME + " is \"" + text + "\": it is true or false");
        };
    }

    private static void refuse(Method method, SearchSettings settings, Class<? extends Annotation> other) {
        if (AnnotationSupport.isAnnotated(method, other)) {
            throw new IllegalArgumentException("@" + other.getSimpleName() + " stands beside " + settings.annotation()
                    + ": it is for a single run, remove one of them");
        }
    }

    private static Sampler sampler(SearchSettings settings, ExperimentDefinition experiment) {
        return switch (settings.kind()) {
            case GRID -> new GridSampler();
            case RANDOM -> new RandomSampler(studySeed(experiment));
            case TPE -> new TpeSampler(settings.startup());
            case GP -> new GpSampler(settings.startup(), studySeed(experiment));
        };
    }

    private static long studySeed(ExperimentDefinition experiment) {
        return SeedDerivation.derive(experiment.seed(), samplerPath(experiment).toArray(String[]::new));
    }

    /** The stream that a sampler shares between all trials of the study. */
    Seed samplerSeed() {
        return new Seed(SeedDerivation.VERSION, experiment.seed(), samplerPath(experiment), studySeed(experiment));
    }

    private static List<String> samplerPath(ExperimentDefinition experiment) {
        return List.of(experiment.name(), "study", "sampler");
    }

    private static int planned(
            SearchSettings settings,
            Space space,
            Function<String, Optional<String>> parameters,
            List<String> warnings) {
        boolean grid = settings.kind() == SearchSettings.Kind.GRID;
        long points = grid ? GridSampler.size(space) : space.size();
        long planned = grid ? points : settings.trials();
        if (points != Dimension.UNBOUNDED && points < planned) {
            warnings.add("the space has " + points + " points: no more trials than that, instead of " + planned);
            planned = points;
        }
        Optional<Integer> narrowed = parameters.apply(TRIALS).map(String::strip).map(StudyDefinition::trials);
        if (narrowed.isPresent() && narrowed.get() < planned) {
            warnings.add(TRIALS + " = " + narrowed.get() + " instead of " + planned + " trials");
            planned = narrowed.get();
        }
        if (planned > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the grid has " + planned + " points: narrow it, or use @RandomSearch or @BayesianSearch");
        }
        return (int) planned;
    }

    private static int trials(String text) {
        try {
            int trials = Integer.parseInt(text);
            if (trials >= 1) {
                return trials;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(TRIALS + " is \"" + text + "\": it is a whole number from 1", e);
        }
        throw new IllegalArgumentException(TRIALS + " is \"" + text + "\": it is a whole number from 1");
    }
}
