package io.modeltracking.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the signatures of events. */
final class SignatureCheck {

    private final PublicKeys keys;
    private final List<String> findings = new ArrayList<>();
    private int signed;
    private int held;

    SignatureCheck(PublicKeys keys) {
        this.keys = keys;
    }

    void take(LedgerEvent event) {
        if (!event.body().has(EventSigner.FIELD)) {
            return;
        }
        signed++;
        if (keys.isEmpty()) {
            return;
        }
        String name = "Event " + event.seq() + " (" + event.type() + ")";
        Optional<String> signer = keys.signer(event);
        if (signer.isEmpty()) {
            findings.add(name + " has a signature that none of the public keys made: it is forged, or the key of who"
                    + " signed is missing");
        } else if (event.body().has("actor") && !PublicKeys.isActor(signer.get(), event)) {
            findings.add(name + " says that "
                    + event.body().at("/actor/name").asText() + " acted, and is signed with the key of "
                    + signer.get());
        } else {
            held++;
        }
    }

    List<String> findings() {
        return findings;
    }

    /** {@code 3 of 3 signature(s) hold}; empty when no event has one. */
    String describe() {
        if (signed == 0) {
            return "";
        }
        return keys.isEmpty()
                ? signed + " signature(s) not checked, as tracking.signing.publicKeys names no keys"
                : held + " of " + signed + " signature(s) hold";
    }
}
