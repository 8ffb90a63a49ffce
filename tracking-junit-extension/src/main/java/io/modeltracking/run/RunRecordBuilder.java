package io.modeltracking.run;

import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunEvent.Data;
import io.modeltracking.run.RunEvent.Fact;
import io.modeltracking.run.RunEvent.Finished;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunEvent.Note;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Seed;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunEvent.Tag;
import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SearchEvent.Reused;
import io.modeltracking.run.SearchEvent.Trial;
import io.modeltracking.run.SearchEvent.Winner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Puts a run together, event by event. What an event says is checked here, whoever wrote it. */
final class RunRecordBuilder {

    private Started started;
    private Finished finished;
    private final Map<String, Param> params = new LinkedHashMap<>();
    private final List<Metric> metrics = new ArrayList<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<DatasetRecord> datasets = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Seed> seeds = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private Trial trial;
    private Objective objective;
    private Winner winner;
    private final List<Reused> reused = new ArrayList<>();

    void started(Started event) {
        started = event;
    }

    void problem(String text) {
        problems.add(text);
    }

    void add(RunEvent event) {
        if (event instanceof Param param) {
            require(param.value() != null, "a param without a value");
            params.put(Names.check("param", param.name()), param);
        } else if (event instanceof Metric metric) {
            require(metric.value() != null, "a metric without a value");
            Names.check("metric", metric.name());
            metrics.add(metric);
        } else if (event instanceof Tag tag) {
            require(tag.value() != null, "a tag without a value");
            tags.put(Names.check("tag", tag.name()), tag.value());
        } else if (event instanceof Note note) {
            require(note.markdown() != null, "a note without text");
            notes.add(note.markdown());
        } else if (event instanceof Artifact artifact) {
            Names.check("artifact", artifact.name());
            require(Names.isSha256(artifact.sha256()), "an artifact without a SHA-256");
            artifacts.add(artifact);
        } else if (event instanceof Finished end) {
            require(end.status() != null && end.time() != null, "an end without status or time");
            finished = end;
        } else {
            addRest(event);
        }
    }

    private void addRest(RunEvent event) {
        if (event instanceof Data data) {
            require(data.dataset() != null, "a data set without content");
            Names.check("data set", data.dataset().name());
            datasets.add(data.dataset());
        } else if (event instanceof Model model) {
            Names.check("model", model.name());
            Names.check("artifact", model.artifact());
            models.add(model);
        } else if (event instanceof Fact fact) {
            require(Names.isSha256(fact.sha256()) && fact.kind() != null, "a fact without kind or SHA-256");
            facts.put(fact.kind(), fact.sha256());
        } else if (event instanceof Seed seed) {
            seeds.add(seed);
        } else if (event instanceof Check check) {
            require(check.verdict() != null && check.rule() != null, "a check without rule or verdict");
            checks.add(check);
        } else if (event instanceof Warning warning) {
            warnings.add(warning);
        } else if (event instanceof Started) {
            throw new IllegalArgumentException("a second \"started\"");
        } else {
            addSearch(event);
        }
    }

    private void addSearch(RunEvent event) {
        if (event instanceof Trial given) {
            require(given.number() >= 0 && given.sampler() != null, "a trial without number or sampler");
            trial = given;
        } else if (event instanceof Objective given) {
            require(given.metric() != null && given.direction() != null, "an objective without metric or direction");
            objective = given;
        } else if (event instanceof Winner given) {
            require(given.trial() >= 0 && Names.isRunId(given.run()), "a winner without trial or run");
            winner = given;
        } else if (event instanceof Reused given) {
            require(given.trial() >= 0 && Names.isRunId(given.run()), "a reused trial without number or run");
            reused.add(given);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    RunRecord build(BooleanSupplier jvmLives) {
        Status status = status(jvmLives);
        boolean ended = finished != null;
        String reason = ended ? finished.reason() : null;
        if (!ended && status == Status.INTERRUPTED) {
            reason = "its JVM ended before it did";
        }
        return new RunRecord(
                started,
                status,
                ended ? finished.time() : null,
                ended ? finished.verdict() : null,
                reason,
                ended ? finished.failure() : null,
                Collections.unmodifiableMap(params),
                List.copyOf(metrics),
                Collections.unmodifiableMap(tags),
                List.copyOf(notes),
                List.copyOf(artifacts),
                List.copyOf(datasets),
                List.copyOf(models),
                Map.copyOf(facts),
                List.copyOf(seeds),
                List.copyOf(checks),
                List.copyOf(warnings),
                List.copyOf(problems),
                trial == null && objective == null && winner == null && reused.isEmpty()
                        ? SearchRecord.NONE
                        : new SearchRecord(trial, objective, winner, reused));
    }

    private Status status(BooleanSupplier jvmLives) {
        if (finished != null) {
            return finished.status();
        }
        return jvmLives.getAsBoolean() ? Status.RUNNING : Status.INTERRUPTED;
    }
}
