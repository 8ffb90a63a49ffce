package io.modeltracking.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BuildFacts;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

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
        return with(body, entries);
    }

    /** The same with other runs. */
    static ObjectNode with(ObjectNode told, List<RunEntry> entries) {
        ObjectNode body = told.deepCopy();
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

    /** Why a run's journal is not what the ledger recorded; empty where it is, and where the ledger has not listed it. */
    static Optional<String> change(List<LedgerEvent> events, TrackingRoot root, String id) {
        return events.stream()
                .filter(event -> event.type().equals(TYPE))
                .flatMap(event -> StreamSupport.stream(event.body().path("runs").spliterator(), false)
                        .filter(run -> run.path("run").asText().equals(id))
                        .map(run -> change(event.seq(), run, root.run(id).resolve(JournalReader.FILE))))
                .reduce((earlier, later) -> later)
                .flatMap(found -> found);
    }

    private static Optional<String> change(long seq, JsonNode listed, Path journal) {
        String recorded = listed.path("journal").asText();
        try {
            String now = "sha256:"
                    + Sha256.of(journal, Long.parseLong(listed.path("bytes").asText()));
            return now.equals(recorded)
                    ? Optional.empty()
                    : Optional.of(journal + " was changed after it was recorded (event " + seq + " of the ledger has "
                            + recorded + ", it is " + now + "). Restore it from a backup");
        } catch (IOException | NumberFormatException e) {
            return Optional.of(journal + " is not what event " + seq + " of the ledger recorded (" + e.getMessage()
                    + "). Restore it from a backup");
        }
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
