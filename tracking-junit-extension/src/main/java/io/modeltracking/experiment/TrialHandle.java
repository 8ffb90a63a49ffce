package io.modeltracking.experiment;

import io.modeltracking.Trial;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.search.FinishedTrial;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A trial while it runs: what the user's method sees of it, and what may stop it. */
final class TrialHandle implements Trial, Selection {

    private final Study study;
    private final Proposal proposal;
    private final NavigableMap<Long, Double> intermediate = new TreeMap<>();
    private RunScope scope;
    private String watched;
    private boolean reported;
    private String stopped;

    TrialHandle(Study study, Proposal proposal) {
        this.study = study;
        this.proposal = proposal;
    }

    synchronized void opened(RunScope run) {
        scope = run;
    }

    Proposal proposal() {
        return proposal;
    }

    @Override
    public int number() {
        return proposal.number();
    }

    @Override
    public String study() {
        return study.id();
    }

    @Override
    public OptionalDouble best() {
        return study.best();
    }

    /** Compares the mean of the parts so far, at the number of the last one. */
    synchronized void compare(long step, double mean) {
        SearchSettings settings = study.settings();
        if (settings.pruner() != null) {
            watched = settings.objective().name();
            intermediate.put(step, settings.minimised(mean));
            scope.log().metric(watched, mean, step, settings.direction().name());
        }
    }

    @Override
    public synchronized void report(long step, double value) {
        if (hasParts()) {
            throw new IllegalArgumentException("Trial " + number() + " reported step " + step
                    + " within a repeat or fold: a pruner compares trials after each of them. Log what comes in between by"
                    + " run.metric(name, value, step)");
        }
        if (reported && !intermediate.isEmpty() && step <= intermediate.lastKey()) {
            throw new IllegalArgumentException("Trial " + number() + " reported step " + step + " after step "
                    + intermediate.lastKey() + ": report each step once, in order");
        }
        if (!reported) {
            reported = true;
            watched = study.settings().objective().name();
            intermediate.clear();
        }
        SearchSettings settings = study.settings();
        scope.log()
                .metric(
                        settings.objective().name(),
                        value,
                        step,
                        settings.direction().name());
        intermediate.put(step, settings.minimised(value));
    }

    @Override
    public synchronized boolean shouldStop() {
        if (stopped == null && prunes()) {
            stopped = "pruned at step " + intermediate.lastKey();
        }
        return stopped != null;
    }

    @Override
    public synchronized boolean stops(String metric, double value, long round) {
        if (hasParts()) {
            return stopped != null;
        }
        if (study.settings().pruner() == null || reported || !isWatched(metric)) {
            return false;
        }
        intermediate.put(round, study.settings().minimised(metric, value));
        return shouldStop();
    }

    private boolean hasParts() {
        return !study.experiment().parts().isEmpty();
    }

    /** The objective itself where it comes first, else the first metric of its data set. */
    private boolean isWatched(String metric) {
        if (watched == null && metric.startsWith(study.settings().dataSet() + ".")) {
            watched = metric;
        }
        return metric.equals(watched);
    }

    private boolean prunes() {
        if (study.settings().pruner() == null) {
            return false;
        }
        FinishedTrial current =
                new FinishedTrial(number(), proposal.point(), Double.NaN, 0, FinishedTrial.State.RUNNING, intermediate);
        return study.settings().pruner().shouldPrune(study.finished(), current);
    }

    /** Why the trial was stopped, or null. */
    synchronized String stopped() {
        return stopped;
    }

    synchronized NavigableMap<Long, Double> intermediate() {
        return new TreeMap<>(intermediate);
    }

    @Override
    public void read(DatasetRecord dataset) {
        study.continues(this, dataset);
    }

    @Override
    public void refuse(String heldOut, RunLog log) {
        SearchSettings settings = study.settings();
        if (!heldOut.equals(settings.dataSet())) {
            return;
        }
        String fault = "the objective " + settings.objective() + " is of the data set \"" + heldOut
                + "\", which is held out: what selects may not judge";
        if (!allowsHoldout(fault, log)) {
            throw new IllegalArgumentException(Character.toUpperCase(fault.charAt(0)) + fault.substring(1)
                    + ". Choose by a VALIDATION data set, or set allowHoldoutSelection");
        }
    }

    @Override
    public boolean allowsHoldout(String fault, RunLog log) {
        if (study.settings().allowHoldout()) {
            log.warning("holdout-selects", fault + ", so its figures are flattered");
            study.warn("holdout-selects", fault + ", so its figures are flattered");
        }
        return study.settings().allowHoldout();
    }

    /** What the trial came to, for its run. */
    synchronized Objective objective(Double value, Double violation, Spread spread) {
        SearchSettings settings = study.settings();
        return new Objective(
                settings.objective().toString(),
                settings.direction().name(),
                value,
                violation,
                spread == null ? null : spread.parts(),
                spread == null ? null : spread.standardDeviation(),
                intermediate.isEmpty() ? null : watched);
    }
}
