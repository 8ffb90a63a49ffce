package io.modeltracking.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ledger event {@code RUN_RECORDED}: which runs a build found, and what their journals were. */
final class RunRecorded {

    static final String TYPE = "RUN_RECORDED";

    private RunRecorded() {}

    /** @param build null when runs are taken outside of any */
    static ObjectNode body(BuildFacts build, List<RunEntry> entries) {
        ObjectNode body = RunJson.mapper().createObjectNode();
        if (build != null) {
            put(body, "build", build.buildId());
            put(body, "module", build.module());
            put(body, "version", build.projectVersion());
            put(body, "started", build.started().toString());
            if (build.ci() != null) {
                ObjectNode ci = body.putObject("ci");
                put(ci, "provider", build.ci().provider());
                put(ci, "url", build.ci().url());
                put(ci, "branch", build.ci().branch());
                put(ci, "actor", build.ci().actor());
            }
        }
        ArrayNode runs = body.putArray("runs");
        for (RunEntry entry : entries) {
            ObjectNode run = runs.addObject();
            put(run, "run", entry.id());
            put(run, "experiment", entry.experiment());
            put(run, "build", entry.build());
            put(run, "status", entry.status().name().toLowerCase(Locale.ROOT));
            put(run, "journal", "sha256:" + entry.journal().sha256());
            put(run, "bytes", Long.toString(entry.journal().bytes()));
        }
        return body;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    static List<String> runs(LedgerEvent event) {
        List<String> ids = new ArrayList<>();
        event.body().path("runs").forEach(run -> ids.add(run.path("run").asText()));
        return ids;
    }

    static Optional<BuildFacts> build(LedgerEvent event) {
        JsonNode body = event.body();
        if (!Names.isRunId(body.path("build").asText())) {
            return Optional.empty();
        }
        JsonNode ci = body.get("ci");
        return Optional.of(new BuildFacts(
                BuildFacts.SCHEMA_VERSION,
                text(body, "build"),
                text(body, "module"),
                text(body, "version"),
                null,
                Instant.parse(text(body, "started")),
                null,
                List.of(),
                ci == null
                        ? null
                        : new BuildFacts.Ci(
                                text(ci, "provider"), text(ci, "url"), text(ci, "branch"), text(ci, "actor")),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null));
    }

    private static String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }
}
