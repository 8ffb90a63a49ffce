package io.modeltracking.report;

import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Author;
import io.modeltracking.run.RunRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The block that the page reads first: the verdict, the gates, and the table of runs by columns. */
final class PageIndex {

    private static final int NAME = 250;
    private static final int LINE = 300;
    private static final int VALUE = 200;

    private final PageData data;
    private final ReportInput input;

    PageIndex(PageData data) {
        this.data = data;
        this.input = data.input();
    }

    void write(JsonFields json) throws IOException {
        json.whole("schemaVersion", 1);
        json.whole("chunk", PageData.CHUNK);
        build(json);
        json.array("warnings", Warnings.of(input), warning -> json.text(Texts.line(warning, 2 * LINE)));
        json.array("gates", input.gates(), gate -> gate(json, gate));
        List<Challenge> challenges = Challenge.of(input);
        new JsonChallenges(json).write(challenges);
        json.array("looks", looks(challenges), run -> looks(json, run));
        json.array("obstacles", Challenge.obstacles(challenges), text -> json.text(Texts.line(text, 2 * LINE)));
        JsonChanges changes = new JsonChanges(json);
        changes.write(input);
        changes.trends(Trends.of(input));
        json.array("experiments", ExperimentSummary.of(input), experiment -> experiment(json, experiment));
        json.array("studies", data.studies(), study -> study(json, study));
        Listing listing = input.listing();
        if (listing != null) {
            json.object("listing", () -> {
                line(json, "sentence", listing.sentence(input.runs().size(), text -> Texts.line(text, LINE)));
                json.array(
                        "runs",
                        input.listed(),
                        run -> json.whole(data.number(run.record().id())));
            });
        }
        json.object("runs", () -> runs(json));
        Columns columns = new Columns(json, input.runs());
        columns.group("params", PageIndex::params, value -> param(json, value), values -> {});
        columns.group("metrics", PageIndex::metrics, value -> json.real(value.last()), values -> {
            for (MetricSeries series : values) {
                if (series.direction() != null) {
                    json.text("direction", Texts.line(series.direction(), LINE));
                    return;
                }
            }
        });
    }

    private void build(JsonFields json) throws IOException {
        line(json, "project", input.project());
        line(json, "module", input.module());
        line(json, "version", input.version());
        line(json, "build", input.buildId());
        json.text("time", input.buildTime().toString());
        line(json, "ciUrl", input.ciUrl());
        line(json, "seed", input.seed() == null ? null : input.seed().toString());
        line(json, "ledgerHead", input.ledgerHead());
        line(json, "reproduce", input.reproduceCommand());
        if (input.source() != null) {
            line(json, "commit", input.source().commit());
            line(json, "branch", input.source().branch());
            json.flag("dirty", input.source().dirty());
        }
        json.text("verdict", input.verdict().name());
        json.text("words", input.verdict().words());
        json.text("sentence", BuildVerdict.sentence(input));
    }

    private static void line(JsonFields json, String name, String text) throws IOException {
        json.text(name, text == null ? null : Texts.line(text, LINE));
    }

    private void gate(JsonFields json, GateLine gate) throws IOException {
        json.object(() -> {
            line(json, "name", gate.name());
            line(json, "rule", gate.rule());
            line(json, "experiment", gate.experiment());
            line(json, "metric", gate.metric());
            json.real("observed", gate.observed());
            json.text("shown", gate.shown());
            json.real("min", gate.min());
            json.real("max", gate.max());
            json.text("verdict", gate.verdict().name());
            json.flag("passed", gate.passed());
            line(json, "message", gate.message());
            json.whole("run", data.number(gate.runId()));
        });
    }

    private static List<ReportRun> looks(List<Challenge> judged) {
        return judged.stream()
                .map(Challenge::challenger)
                .filter(run -> !run.looks().isEmpty())
                .toList();
    }

    private void looks(JsonFields json, ReportRun run) throws IOException {
        json.object(() -> {
            json.whole("run", data.number(run.record().id()));
            PageRun.looks(json, run);
        });
    }

    private void experiment(JsonFields json, ExperimentSummary experiment) throws IOException {
        json.object(() -> {
            line(json, "name", experiment.name());
            line(json, "model", experiment.model());
            json.whole("runs", experiment.runs());
            json.whole("accepted", experiment.accepted());
            json.whole("rejected", experiment.rejected());
            json.whole("failed", experiment.faults());
            json.whole("trials", experiment.trials());
            json.whole("others", experiment.others());
            json.array("judged", experiment.judged(), id -> json.whole(data.number(id)));
        });
    }

    private void study(JsonFields json, Study study) throws IOException {
        json.object(() -> {
            json.whole("run", data.number(study.run().record().id()));
            line(json, "metric", study.objective().metric());
            line(json, "direction", study.objective().direction());
            line(json, "sampler", study.run().record().tags().get("search.sampler"));
            line(json, "planned", study.run().record().tags().get("search.trials"));
            json.array(
                    "members",
                    study.trials().stream().filter(trial -> trial.run() != null).toList(),
                    trial -> json.whole(data.number(trial.runId())));
            json.whole("trials", study.trials().size());
            json.whole("better", study.rejectedThoughBetter().size());
            StudyTrial winner = study.winningTrial();
            json.whole("winner", study.winner() == null ? null : study.winner().trial());
            json.whole("winnerRun", winner == null || winner.run() == null ? null : data.number(winner.runId()));
            json.real("best", study.winner() == null ? null : study.winner().objective());
        });
    }

    private void runs(JsonFields json) throws IOException {
        Columns columns = new Columns(json, input.runs());
        json.array("id", input.runs(), run -> json.text(run.record().id()));
        columns.texts("outcome", NAME, run -> run.outcome().name());
        columns.texts("status", NAME, run -> run.record().status().name());
        columns.texts("experiment", NAME, run -> run.record().experiment());
        columns.texts("model", NAME, run -> run.record().started().model());
        columns.texts("name", NAME, run -> run.record().started().name());
        columns.texts("module", NAME, run -> run.record().started().module());
        columns.texts("reason", LINE, run -> run.record().reason());
        columns.texts("author", NAME, run -> author(run.record().started().author()));
        columns.texts(
                "commit",
                NAME,
                run -> run.source() == null ? null : run.source().commit());
        columns.texts(
                "branch",
                NAME,
                run -> run.source() == null ? null : run.source().branch());
        columns.wholes(
                "dirty", run -> run.source() == null ? null : run.source().dirty() ? 1 : 0);
        columns.wholes("outside", run -> run.outsideBuild() ? 1 : 0);
        columns.wholes("start", run -> run.record().started().time().toEpochMilli());
        columns.wholes("millis", run -> millis(run.record()));
        columns.wholes("trial", run -> run.record().started().trial());
        columns.texts("repeat", NAME, run -> repeat(run.record().started().repeat()));
        columns.wholes("attempt", run -> run.record().started().attempt());
        columns.wholes("parent", run -> data.number(run.record().started().parent()));
        columns.wholes("warnings", run -> run.record().warnings().size());
    }

    private static Long millis(RunRecord run) {
        return run.end() == null
                ? null
                : Duration.between(run.started().time(), run.end()).toMillis();
    }

    private static String repeat(Long seed) {
        return seed == null ? null : seed.toString();
    }

    private static String author(Author author) {
        if (author == null) {
            return null;
        }
        return author.name() == null ? author.email() : author.name();
    }

    private static Map<String, ParamValue> params(ReportRun run) {
        Map<String, ParamValue> values = new LinkedHashMap<>();
        run.record().params().forEach((name, param) -> values.put(name, param.value()));
        return values;
    }

    private static Map<String, MetricSeries> metrics(ReportRun run) {
        Map<String, MetricSeries> values = new LinkedHashMap<>();
        MetricSeries.of(run.record()).forEach(series -> values.put(series.name(), series));
        return values;
    }

    /** A script has no whole numbers beyond 2^53: those go as text, with the other texts. */
    static void param(JsonFields json, ParamValue value) throws IOException {
        if (value instanceof ParamValue.RealValue real) {
            json.real(real.value());
        } else if (value instanceof ParamValue.IntegerValue whole
                && whole.value().bitLength() <= 53) {
            json.whole(whole.value().longValue());
        } else if (value instanceof ParamValue.BooleanValue truth) {
            json.value(truth.value());
        } else {
            json.text(Texts.line(value.text(), VALUE));
        }
    }
}
