package io.modeltracking.report;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Change;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.registry.RegisteredModel;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.Stage;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A report whose every text wants to be something else: markup, a script, a table's cell, another line. */
final class HostileProject {

    static final String ATTACK = "</script><script>window.owned=1</script><img src=x onerror=\"window.owned=1\">"
            + "<svg onload='window.owned=1'>|`[x](javascript:window.owned=1)![y](http://tracker.example/y.png)\n# heading\r\n"
            + "--> {{7*7}} ${7*7} \"quoted\" @somebody \u0000\u0007\u202e\u2066\ud800 =1+1";

    private HostileProject() {}

    static ReportInput input(Path directory, String text) {
        TrackingRoot root = TrackingRoot.find(directory, directory.toString());
        String hash = "f".repeat(64);
        SourceState source = new SourceState(
                text,
                text,
                text,
                text,
                text,
                text,
                true,
                true,
                text,
                hash,
                List.of(new SourceState.OverlayFile(text, text, hash, 1)),
                false);
        EnvironmentState environment = new EnvironmentState(
                text,
                text,
                text,
                text,
                text,
                text,
                text,
                1,
                1,
                text,
                text,
                text,
                List.of(text),
                Map.of(text, text),
                List.of(new EnvironmentState.Entry(text, text, 1L)));
        RunEvent.Started started = new RunEvent.Started(
                1,
                MotorProject.START,
                "ab".repeat(16),
                text,
                text,
                text,
                null,
                1,
                2L,
                1,
                text,
                text,
                text,
                text,
                text,
                "javascript:window.owned=1",
                new RunEvent.Author(text, text, text),
                text,
                Map.of(text, text));
        DatasetRecord dataset = new DatasetRecord(
                text,
                text,
                text,
                text,
                text,
                1L,
                List.of(new DatasetRecord.Column(text, text, text, 0, text, text, Double.NaN, null)),
                new DatasetRecord.Source(text, text, 1L, text, List.of(text)),
                List.of(text),
                text);
        RunRecord run = new RunRecord(
                started,
                Status.BROKEN,
                MotorProject.START,
                null,
                text,
                new RunEvent.Failure(text, text, text),
                Map.of(text, new RunEvent.Param(text, ParamValue.of(text), Origin.USER)),
                List.of(
                        new RunEvent.Metric(text, 1.0, 1L, 0, text),
                        new RunEvent.Metric(text, Double.NaN, 2L, 0, null)),
                Map.of(text, text),
                List.of(text, "<b>bold</b> [ok](https://example.org) [bad](javascript:window.owned=1)"),
                List.of(new RunEvent.Artifact("../../" + text.replace('\0', ' '), text, 1, hash, List.of(text))),
                List.of(dataset),
                List.of(new RunEvent.Model(text, text, text, 1, text, List.of(), text, text)),
                Map.of(),
                List.of(new RunEvent.Seed(text, 1, List.of(text), 2)),
                List.of(new RunEvent.Check(
                        text, text, text, Double.POSITIVE_INFINITY, null, 1.0, null, Verdict.REJECTED, text)),
                List.of(new RunEvent.Warning(text, text)),
                List.of(text));
        return new ReportInput(
                text,
                text,
                text,
                text,
                MotorProject.START,
                "javascript:window.owned=1",
                source,
                root,
                List.of(new ReportRun(
                        run,
                        source,
                        environment,
                        directory.resolve("artifacts"),
                        true,
                        Map.of(name(text), 1),
                        new BuildState(text, List.of(text), List.of(text), new TreeMap<>(Map.of(name(text), text))))),
                List.of(new GateLine(text, text, text, text, Double.NaN, 0.0, 1.0, false, text, run.id())),
                BuildVerdict.FAILED,
                List.of(text),
                1L,
                text,
                text,
                past(text, run.id()),
                new Listing(text, text, 1, 1, List.of(run.id())));
    }

    /** The same run under another id. */
    static ReportRun again(ReportRun run, String id) {
        RunEvent.Started s = run.record().started();
        RunEvent.Started started = new RunEvent.Started(
                1,
                s.time(),
                id,
                s.experiment(),
                s.model(),
                s.name(),
                run.record().id(),
                2,
                s.repeat(),
                2,
                s.module(),
                s.testClass(),
                s.method(),
                s.uniqueId(),
                s.build(),
                s.ciUrl(),
                s.author(),
                s.live(),
                s.links());
        RunRecord r = run.record();
        RunRecord record = new RunRecord(
                started,
                r.status(),
                r.end(),
                r.verdict(),
                r.reason(),
                r.failure(),
                r.params(),
                r.metrics(),
                r.tags(),
                r.notes(),
                r.artifacts(),
                r.datasets(),
                r.models(),
                r.facts(),
                r.seeds(),
                r.checks(),
                r.warnings(),
                r.problems());
        return new ReportRun(record, run.source(), run.environment(), run.artifacts(), false);
    }

    /** Longer names no reader of JSON takes. */
    private static String name(String text) {
        return text.substring(0, Math.min(1_000, text.length()));
    }

    private static Past past(String text, String run) {
        String name = name(text);
        Actor actor = new Actor(text, text, text);
        Evidence evidence = new Evidence(
                run,
                text,
                text,
                1,
                text,
                List.of(new Evidence.Considered(text, text, text, text)),
                List.of(new Evidence.File(text, text, 1)),
                List.of(new Evidence.Data(text, text, text)),
                text,
                text,
                true,
                text,
                text,
                List.of(new Evidence.Verdict(text, text, false)),
                List.of(actor),
                Map.of("owner", text, name, text),
                List.of());
        List<Change> history = List.of(
                change(1, new ModelEvent.Register(text, 1, actor, text, evidence)),
                change(2, new ModelEvent.Promote(text, 1, Stage.NONE, Stage.PRODUCTION, actor, actor, text)));
        ModelVersion version = new ModelVersion(text, 1, Stage.PRODUCTION, evidence, text, Map.of(name, text), history);
        RegisteredModel model =
                new RegisteredModel(text, List.of(version), List.of(1), List.of(), text, Map.of(name, text), List.of());
        return new Past(
                new Registry(new TreeMap<>(Map.of(text, model)), List.of(), text),
                Map.of(),
                List.of(
                        new EarlierRun(text, text, text, text, MotorProject.START, text, Map.of(name, 1.0)),
                        new EarlierRun(text, text, text + 2, text, MotorProject.START, text, Map.of(name, 2.0))));
    }

    private static Change change(long seq, ModelEvent event) {
        return new Change(seq, MotorProject.START, event);
    }
}
