package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.store.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether the journals are those whose hashes the ledger recorded. */
final class JournalCheck {

    private final LimitedReader reader;
    private final CheckLog log;

    JournalCheck(LimitedReader reader, CheckLog log) {
        this.reader = reader;
        this.log = log;
    }

    /** @param hashes of the dossier's files, by path */
    void check(Map<String, String> hashes, List<LedgerEvent> events, JsonNode evidence) {
        for (String kind : List.of("run", "study")) {
            String file = "evidence/" + kind + ".jsonl";
            String id = evidence.path(kind).asText();
            if (hashes.containsKey(file) && !id.isEmpty()) {
                recorded(events, id)
                        .reduce((earlier, later) -> later)
                        .ifPresentOrElse(
                                listed -> compare(file, listed),
                                () -> log.unchecked(file + ", as no event here recorded it"));
            }
        }
    }

    private static Stream<JsonNode> recorded(List<LedgerEvent> events, String id) {
        return events.stream()
                .filter(event -> event.type().equals("RUN_RECORDED"))
                .flatMap(event -> StreamSupport.stream(event.body().path("runs").spliterator(), false))
                .filter(run -> run.path("run").asText().equals(id));
    }

    /** A journal may have grown since it was recorded: its beginning counts. */
    private void compare(String file, JsonNode listed) {
        reader.document(file).ifPresent(bytes -> {
            long recorded = listed.path("bytes").asLong(-1);
            boolean same = recorded >= 0
                    && recorded <= bytes.length
                    && listed.path("journal")
                            .asText()
                            .equals("sha256:" + Sha256.of(Arrays.copyOf(bytes, (int) recorded)));
            if (same) {
                log.checked(file + " is the journal that the ledger recorded");
            } else {
                log.finding(file, "journal", "it is not the journal that the ledger recorded");
            }
        });
    }
}
