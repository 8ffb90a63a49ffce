package io.modeltracking.registry;

import java.time.Instant;

/** An event, and when it was written. */
public record Change(long seq, Instant time, ModelEvent event) {

    /** What a line of the ledger says, trusting no signature. */
    public static Change of(LedgerEvent written) {
        return new Change(written.seq(), written.time(), EventCodec.read(written));
    }
}
