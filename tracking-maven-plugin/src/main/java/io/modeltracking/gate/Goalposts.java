package io.modeltracking.gate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bounds of one build.
 *
 * @param started when the build started
 * @param commit of its code, as people read it; null where that is not known
 * @param complete whether a bound that is not among them was not there; else nobody knows
 */
public record Goalposts(Instant started, String commit, boolean complete, List<Goalpost> posts) {

    public Goalposts {
        posts = List.copyOf(posts);
    }

    /** The strictest bound of each kind on an experiment: that is the one that decides. */
    Map<Goalpost.Place, Goalpost> on(String experiment) {
        Map<Goalpost.Place, Goalpost> strictest = new HashMap<>();
        posts.stream()
                .filter(post -> post.concerns(experiment))
                .forEach(post -> strictest.merge(post.place(), post, Goalposts::stricter));
        return strictest;
    }

    static Goalpost stricter(Goalpost one, Goalpost other) {
        return one.looserThan(other) ? other : one;
    }
}
