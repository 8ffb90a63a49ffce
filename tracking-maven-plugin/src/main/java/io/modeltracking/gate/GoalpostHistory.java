package io.modeltracking.gate;

import io.modeltracking.gate.MovedGoalpost.HoldoutLook;
import io.modeltracking.gate.MovedGoalpost.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bounds of one kind on one experiment, build by build.
 *
 * @param builds the oldest first; what the last one has is what stands
 */
public record GoalpostHistory(Kind kind, String experiment, List<Goalposts> builds) {

    private static final Comparator<Goalpost.Place> ORDER = Comparator.comparing(Goalpost.Place::subject)
            .thenComparing(Goalpost.Place::max)
            .thenComparing(Goalpost.Place::percent);

    public GoalpostHistory {
        builds =
                builds.stream().sorted(Comparator.comparing(Goalposts::started)).toList();
    }

    /**
     * The bounds that are looser than the strictest one that stood since the hold-out was first read. They are told until they are
     * as strict again.
     *
     * @param elsewhere bounds of the other kind: one that only moved there was not loosened
     * @return by what is bounded
     */
    public List<MovedGoalpost> moved(GoalpostHistory elsewhere, HoldoutLook look) {
        List<MovedGoalpost> moved = new ArrayList<>();
        if (builds.isEmpty()) {
            return moved;
        }
        List<Goalposts> since = since(look);
        Goalposts last = builds.get(builds.size() - 1);
        Map<Goalpost.Place, Goalpost> strictest = new TreeMap<>(ORDER);
        since.forEach(build ->
                build.on(experiment).forEach((place, post) -> strictest.merge(place, post, Goalposts::stricter)));
        strictest.forEach((place, was) -> {
            Goalpost now = standing(last, place).orElse(null);
            boolean looser = now == null ? last.complete() : now.looserThan(was);
            boolean heldElsewhere = elsewhere
                    .standing(place)
                    .filter(post -> !post.looserThan(was))
                    .isPresent();
            if (looser && !heldElsewhere) {
                moved.add(new MovedGoalpost(
                        kind, experiment, was, now, lastCommit(since, was), firstCommit(since, place, now), look));
            }
        });
        return moved;
    }

    /** From the build on that was the last to start before the look: its bounds were in force then. */
    private List<Goalposts> since(HoldoutLook look) {
        int from = 0;
        while (from + 1 < builds.size() && !builds.get(from + 1).started().isAfter(look.started())) {
            from++;
        }
        return builds.subList(from, builds.size());
    }

    private Optional<Goalpost> standing(Goalpost.Place place) {
        return builds.isEmpty() ? Optional.empty() : standing(builds.get(builds.size() - 1), place);
    }

    private Optional<Goalpost> standing(Goalposts build, Goalpost.Place place) {
        Map<Goalpost.Place, Goalpost> posts = build.on(experiment);
        return place.successors().map(posts::get).filter(Objects::nonNull).findFirst();
    }

    private String lastCommit(List<Goalposts> since, Goalpost was) {
        String commit = null;
        for (Goalposts build : since) {
            if (build.commit() != null && same(build.on(experiment).get(was.place()), was)) {
                commit = build.commit();
            }
        }
        return commit;
    }

    /** Of the builds that have it as it stands, without a break up to the last one, the first whose commit is known. */
    private String firstCommit(List<Goalposts> since, Goalpost.Place place, Goalpost now) {
        String commit = null;
        for (int i = since.size() - 1; i >= 0; i--) {
            Goalposts build = since.get(i);
            Goalpost then = standing(build, place).orElse(null);
            if (then == null && !build.complete()) {
                continue;
            }
            if (!same(then, now)) {
                break;
            }
            commit = build.commit() == null ? commit : build.commit();
        }
        return commit;
    }

    private static boolean same(Goalpost one, Goalpost other) {
        return one == null || other == null
                ? one == other
                : one.place().equals(other.place()) && !one.looserThan(other) && !other.looserThan(one);
    }
}
