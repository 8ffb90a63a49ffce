package io.modeltracking.experiment;

import io.modeltracking.run.StudyHistory.PastPoint;
import io.modeltracking.search.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The best points of earlier studies of a model, to be tried first. */
final class WarmStart {

    private WarmStart() {}

    /**
     * The points that are tried before the sampler's: those written by hand, then those of earlier studies.
     *
     * @param fixed points of earlier studies, by trial, that the trials of a continued study have had
     * @param warn is told when there is none
     */
    static List<Given> given(
            StudyDefinition study, BuildFacts build, Map<Integer, Given> fixed, Consumer<String> warn) {
        List<Given> given = new ArrayList<>(study.enqueued().stream()
                .map(point -> new Given(point, Given.ENQUEUED, null))
                .toList());
        int wanted = study.settings().warmStart();
        if (wanted == 0) {
            return given;
        }
        if (build.buildId() == null) {
            warn.accept(
                    "warmStart: what earlier studies found is told by the goal \"prepare\", and this JVM was not started"
                            + " by a build that runs it");
        }
        Set<Point> known = new HashSet<>(study.enqueued());
        fixed.values().forEach(each -> known.add(each.point()));
        Iterator<Given> candidates = candidates(study, build)
                .filter(candidate -> known.add(candidate.point()))
                .iterator();
        int most = study.enqueued().size() + wanted;
        while (given.size() < most && (fixed.containsKey(given.size()) || candidates.hasNext())) {
            Given before = fixed.get(given.size());
            given.add(before == null ? candidates.next() : before);
        }
        if (given.size() == study.enqueued().size() && build.buildId() != null) {
            warn.accept("warmStart: no earlier study of the model \""
                    + study.experiment().model()
                    + "\" has an accepted trial with this objective whose params lie in the"
                    + " space");
        }
        return given;
    }

    private static Stream<Given> candidates(StudyDefinition study, BuildFacts build) {
        SearchSettings settings = study.settings();
        return build.studies().best().stream()
                .filter(past -> study.experiment().model().equals(past.model())
                        && settings.objective().toString().equals(past.metric())
                        && settings.direction().name().equals(past.direction())
                        && !Double.isNaN(past.objective()))
                .sorted(Comparator.<PastPoint>comparingDouble(past -> settings.minimised(past.objective()))
                        .thenComparing(PastPoint::run))
                .flatMap(past ->
                        PastParams.point(past.params(), study.parameters().space())
                                .map(point -> new Given(point, Given.WARM_START, past.run()))
                                .stream());
    }
}
