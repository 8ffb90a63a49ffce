package io.modeltracking.store;

import io.modeltracking.run.Journal;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes runs with real journals. */
public final class RunFixture {

    public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    public static final String BUILD = "b".repeat(32);
    public static final String MODULE = "org.example:pricing";

    private final TrackingRoot root;
    private final String id;
    private final List<RunEvent> events = new ArrayList<>();
    private String experiment = "Motor_2026_Frequency";
    private String build = BUILD;
    private String module = MODULE;
    private String uniqueId;
    private String parent;
    private Integer trial;
    private String live;
    private Map<String, String> links = Map.of();
    private int attempt = 1;
    private Instant start = START;

    private RunFixture(TrackingRoot root, int number) {
        this.root = root;
        this.id = id(number);
        this.uniqueId = "[test:" + number + "]";
    }

    public static String id(int number) {
        return String.format(Locale.ROOT, "%08x%024x", number * 0x9E3779B1, number);
    }

    public static RunFixture run(TrackingRoot root, int number) {
        try {
            root.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunFixture(root, number);
    }

    public static BuildFacts build(TrackingRoot root) {
        return new BuildFacts(
                BuildFacts.SCHEMA_VERSION,
                BUILD,
                MODULE,
                "1.0",
                root.base().toString(),
                START,
                "3.9.16",
                List.of("verify"),
                new BuildFacts.Ci("GitHub Actions", "https://github.com/o/r/actions/runs/7", "main", "ada"),
                List.of("org.example:lib:1"),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    public RunFixture experiment(String name) {
        experiment = name;
        return this;
    }

    public RunFixture outsideBuild() {
        build = null;
        module = null;
        return this;
    }

    public RunFixture build(String buildId) {
        build = buildId;
        return this;
    }

    public RunFixture module(String name) {
        module = name;
        return this;
    }

    public RunFixture attempt(int number, String test) {
        attempt = number;
        uniqueId = test;
        return this;
    }

    public RunFixture parent(String parentId) {
        parent = parentId;
        return this;
    }

    public RunFixture trial(int number) {
        trial = number;
        return this;
    }

    public RunFixture repeatOf(String run) {
        links = Map.of("repeatOf", run);
        return this;
    }

    public RunFixture live(String lock) {
        live = lock;
        return this;
    }

    public RunFixture startedAt(Instant time) {
        start = time;
        return this;
    }

    public RunFixture param(String name, Object value) {
        return event(new RunEvent.Param(name, ParamValue.of(value), Origin.USER));
    }

    public RunFixture metric(String name, double value) {
        return event(new RunEvent.Metric(name, value, null, 0, null));
    }

    public RunFixture metric(String name, double value, long step) {
        return event(new RunEvent.Metric(name, value, step, 0, "MINIMIZE"));
    }

    public RunFixture event(RunEvent event) {
        events.add(event);
        return this;
    }

    public RunRecord finished() {
        return ended(Status.FINISHED, Verdict.ACCEPTED);
    }

    public RunRecord ended(Status status, Verdict verdict) {
        events.add(new RunEvent.Finished(start.plusSeconds(1), status, verdict, null, null));
        return unfinished();
    }

    /** Without its end: running while its JVM lives, else interrupted. */
    public RunRecord unfinished() {
        RunEvent.Started started = new RunEvent.Started(
                RunEvent.SCHEMA_VERSION,
                start,
                id,
                experiment,
                experiment,
                null,
                parent,
                trial,
                null,
                attempt,
                module,
                "org.example.FrequencyIT",
                "frequency",
                uniqueId,
                build,
                null,
                new RunEvent.Author("Ada", null, "git"),
                live,
                links);
        try (Journal journal = Journal.open(root.run(id), started)) {
            events.forEach(journal::append);
        }
        return new JournalReader(root).read(root.run(id));
    }
}
