package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.LedgerEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as an event {@code RUN_RECORDED} lists it.
 *
 * @param event number of the event
 * @param journal {@code sha256:} and the hash of the journal
 * @param bytes that the hash is of, as text
 */
record ListedRun(long event, String id, String experiment, String status, String journal, String bytes) {

    private static final String TYPE = "RUN_RECORDED";

    /** Those of an event; none of another type. */
    static List<ListedRun> of(LedgerEvent event) {
        List<ListedRun> runs = new ArrayList<>();
        if (event.type().equals(TYPE)) {
            for (JsonNode run : event.body().path("runs")) {
                runs.add(new ListedRun(
                        event.seq(),
                        run.path("run").asText(),
                        run.path("experiment").asText(),
                        run.path("status").asText(),
                        run.path("journal").asText(),
                        run.path("bytes").asText()));
            }
        }
        return runs;
    }
}
