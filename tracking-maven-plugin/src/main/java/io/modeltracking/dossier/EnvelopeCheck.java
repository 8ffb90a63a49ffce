package io.modeltracking.dossier;

import io.modeltracking.registry.PublicKeys;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Whether the signed statement is the one that everybody reads, and who signed it. */
final class EnvelopeCheck {

    static final String FILE = ProvenanceStatement.SIGNED;

    private final LimitedReader reader;
    private final PublicKeys keys;
    private final CheckLog log;

    EnvelopeCheck(LimitedReader reader, PublicKeys keys, CheckLog log) {
        this.reader = reader;
        this.keys = keys;
        this.log = log;
    }

    /** @param signed whether there is an envelope */
    void check(byte[] statement, boolean signed) {
        if (signed) {
            reader.document(FILE).ifPresent(bytes -> envelope(bytes, statement));
        } else if (keys.isEmpty()) {
            log.unchecked("who made the provenance: CLAIMED, as it is not signed");
        } else {
            log.finding(FILE, "signature", "it is missing: public keys were given, and the provenance is not signed");
        }
    }

    private void envelope(byte[] bytes, byte[] statement) {
        DsseEnvelope envelope;
        try {
            envelope = DsseEnvelope.parse(bytes);
        } catch (IOException e) {
            log.finding(FILE, "readable", "it is no DSSE envelope");
            return;
        }
        if (!envelope.payloadType().equals(ProvenanceStatement.PAYLOAD_TYPE)
                || !Arrays.equals(envelope.payload(), statement)) {
            log.finding(FILE, "payload", "what is signed is not " + ProvenanceStatement.FILE);
        }
        if (keys.isEmpty()) {
            log.unchecked("who made the provenance: CLAIMED, as tracking.signing.publicKeys names no keys to check the"
                    + " signature with");
            return;
        }
        Optional<String> signer = envelope.signer(keys);
        if (signer.isEmpty()) {
            log.finding(
                    FILE,
                    "signature",
                    "none of the public keys made it: it is forged, or the key of who signed is" + " missing");
        } else {
            log.checked("the provenance is signed with the key of " + signer.get()
                    + ": VOUCHED. The other documents are not signed");
        }
    }
}
