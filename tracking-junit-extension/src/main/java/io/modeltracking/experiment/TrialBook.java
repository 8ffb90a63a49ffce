package io.modeltracking.experiment;

import io.modeltracking.run.Status;
import io.modeltracking.search.FinishedTrial;
import io.modeltracking.search.FinishedTrial.State;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The trials of a study that have ended, by number, over all attempts of this JVM. Safe for any thread. */
final class TrialBook {

    private final StudyDefinition.Identity study;
    private final SearchSettings settings;
    private final SortedMap<Integer, TrialResult> results = new TreeMap<>();
    private TrialResult best;
    private RunScope bestRun;
    private String lastAttempt;
    private Integer abandoned;
    private List<Given> given;

    TrialBook(StudyDefinition study) {
        this.study = study.identity();
        this.settings = study.settings();
    }

    boolean isOf(StudyDefinition.Identity other) {
        return study.equals(other);
    }

    /**
     * Begins an attempt: trials that came to nothing are tried again, the others stay.
     *
     * @return the id of the study's run before, when trials of it stay
     */
    synchronized Optional<String> begin(String run) {
        abandoned = null;
        results.values().removeIf(result -> result.state() == State.FAILED);
        String before = lastAttempt;
        lastAttempt = run;
        return results.isEmpty() ? Optional.empty() : Optional.ofNullable(before);
    }

    /** The points that are tried first: the same in each attempt. */
    synchronized List<Given> given(Supplier<List<Given>> first) {
        if (given == null) {
            given = first.get();
        }
        return given;
    }

    /** Takes over trials of an interrupted study, none of which can win: the best of them is run again. */
    synchronized void take(List<TrialResult> taken) {
        taken.forEach(result -> results.put(result.number(), result));
    }

    /** Ends the study with that trial, whatever becomes of others that fail. */
    synchronized void abandon(int trial) {
        abandoned = trial;
    }

    /**
     * Adds a trial; its run is kept, with what it holds out, only while it is the best.
     *
     * @param run null of one that another job ran
     */
    synchronized void add(TrialResult result, RunScope run) {
        results.put(result.number(), result);
        if (result.isAccepted() && (best == null || isAhead(result, best))) {
            best = result;
            bestRun = run;
        }
    }

    /** Takes the best trial out, to be made again: its run is another job's. */
    synchronized TrialResult again(int number) {
        best = null;
        bestRun = null;
        return results.remove(number);
    }

    /** Of equals, the first: whatever the order in which they end. */
    private boolean isAhead(TrialResult one, TrialResult other) {
        return settings.isBetter(one.objective(), other.objective())
                || (!settings.isBetter(other.objective(), one.objective()) && one.number() < other.number());
    }

    synchronized Optional<TrialResult> get(int number) {
        return Optional.ofNullable(results.get(number));
    }

    synchronized boolean isEmpty() {
        return results.isEmpty();
    }

    synchronized Collection<TrialResult> all() {
        return List.copyOf(results.values());
    }

    synchronized List<FinishedTrial> learned() {
        return results.values().stream().map(result -> result.learned(settings)).toList();
    }

    /** Those of smaller numbers: what a trial may see, also when it is run again after later ones. */
    synchronized List<FinishedTrial> before(int number) {
        return results.headMap(number).values().stream()
                .map(result -> result.learned(settings))
                .toList();
    }

    synchronized Optional<TrialResult> best() {
        return Optional.ofNullable(best);
    }

    /** The run of the best trial, with what it holds out. */
    synchronized RunScope bestRun() {
        return bestRun;
    }

    /** The first trial that ends the study: by what it threw, or because its thread was interrupted. */
    synchronized Optional<TrialResult> fatal() {
        return results.values().stream()
                .filter(result -> result.status() == Status.INTERRUPTED
                        || Integer.valueOf(result.number()).equals(abandoned)
                        || (!settings.goesOn() && result.failure() != null && result.status() != Status.ABORTED))
                .findFirst();
    }

    /** How many trials have ended since the best one, or at all. */
    synchronized int sinceBest() {
        return best == null
                ? results.size()
                : results.tailMap(best.number() + 1).size();
    }
}
