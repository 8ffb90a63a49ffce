package io.modeltracking.experiment;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees that no training stops early by data that is held out, in whatever order the two become known. Of a run and the runs
 * within it; safe for any thread.
 */
final class EarlyStopping {

    private final Set<String> watches = ConcurrentHashMap.newKeySet();
    private final Set<String> heldOut = ConcurrentHashMap.newKeySet();

    /** Why a training must not stop early by that watch. */
    Optional<String> watched(String watch) {
        watches.add(watch);
        return heldOut.contains(watch) ? Optional.of(fault(watch)) : Optional.empty();
    }

    /** Why that data set cannot be held out any more. */
    Optional<String> heldOut(String dataSet) {
        heldOut.add(dataSet);
        return watches.contains(dataSet) ? Optional.of(fault(dataSet)) : Optional.empty();
    }

    private static String fault(String name) {
        return "a training stops early by the watch \"" + name + "\", which is held out: what selects may not judge";
    }
}
