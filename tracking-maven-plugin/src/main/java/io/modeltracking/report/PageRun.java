package io.modeltracking.report;

import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.RunEvent.Failure;
import io.modeltracking.run.RunEvent.Metric;
import io.modeltracking.run.RunEvent.Param;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A run in the page, for when it is opened. */
final class PageRun {

    private static final int LINE = 300;
    private static final int PARAGRAPH = 4_000;
    private static final int STACK = 64_000;

    private final PageData data;

    PageRun(PageData data) {
        this.data = data;
    }

    void write(JsonFields json, ReportRun run) throws IOException {
        RunRecord record = run.record();
        json.object(() -> {
            identity(json, record.started());
            line(json, "rerun", run.command());
            json.array("params", record.params().values(), param -> param(json, param));
            json.array("metrics", MetricSeries.of(record), series -> metric(json, series));
            json.array("checks", record.checks(), check -> check(json, check));
            json.array("artifacts", record.artifacts(), artifact -> artifact(json, run, artifact));
            json.array(
                    "datasets",
                    record.datasets(),
                    dataset -> json.whole(data.datasets().get(dataset)));
            json.array(
                    "models",
                    record.models(),
                    model -> json.object(() -> {
                        line(json, "name", model.name());
                        line(json, "artifact", model.artifact());
                        line(json, "format", model.format());
                        line(json, "library", model.library());
                        line(json, "libraryVersion", model.libraryVersion());
                        json.whole("features", model.features().size());
                    }));
            json.array(
                    "seeds",
                    record.seeds(),
                    seed -> json.object(() -> {
                        line(json, "path", seed.path() == null ? null : String.join(" / ", seed.path()));
                        json.text("seed", Long.toString(seed.seed()));
                        json.text("root", Long.toString(seed.root()));
                        line(json, "version", seed.version());
                    }));
            looks(json, run);
            texts(json, record);
            if (!data.charts().shows(run)) {
                json.flag("listed", true);
            }
            json.whole("source", data.sources().get(run.source()));
            json.whole("environment", data.environments().get(run.environment()));
            failure(json, record.failure());
            json.array("children", data.children(data.number(record.id())), json::whole);
        });
    }

    private static void identity(JsonFields json, Started started) throws IOException {
        line(json, "testClass", started.testClass());
        line(json, "method", started.method());
        line(json, "uniqueId", started.uniqueId());
        line(json, "build", started.build());
        line(json, "ciUrl", started.ciUrl());
        json.text("repeat", started.repeat() == null ? null : started.repeat().toString());
        if (started.author() != null) {
            line(json, "author", started.author().name());
            line(json, "email", started.author().email());
            line(json, "authorSource", started.author().source());
        }
        json.array(
                "links",
                started.links().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                link -> {
                    json.array(() -> {
                        json.text(Texts.line(link.getKey(), LINE));
                        json.text(Texts.line(link.getValue(), LINE));
                    });
                });
    }

    private static void line(JsonFields json, String name, String text) throws IOException {
        json.text(name, text == null ? null : Texts.line(text, LINE));
    }

    private static void param(JsonFields json, Param param) throws IOException {
        json.object(() -> {
            line(json, "name", param.name());
            json.text("value", Texts.visible(param.value().text(), PARAGRAPH));
            json.text("type", param.value().type());
            json.text("origin", JsonReportRun.origin(param));
        });
    }

    private void metric(JsonFields json, MetricSeries series) throws IOException {
        json.object(() -> {
            line(json, "name", series.name());
            json.real("last", series.last());
            int count = series.values().size();
            line(json, "direction", series.direction());
            json.whole("count", count);
            if (count > 1) {
                json.real("first", series.first());
                json.real("min", series.min());
                json.real("max", series.max());
                List<Metric> shown = series.thinned(data.points());
                json.array("values", shown, metric -> json.real(metric.value()));
                if (shown.get(0).step() != null) {
                    json.array("steps", shown, metric -> json.whole(metric.step() == null ? 0 : metric.step()));
                }
            }
        });
    }

    private static void check(JsonFields json, Check check) throws IOException {
        json.object(() -> {
            line(json, "rule", check.rule());
            line(json, "metric", check.metric());
            json.real("observed", check.observed());
            if (check.observed() != null) {
                json.text("shown", Figures.against(check.observed(), check.min(), check.max()));
            }
            json.real("min", check.min());
            json.real("max", check.max());
            json.text("verdict", check.verdict().name());
            line(json, "message", check.message());
        });
    }

    private void artifact(JsonFields json, ReportRun run, Artifact artifact) throws IOException {
        json.object(() -> {
            line(json, "name", artifact.name());
            json.text("href", Links.to(data.directory(), run.artifacts(), artifact.name()));
            if (data.charts().shows(run)) {
                content(json, run, artifact);
            }
            json.array("containsData", artifact.containsData(), name -> json.text(Texts.line(name, LINE)));
        });
    }

    /** Trials that did not win have a line of the files alone: there are thousands. */
    private void content(JsonFields json, ReportRun run, Artifact artifact) throws IOException {
        line(json, "mediaType", artifact.mediaType());
        json.text("size", Figures.bytes(artifact.size()));
        line(json, "sha256", artifact.sha256());
        Charts.OfRun charts = data.charts().of(run);
        json.text("refused", charts.refused().get(artifact.name()));
        Pictures.Picture picture = data.pictures().of(artifact);
        if (picture != null && !charts.replaces(artifact.name())) {
            json.whole("picture", picture.number());
            json.text("pictureType", picture.mediaType());
        }
    }

    /** Pairs of a data set that is held out, and how often it has been looked at. */
    static void looks(JsonFields json, ReportRun run) throws IOException {
        json.array(
                "looks",
                run.looks().entrySet(),
                look -> json.array(() -> {
                    json.text(Texts.line(look.getKey(), LINE));
                    json.whole(look.getValue());
                }));
    }

    private static void texts(JsonFields json, RunRecord record) throws IOException {
        json.array(
                "tags",
                record.tags().entrySet(),
                tag -> json.array(() -> {
                    json.text(Texts.line(tag.getKey(), LINE));
                    json.text(Texts.visible(tag.getValue(), PARAGRAPH));
                }));
        NoteTree notes = new NoteTree(json);
        json.array("notes", record.notes(), notes::write);
        json.array(
                "warnings",
                record.warnings(),
                warning -> json.text(Texts.line(String.valueOf(warning.message()), LINE)));
        json.array("problems", record.problems(), problem -> json.text(Texts.line(problem, LINE)));
    }

    private static void failure(JsonFields json, Failure failure) throws IOException {
        if (failure != null) {
            json.object("failure", () -> {
                line(json, "type", failure.type());
                json.text("message", failure.message() == null ? null : Texts.visible(failure.message(), PARAGRAPH));
                json.text("stack", failure.stack() == null ? null : Texts.visible(failure.stack(), STACK));
            });
        }
    }
}
