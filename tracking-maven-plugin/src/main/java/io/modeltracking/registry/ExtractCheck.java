package io.modeltracking.registry;

import java.util.ArrayList;
import java.util.List;

/** Looks at events that were taken out of a ledger: a chain with gaps, which holds only between neighbours. */
public final class ExtractCheck {

    private final List<LedgerEvent> events = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private int gaps;

    private ExtractCheck() {}

    /**
     * What a check came to.
     *
     * @param events those that have the hash of their content
     * @param gaps places where events were left out, or cannot be read
     * @param signatures what they came to; empty when there are none
     * @param findings one line each
     */
    public record Result(List<LedgerEvent> events, int gaps, String signatures, List<String> findings) {}

    /** @param lines one event each, in the order of the ledger */
    public static Result of(List<String> lines, PublicKeys keys) {
        ExtractCheck check = new ExtractCheck();
        LedgerEvent before = null;
        for (int i = 0; i < lines.size(); i++) {
            before = check.take(lines.get(i), "line " + (i + 1), before);
        }
        SignatureCheck signatures = new SignatureCheck(keys);
        check.events.forEach(signatures::take);
        check.findings.addAll(signatures.findings());
        return new Result(List.copyOf(check.events), check.gaps, signatures.describe(), List.copyOf(check.findings));
    }

    /** @return the event; when it cannot be read the one before */
    private LedgerEvent take(String line, String where, LedgerEvent before) {
        LedgerEvent event;
        try {
            event = LedgerEvent.parse(line, where);
        } catch (LedgerException e) {
            findings.add(where + " was changed after it was written, or is no event");
            return before;
        }
        if (!event.line().equals(line)) {
            findings.add(where + ": event " + event.seq() + " is not written as the ledger writes it");
        }
        long expected = before == null ? 1 : before.seq() + 1;
        String prev = before == null ? LedgerEvent.NO_HASH : before.hash();
        if (event.seq() < expected) {
            findings.add(where + ": event " + event.seq() + " stands behind event " + (expected - 1)
                    + ": it was moved or inserted");
        } else if (event.seq() > expected) {
            gaps++;
        } else if (!event.prev().equals(prev)) {
            findings.add(where + ": event " + event.seq() + " (" + event.type()
                    + ") does not follow the one before: one of them was replaced");
        }
        events.add(event);
        return event;
    }
}
