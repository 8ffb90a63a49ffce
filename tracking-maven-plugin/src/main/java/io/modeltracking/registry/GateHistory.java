package io.modeltracking.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.gate.Goalpost;
import io.modeltracking.gate.Goalposts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bounds of the POM's gates, as {@code RUN_RECORDED} events have them of each build. */
final class GateHistory {

    private static final String GATES = "gates";
    private static final String COMMIT = "commit";

    private GateHistory() {}

    static void write(ObjectNode body, List<Goalpost> posts, Optional<String> commit) {
        commit.ifPresent(known -> body.put(COMMIT, known));
        ArrayNode gates = body.putArray(GATES);
        for (Goalpost post : posts) {
            gates.addObject()
                    .put("experiment", post.experiment())
                    .put("subject", post.subject())
                    .put(post.max() ? "max" : "min", post.limit());
        }
    }

    /** The bounds that were last written of a module; none where none ever were. */
    static List<Goalpost> last(List<LedgerEvent> events, String module) {
        List<Goalposts> builds = of(events, module);
        return builds.isEmpty() ? List.of() : builds.get(builds.size() - 1).posts();
    }

    /** A module's bounds, the oldest first; builds that do not know of gates are left out. */
    static List<Goalposts> of(List<LedgerEvent> events, String module) {
        List<Goalposts> builds = new ArrayList<>();
        for (LedgerEvent event : events) {
            JsonNode body = event.body();
            if (event.type().equals(RunRecorded.TYPE)
                    && body.has(GATES)
                    && body.path("module").asText().equals(module)) {
                builds.add(new Goalposts(
                        started(event), body.path(COMMIT).asText(null), true, posts(event, body.path(GATES))));
            }
        }
        return builds;
    }

    private static Instant started(LedgerEvent event) {
        try {
            return Instant.parse(event.body().path("started").asText());
        } catch (DateTimeParseException e) {
            throw unreadable(event, e);
        }
    }

    private static List<Goalpost> posts(LedgerEvent event, JsonNode gates) {
        List<Goalpost> posts = new ArrayList<>();
        for (JsonNode gate : gates) {
            boolean max = gate.has("max");
            try {
                posts.add(new Goalpost(
                        gate.path("experiment").asText(),
                        gate.path("subject").asText(),
                        max,
                        gate.path(max ? "max" : "min").asText()));
            } catch (NumberFormatException e) {
                throw unreadable(event, e);
            }
        }
        return posts;
    }

    private static LedgerException unreadable(LedgerEvent event, RuntimeException cause) {
        return new LedgerException(
                "Event " + event.seq() + " of the ledger has a build's start or a gate's bound that no plugin wrote ("
                        + cause.getMessage() + "). Restore the ledger from a backup",
                cause);
    }
}
