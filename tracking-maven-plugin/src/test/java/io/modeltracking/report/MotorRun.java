package io.modeltracking.report;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.DatasetRecord.Column;
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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one run's journal, as the extension would. */
final class MotorRun {
    private final TrackingRoot root;
    private final String id;
    private final String experiment;
    private final Instant start;
    private final List<RunEvent> events = new ArrayList<>();
    private String parent;
    private Integer trial;
    private Long repeat;
    private String name;
    private String build = "118";
    private boolean ended;

    MotorRun(TrackingRoot root, String experiment, int number) {
        this.root = root;
        this.experiment = experiment;
        this.id = MotorProject.hex64(experiment + number).substring(0, 32);
        this.start = MotorProject.START.plusSeconds(number * 7L);
        for (String kind : new String[] {"TRAIN", "VALIDATION"}) {
            events.add(new RunEvent.Data(dataset(kind)));
        }
        events.add(new RunEvent.Seed("seed/v1", 42, List.of("shared", "split"), 7_046_029_254_386_353_131L));
    }

    String id() {
        return id;
    }

    MotorRun trial(String study, int number) {
        parent = study;
        trial = number;
        return this;
    }

    /** A part of a trial: one of its repeats, or a fold. */
    MotorRun part(String of, String partName, Long seed) {
        parent = of;
        name = partName;
        repeat = seed;
        return this;
    }

    MotorRun build(String number) {
        build = number;
        return this;
    }

    MotorRun param(String name, Object value, Origin origin) {
        events.add(new RunEvent.Param(name, ParamValue.of(value), origin));
        return this;
    }

    MotorRun metric(String name, double value) {
        String direction = name.contains("deviance") ? "MINIMIZE" : name.contains("gini") ? "MAXIMIZE" : null;
        events.add(new RunEvent.Metric(name, value, null, start.toEpochMilli(), direction));
        return this;
    }

    MotorRun boosted(double train, double validation, int rounds) {
        for (int round = 1; round <= rounds; round++) {
            double left = Math.exp(-round / 30.0);
            curve("xgboost.train.poisson-nloglik", round, 0.35 * train + 0.02 * left);
            curve("xgboost.validation.poisson-nloglik", round, 0.35 * validation + 0.018 * left);
        }
        metric("train.poisson_deviance.per_exposure", train);
        metric(MotorProject.DEVIANCE, validation);
        return metric("validation.actual_expected", 1.0037);
    }

    private void curve(String name, int step, double value) {
        events.add(new RunEvent.Metric(name, value, (long) step, start.toEpochMilli() + step, "MINIMIZE"));
    }

    MotorRun note(String markdown) {
        events.add(new RunEvent.Note(markdown));
        return this;
    }

    MotorRun tag(String name, String value) {
        events.add(new RunEvent.Tag(name, value));
        return this;
    }

    MotorRun event(RunEvent event) {
        events.add(event);
        return this;
    }

    MotorRun accept(String rule, String metric, Double observed, Double min, Double max) throws IOException {
        events.add(new RunEvent.Check(rule, "metric", metric, observed, min, max, 0.0, Verdict.ACCEPTED, null));
        return finish(Status.FINISHED, Verdict.ACCEPTED, null);
    }

    MotorRun reject(String rule, double observed, double max, String message) {
        events.add(new RunEvent.Check(
                rule, "gap", null, observed, null, max, observed / max - 1, Verdict.REJECTED, message));
        return this;
    }

    MotorRun finish(Status status, Verdict verdict, String reason) {
        events.removeIf(event -> event instanceof RunEvent.Finished);
        events.add(new RunEvent.Finished(start.plusMillis(5_513), status, verdict, reason, null));
        ended = true;
        return this;
    }

    MotorRun broken(String type, String message) {
        String stack = type + ": " + message + "\n\tat org.example.SeverityIT.gamma(SeverityIT.java:41)\n"
                + "\tat java.base/java.lang.reflect.Method.invoke(Method.java:569)\n";
        events.add(new RunEvent.Finished(
                start.plusMillis(801), Status.BROKEN, null, message, new RunEvent.Failure(type, message, stack)));
        ended = true;
        return this;
    }

    MotorRun interrupted() {
        events.add(new RunEvent.Warning("autolog-off", "Autolog was off: the JVM does not allow agents to attach"));
        ended = true;
        return this;
    }

    MotorRun artifact(String name, String mediaType, byte[] content) throws IOException {
        Path file = root.run(id).resolveSibling("pending-" + id).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        events.add(new RunEvent.Artifact(name, mediaType, content.length, MotorProject.sha256(content), List.of()));
        return this;
    }

    MotorRun picture(String name) throws IOException {
        try (InputStream in = MotorProject.class.getResourceAsStream("lift_chart.png")) {
            return artifact(name, "image/png", in.readAllBytes());
        }
    }

    RunRecord close() throws IOException {
        if (!ended) {
            finish(Status.FINISHED, null, null);
        }
        Path folder = root.run(id);
        RunEvent.Started started = new RunEvent.Started(
                RunEvent.SCHEMA_VERSION,
                start,
                id,
                experiment,
                "motor-frequency",
                name,
                parent,
                trial,
                repeat,
                1,
                MotorProject.MODULE,
                "org.example.FrequencyExperimentsIT",
                "frequency",
                "[engine:junit-jupiter]/[class:org.example.FrequencyExperimentsIT]/[method:" + id + "]",
                build,
                "https://ci.example.org/jobs/118",
                new RunEvent.Author("A. Actuary", "actuary@example.org", "git"),
                null,
                Map.of());
        try (Journal journal = Journal.open(folder, started)) {
            // The end stands last, whatever came after it here.
            events.stream()
                    .filter(event -> !(event instanceof RunEvent.Finished))
                    .forEach(journal::append);
            events.stream().filter(RunEvent.Finished.class::isInstance).forEach(journal::append);
        }
        Path pending = folder.resolveSibling("pending-" + id);
        if (Files.exists(pending)) {
            Files.move(pending, folder.resolve("artifacts"));
        }
        return new JournalReader(root).read(folder);
    }

    private static DatasetRecord dataset(String role) {
        long rows = role.equals("TRAIN") ? 610_212 : 67_801;
        return new DatasetRecord(
                role.toLowerCase(Locale.ROOT),
                role,
                MotorProject.hex64("freMTPL2freq"),
                MotorProject.hex64(role),
                "table/v1",
                rows,
                List.of(
                        new Column(
                                "IDpol",
                                "integer",
                                MotorProject.hex64("IDpol" + role),
                                0,
                                "1",
                                "6114330",
                                2621856.9,
                                null),
                        new Column("ClaimNb", "integer", MotorProject.hex64("ClaimNb" + role), 0, "0", "4", 0.0532, 5L),
                        new Column(
                                "Exposure",
                                "real",
                                MotorProject.hex64("Exposure" + role),
                                0,
                                "0.0027397",
                                "1",
                                0.5287,
                                187L),
                        new Column(
                                "VehBrand", "text", MotorProject.hex64("VehBrand" + role), 12, "B1", "B6", null, 11L)),
                new DatasetRecord.Source("file", "data/portfolio.csv.gz", 4_812_331L, null, List.of()),
                List.of("IDpol"),
                null);
    }
}
