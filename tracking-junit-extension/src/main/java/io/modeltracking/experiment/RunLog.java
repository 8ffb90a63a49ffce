package io.modeltracking.experiment;

import io.modeltracking.run.Journal;
import io.modeltracking.run.MetricSelector;
import io.modeltracking.run.Names;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Fact;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.validation.MetricDirection;
import io.modeltracking.validation.Observations;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What a run has logged: checked, remembered as far as rules read it, and queued for the journal. */
final class RunLog implements Observations {

    private final RunEvent.Started started;
    private final Journal journal;
    private final ArtifactFolder artifacts;
    private final LongSupplier millis;
    private final MetricBook metrics = new MetricBook();
    private final Map<String, Param> params = new ConcurrentHashMap<>();
    private final Map<String, MetricDirection> directions = new ConcurrentHashMap<>();
    private final Map<String, String> data = new ConcurrentHashMap<>();
    private final Set<String> facts = ConcurrentHashMap.newKeySet();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    RunLog(RunEvent.Started started, Journal journal, ArtifactFolder artifacts, LongSupplier millis) {
        this.started = started;
        this.journal = journal;
        this.artifacts = artifacts;
        this.millis = millis;
    }

    RunEvent.Started started() {
        return started;
    }

    ArtifactFolder artifacts() {
        return artifacts;
    }

    String shortId() {
        return started.id().substring(0, 8);
    }

    boolean isOpen() {
        return !closed;
    }

    /** @throws IllegalStateException when the run has closed */
    void requireOpen(String what) {
        if (closed) {
            throw new IllegalStateException(
                    what + " after run " + shortId() + " of " + started.experiment()
                            + " has closed: log before the test and its @AfterEach methods end, and wait for the threads you start");
        }
    }

    void append(RunEvent event, String what) {
        requireOpen(what);
        if (event instanceof RunEvent.Data read && read.dataset().hash() != null) {
            data.put(read.dataset().name(), read.dataset().hash());
        }
        journal.append(event);
        // A run that closed in between may have missed the event: better an error than a silent loss.
        requireOpen(what);
    }

    void metric(String name, double value, Long step, String direction) {
        if (closed) {
            requireOpen("Metric \"" + name + "\"");
        }
        metrics.add(name, value);
        journal.append(new Metric(name, value, step, millis.getAsLong(), direction));
        if (closed) {
            requireOpen("Metric \"" + name + "\"");
        }
    }

    /** Says whether less or more of a metric is better. */
    void declare(String metric, MetricDirection direction) {
        MetricDirection before = directions.putIfAbsent(Names.check("metric", metric), direction);
        if (before != null && before != direction) {
            throw new IllegalArgumentException("Metric \"" + metric + "\" was declared to " + before
                    + " before, and now to " + direction + ": a metric has one direction");
        }
    }

    @Override
    public Optional<MetricDirection> direction(String metric) {
        return Optional.ofNullable(directions.get(metric)).or(() -> MetricDirection.of(metric));
    }

    /** @param origin null for the user */
    void param(String name, Object value, Origin origin) {
        requireOpen("Param \"" + name + "\"");
        Names.check("param", name);
        ParamValue typed;
        try {
            typed = ParamValue.of(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Param \"" + name + "\": " + e.getMessage(), e);
        }
        param(new Param(name, typed, origin));
    }

    void param(Param param) {
        String name = param.name();
        ParamValue typed = param.value();
        Param before = params.putIfAbsent(name, param);
        if (before == null) {
            append(param, "Param \"" + name + "\"");
        } else if (!before.value().equals(typed)) {
            throw new IllegalArgumentException("Param \"" + name + "\" was logged before as "
                    + before.value().text() + " (" + before.value().type() + "), and now as " + typed.text() + " ("
                    + typed.type()
                    + "): a param has one value; log what changes as a metric, or open a child run");
        }
    }

    boolean hasParam(String name) {
        return params.containsKey(name);
    }

    /** Params by name. */
    Map<String, Param> params() {
        return new TreeMap<>(params);
    }

    void artifact(Artifact artifact) {
        if (artifact != null) {
            append(artifact, "Artifact \"" + artifact.name() + "\"");
        }
    }

    void fact(String kind, String sha256) {
        if (!closed && facts.add(kind)) {
            journal.append(new Fact(kind, sha256));
        }
    }

    /** Adds a warning, once; returns whether it was new. */
    boolean warning(String code, String message) {
        boolean isNew = !closed && warned.add(code + message);
        if (isNew) {
            journal.append(new Warning(code, message));
        }
        return isNew;
    }

    /** Writes what is logged; a disk that takes no more is then the test's failure, not one of its clean-up. */
    void flush() {
        journal.flush();
    }

    /** Appends the last event and forces everything to disk. */
    void close(RunEvent.Finished finished) {
        closed = true;
        journal.append(finished);
        journal.close();
    }

    @Override
    public Optional<Double> metric(MetricSelector selector) {
        return metrics.value(selector);
    }

    @Override
    public Set<String> metricNames() {
        return metrics.names();
    }

    @Override
    public Optional<String> data(String dataSet) {
        return Optional.ofNullable(data.get(dataSet));
    }

    @Override
    public Set<String> artifactNames() {
        return artifacts.names();
    }

    Optional<String> firstMetric() {
        return metrics.first();
    }
}
