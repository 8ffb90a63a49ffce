package io.modeltracking.report;

import java.io.IOException;

/** The experiments of a build against earlier ones, for programs and for the page. */
final class JsonChanges {

    private static final int LINE = 300;

    private final JsonFields json;

    JsonChanges(JsonFields json) {
        this.json = json;
    }

    void write(ReportInput input) throws IOException {
        json.array(
                "changes",
                ExperimentChange.of(input),
                change -> json.object(() -> {
                    line("experiment", change.experiment());
                    json.text("state", change.state().name());
                    line(
                            "build",
                            change.earlier() == null ? null : change.earlier().build());
                    json.text(
                            "run",
                            change.run() == null ? null : change.run().record().id());
                    json.array(
                            "metrics",
                            change.metrics(),
                            metric -> json.object(() -> {
                                line("name", metric.name());
                                json.real("before", metric.before());
                                json.real("now", metric.now());
                                json.text("sense", metric.sense());
                            }));
                }));
    }

    /** Lines over builds: by metric, each with the numbers of builds and the values. */
    void trends(Trends trends) throws IOException {
        json.object("trends", () -> {
            json.array(
                    "builds",
                    trends.builds(),
                    build -> json.object(() -> {
                        line("id", build.id());
                        line("branch", build.branch());
                    }));
            json.array(
                    "metrics",
                    trends.metrics(),
                    trend -> json.object(() -> {
                        line("name", trend.metric());
                        json.array(
                                "lines",
                                trend.lines(),
                                line -> json.object(() -> {
                                    line("experiment", line.experiment());
                                    line("branch", line.branch());
                                    json.array("builds", line.values().keySet(), json::whole);
                                    json.array("values", line.values().values(), (Double value) -> json.real(value));
                                }));
                    }));
        });
    }

    private void line(String name, String text) throws IOException {
        json.text(name, text == null ? null : Texts.line(text, LINE));
    }
}
