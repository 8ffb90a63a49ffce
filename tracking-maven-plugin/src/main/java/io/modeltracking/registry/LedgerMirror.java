package io.modeltracking.registry;

import io.modeltracking.provenance.GitChain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The ledger once more, in Git: a commit an event, whose message holds its line. It follows the ledger and never leads: an
 * event counts when it is in the ledger, and what cannot be mirrored is only said.
 */
public final class LedgerMirror {

    /** Where a ledger is mirrored when nothing else is said. */
    public static final String REF = "refs/tracking/ledger";

    /** Mirrors nothing. */
    public static final LedgerMirror OFF = new LedgerMirror(null, null, problem -> {});

    private static final int MAX_NAMED = 20;

    private final Path directory;
    private final String ref;
    private final Consumer<String> problems;

    private LedgerMirror(Path directory, String ref, Consumer<String> problems) {
        this.directory = directory;
        this.ref = ref;
        this.problems = problems;
    }

    /**
     * The mirror in the repository that a folder lies in.
     *
     * @param ref null or blank for none
     * @param problems is told why an event is not mirrored
     */
    public static LedgerMirror at(Path directory, String ref, Consumer<String> problems) {
        return ref == null || ref.isBlank() ? OFF : new LedgerMirror(directory, ref.trim(), problems);
    }

    /**
     * Takes what it has not got yet, up to an event that was just written.
     *
     * @param ledger every event; asked only where more than this one is missing
     */
    void follow(LedgerEvent event, Supplier<List<LedgerEvent>> ledger) {
        if (ref == null) {
            return;
        }
        try (GitChain chain = GitChain.open(directory, ref).orElse(null)) {
            if (chain == null) {
                problems.accept("The ledger has no mirror: " + directory + " is in no Git repository. Keep copies of "
                        + Ledger.FILE + " elsewhere, so that a shortened one is noticed (tracking.ledger.ref= says that"
                        + " none is wanted)");
                return;
            }
            Optional<LedgerEvent> tip = tip(chain);
            if (event.prev().equals(tip.map(LedgerEvent::hash).orElse(LedgerEvent.NO_HASH))) {
                chain.append(List.of(link(event)));
            } else {
                catchUp(chain, tip, ledger.get());
            }
        } catch (IOException | RuntimeException e) {
            problems.accept("The event is in the ledger, and not mirrored to " + ref + ": " + e.getMessage());
        }
    }

    private void catchUp(GitChain chain, Optional<LedgerEvent> tip, List<LedgerEvent> events) throws IOException {
        int known = (int) Math.min(tip.map(LedgerEvent::seq).orElse(0L), Integer.MAX_VALUE);
        if (tip.isPresent()
                && (known > events.size()
                        || !events.get(known - 1).hash().equals(tip.get().hash()))) {
            problems.accept("The event is not mirrored: " + ref + " holds another chain, up to " + name(tip.get())
                    + ". Either this ledger was shortened, rewritten or lost: \"mvn tracking:verify-ledger\" names the"
                    + " events, and \"git log --reverse --format=%b " + ref + "\" prints the whole ledger. Or it is"
                    + " another one of the same repository: give it a ref of its own by -Dtracking.ledger.ref=");
            return;
        }
        chain.append(events.subList(known, events.size()).stream()
                .map(LedgerMirror::link)
                .toList());
    }

    private Optional<LedgerEvent> tip(GitChain chain) throws IOException {
        return chain.last().map(line -> LedgerEvent.parse(line, "The last commit of " + ref));
    }

    private static GitChain.Link link(LedgerEvent event) {
        return new GitChain.Link(event.seq() + " " + event.type(), event.line(), event.time());
    }

    /**
     * Looks for events that the ledger has not got.
     *
     * @param whole the ledger's events, without lines that are none
     * @param sound whether they are one chain; then it is enough that the mirror's last event is among them
     * @return one line each
     */
    List<String> check(List<LedgerEvent> whole, boolean sound) {
        if (ref == null) {
            return List.of();
        }
        try (GitChain chain = GitChain.open(directory, ref).orElse(null)) {
            if (chain == null) {
                return List.of();
            }
            Set<String> hashes = new HashSet<>();
            whole.forEach(event -> hashes.add(event.hash()));
            if (sound && hashes.contains(tip(chain).map(LedgerEvent::hash).orElse(null))) {
                return List.of();
            }
            long end = whole.stream().mapToLong(LedgerEvent::seq).max().orElse(0);
            return missing(chain.texts(), hashes, end);
        } catch (IOException | RuntimeException e) {
            return List.of("The ledger cannot be compared with " + ref + ": " + e.getMessage());
        }
    }

    /** What {@link #check} compares with: {@code refs/tracking/ledger up to event 7}, or {@code no mirror}. */
    String describe() {
        try (GitChain chain = ref == null ? null : GitChain.open(directory, ref).orElse(null)) {
            return chain == null
                    ? "no mirror"
                    : tip(chain)
                            .map(event -> ref + " up to event " + event.seq())
                            .orElse("an empty " + ref);
        } catch (IOException | RuntimeException e) {
            return "an unreadable " + ref;
        }
    }

    private List<String> missing(List<String> texts, Set<String> hashes, long end) {
        List<String> findings = new ArrayList<>();
        int more = 0;
        for (int i = 0; i < texts.size(); i++) {
            LedgerEvent event = LedgerEvent.parse(texts.get(i), "Commit " + (i + 1) + " of " + ref);
            if (hashes.contains(event.hash())) {
                continue;
            }
            if (findings.size() == MAX_NAMED) {
                more++;
                continue;
            }
            findings.add(
                    event.seq() > end
                            ? "The ledger ends with event " + end + ", and " + ref + " has " + name(event)
                                    + ": it was cut off"
                            : "The ledger has not got " + name(event) + ", which " + ref
                                    + " has: it was removed or replaced");
        }
        if (more > 0) {
            findings.add("… and " + more + " more events that only " + ref + " has");
        }
        return findings;
    }

    /** {@code event 7 (PROMOTE motor-frequency/1, 2026-11-23T08:00:00Z, sha256:…)}. */
    private static String name(LedgerEvent event) {
        String model = event.body().path("model").asText();
        String version = event.body().path("version").asText();
        String about = model.isEmpty() ? "" : " " + model + (version.isEmpty() ? "" : "/" + version);
        return "event " + event.seq() + " (" + event.type() + about + ", " + event.time() + ", " + event.hash() + ")";
    }
}
