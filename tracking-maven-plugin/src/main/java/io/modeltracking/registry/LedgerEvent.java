package io.modeltracking.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.Sha256;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * One line of the ledger.
 *
 * @param seq from 1
 * @param type {@code RUN_RECORDED}, …
 * @param body the type's own fields; numbers are text
 * @param prev hash of the event before, {@link #NO_HASH} for the first
 * @param hash {@code sha256:} and the SHA-256 of the canonical JSON of everything else
 */
public record LedgerEvent(long seq, Instant time, String type, ObjectNode body, String prev, String hash) {

    /** Stands for the hash before the first event. */
    public static final String NO_HASH = "sha256:" + "0".repeat(64);

    static LedgerEvent of(long seq, Instant time, String type, ObjectNode body, String prev) {
        return new LedgerEvent(seq, time, type, body, prev, hash(node(seq, time, type, body, prev)));
    }

    /** The same with a signature in its body, which the hash covers. */
    LedgerEvent signed(EventSigner signer) {
        ObjectNode whole = body.deepCopy().put(EventSigner.FIELD, signer.sign(signedText()));
        return of(seq, time, type, whole, prev);
    }

    /** What a signature is made of: the canonical JSON of all but hash and signature. */
    String signedText() {
        ObjectNode node = node(seq, time, type, body, prev);
        node.remove(EventSigner.FIELD);
        return CanonicalJson.write(node);
    }

    /** Canonical JSON, without a line end. */
    public String line() {
        return CanonicalJson.write(node(seq, time, type, body, prev).put("hash", hash));
    }

    /**
     * Reads a line and checks its hash.
     *
     * @throws LedgerException when it is no event, or was changed after it was written
     */
    static LedgerEvent parse(String line, String where) {
        try {
            JsonNode node = RunJson.mapper().readTree(line);
            if (!(node instanceof ObjectNode object) || !object.path("type").isTextual()) {
                throw new LedgerException(where + " is no event. Restore the ledger from a backup");
            }
            String hash = object.path("hash").asText();
            object.remove("hash");
            if (!hash.equals(hash(object))) {
                throw new LedgerException(
                        where + " was changed after it was written. Restore the ledger from a backup");
            }
            long seq = Long.parseLong(object.path("seq").asText());
            Instant time = Instant.parse(object.path("ts").asText());
            String type = object.path("type").asText();
            String prev = object.path("prev").asText();
            object.remove(List.of("seq", "ts", "type", "prev"));
            return new LedgerEvent(seq, time, type, object, prev, hash);
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            throw new LedgerException(
                    where + " is no event (" + e.getMessage() + "). Restore the ledger from a backup", e);
        }
    }

    private static ObjectNode node(long seq, Instant time, String type, ObjectNode body, String prev) {
        ObjectNode node = body.deepCopy();
        return node.put("seq", Long.toString(seq))
                .put("ts", time.toString())
                .put("type", type)
                .put("prev", prev);
    }

    private static String hash(ObjectNode withoutHash) {
        return "sha256:" + Sha256.of(CanonicalJson.write(withoutHash));
    }
}
