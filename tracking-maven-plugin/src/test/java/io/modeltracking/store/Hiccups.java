package io.modeltracking.store;

import java.util.HashMap;
import java.util.Map;

/**
 * Every n-th request meets a fault, but none of them more than twice: where several take turns, the repetitions of one
 * would else meet the n-th place each time.
 */
public final class Hiccups {

    private static final int MOST = 2;

    private final int every;
    private final Map<String, Integer> met = new HashMap<>();
    private int requests;

    public Hiccups(int every) {
        this.every = every;
    }

    /** @param request what tells it from others, the same when it is made again */
    public synchronized boolean meets(String request) {
        requests++;
        return requests % every == 0 && met.merge(request, 1, Integer::sum) <= MOST;
    }

    /** How many requests met one. */
    public synchronized int count() {
        return met.values().stream().mapToInt(times -> Math.min(times, MOST)).sum();
    }
}
