package io.modeltracking.registry;

import io.modeltracking.run.TrackingRoot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for everything in a ledger that is not as it was written, and at what its events vouch for. */
public final class LedgerCheck {

    private final TrackingRoot root;
    private final Ledger ledger;
    private final PublicKeys keys;

    /** A check that knows no keys. */
    public LedgerCheck(TrackingRoot root, Ledger ledger) {
        this(root, ledger, PublicKeys.NONE);
    }

    public LedgerCheck(TrackingRoot root, Ledger ledger, PublicKeys keys) {
        this.root = root;
        this.ledger = ledger;
        this.keys = keys;
    }

    /**
     * What a check came to.
     *
     * @param events how many lines the ledger has
     * @param files how many files were compared with their hash
     * @param mirror what of Git it was compared with
     * @param signatures what they came to; empty when there are none
     * @param findings one line each; empty when all is as it was written
     */
    public record Result(int events, int files, String mirror, String signatures, List<String> findings) {}

    /**
     * Checks the chain, also against its mirror in Git, then the runs and models that its whole events name.
     *
     * @param heads hashes that were once the last, by where they were found: a report
     * @param tags such hashes by the Git tag that names them; null where there is no repository
     */
    public Result check(Map<String, String> heads, Map<String, String> tags) {
        List<String> findings = new ArrayList<>();
        List<LedgerEvent> whole = new ArrayList<>();
        List<String> lines = ledger.lines();
        chain(lines, whole, findings);
        findings.addAll(ledger.mirror().check(whole, findings.isEmpty()));
        Set<String> hashes = new HashSet<>();
        whole.forEach(event -> hashes.add(event.hash()));
        heads.forEach((where, head) -> head(where, head, hashes, findings));
        if (tags != null) {
            tags.forEach((tag, head) -> head("the Git tag " + tag, head, hashes, findings));
            whole.forEach(event -> anchor(event, tags, findings));
        }
        SignatureCheck signatures = new SignatureCheck(keys);
        whole.forEach(signatures::take);
        findings.addAll(signatures.findings());
        EvidenceCheck evidence = new EvidenceCheck(root, ledger.link());
        whole.forEach(evidence::take);
        findings.addAll(evidence.findings());
        return new Result(
                lines.size(),
                evidence.files(),
                ledger.mirror().describe(),
                signatures.describe(),
                List.copyOf(findings));
    }

    private static void head(String where, String head, Set<String> hashes, List<String> findings) {
        if (!hashes.contains(head)) {
            findings.add("The ledger has no event " + head + ", which was its last when " + where
                    + " was written: it was shortened or rewritten since");
        }
    }

    private static void anchor(LedgerEvent event, Map<String, String> tags, List<String> findings) {
        if (!event.type().equals(EventCodec.type(ModelEvent.Anchor.class))
                || !(EventCodec.read(event) instanceof ModelEvent.Anchor anchor)) {
            return;
        }
        String head = tags.get(anchor.tag());
        if (head == null) {
            findings.add("The Git tag " + anchor.tag() + " of event " + event.seq()
                    + " is missing: it was deleted, or not fetched (\"git fetch --tags\")");
        } else if (!head.equals(anchor.head())) {
            findings.add("The Git tag " + anchor.tag() + " of event " + event.seq() + " was replaced: it names " + head
                    + ", and named " + anchor.head());
        }
    }

    private static void chain(List<String> lines, List<LedgerEvent> whole, List<String> findings) {
        String prev = LedgerEvent.NO_HASH;
        long seq = 0;
        Map<Long, Integer> seen = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = "Line " + (i + 1);
            Optional<LedgerEvent> parsed = parse(lines.get(i), line, findings);
            if (parsed.isEmpty()) {
                // What it was is not known: the next line says what follows.
                prev = null;
                seq++;
                continue;
            }
            LedgerEvent event = parsed.get();
            Integer earlier = seen.put(event.seq(), i + 1);
            if (earlier != null) {
                findings.add(line + ": an event " + event.seq() + " stands in line " + earlier
                        + " already: one of them was inserted");
            } else if (event.seq() > seq + 1) {
                findings.add(line + ": " + range(seq + 1, event.seq() - 1) + " before event " + event.seq()
                        + " was removed or moved");
            } else if (event.seq() <= seq) {
                findings.add(line + ": event " + event.seq() + " was moved behind event " + seq);
            } else if (prev != null && !event.prev().equals(prev)) {
                findings.add(line + ": event " + event.seq() + " (" + event.type()
                        + ") does not follow the one before: one of them was replaced or inserted");
            }
            seq = Math.max(seq, event.seq());
            prev = event.hash();
            whole.add(event);
        }
    }

    private static String range(long from, long to) {
        return from == to ? "event " + from : "events " + from + " to " + to;
    }

    private static Optional<LedgerEvent> parse(String line, String where, List<String> findings) {
        try {
            return Optional.of(LedgerEvent.parse(line, where));
        } catch (LedgerException e) {
            findings.add(e.getMessage());
            return Optional.empty();
        }
    }
}
