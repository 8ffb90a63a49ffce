package io.modeltracking.report;

import java.io.IOException;
import java.io.Writer;

/** The report for programs. Its schema is {@code report.schema.json}. */
final class JsonReport {

    static final int SCHEMA_VERSION = 1;

    private final ReportInput input;

    JsonReport(ReportInput input) {
        this.input = input;
    }

    void write(Writer out) throws IOException {
        JsonFields.write(out, this::write);
        out.write('\n');
    }

    private void write(JsonFields json) throws IOException {
        json.whole("schemaVersion", SCHEMA_VERSION);
        json.text("project", input.project());
        json.text("module", input.module());
        json.text("version", input.version());
        json.object("build", () -> {
            json.text("id", input.buildId());
            json.text("time", input.buildTime().toString());
            json.text("ciUrl", input.ciUrl());
            json.value("source", input.source());
            json.whole("seed", input.seed());
            json.text("ledgerHead", input.ledgerHead());
            json.text("reproduceCommand", input.reproduceCommand());
        });
        json.text("verdict", input.verdict().name());
        json.text("summary", BuildVerdict.sentence(input));
        json.array("warnings", input.warnings(), json::text);
        json.array("gates", input.gates(), gate -> gate(json, gate));
        new JsonChallenges(json).write(Challenge.of(input));
        new JsonChanges(json).write(input);
        json.array("experiments", ExperimentSummary.of(input), experiment -> experiment(json, experiment));
        json.array("studies", Studies.of(input.runs()).all(), new JsonReportStudy(json)::write);
        JsonReportRun runs = new JsonReportRun(json);
        Listing listing = input.listing();
        if (listing != null) {
            json.object("listing", () -> listing(json, listing));
        }
        json.array("runs", input.listed(), runs::write);
    }

    private void listing(JsonFields json, Listing listing) throws IOException {
        json.text("filter", listing.filter());
        json.text("order", listing.order());
        json.whole("limit", listing.limit());
        json.whole("listed", listing.runs().size());
        json.whole("hiddenByFilter", input.runs().size() - listing.matching());
        json.whole("hiddenByLimit", listing.matching() - listing.runs().size());
    }

    private static void gate(JsonFields json, GateLine gate) throws IOException {
        json.object(() -> {
            json.text("name", gate.name());
            json.text("rule", gate.rule());
            json.text("experiment", gate.experiment());
            json.text("metric", gate.metric());
            json.real("observed", gate.observed());
            json.real("min", gate.min());
            json.real("max", gate.max());
            json.text("verdict", gate.verdict().name());
            json.flag("passed", gate.passed());
            json.text("message", gate.message());
            json.text("run", gate.runId());
        });
    }

    private static void experiment(JsonFields json, ExperimentSummary experiment) throws IOException {
        json.object(() -> {
            json.text("name", experiment.name());
            json.text("model", experiment.model());
            json.whole("runs", experiment.runs());
            json.whole("accepted", experiment.accepted());
            json.whole("rejected", experiment.rejected());
            json.whole("failed", experiment.faults());
            json.whole("trials", experiment.trials());
            json.array("judged", experiment.judged(), json::text);
        });
    }
}
