package io.modeltracking.registry;

import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies a ledger of 10,000 events, and derives the registry from it; the first call counts, as a goal makes just one.
 * Argument: a folder for the ledger, made when it is not there. The baseline is the reading of its lines alone.
 */
final class LedgerBenchmark {

    private static final int EVENTS = 10_000;

    private LedgerBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        TrackingRoot root = TrackingRoot.find(folder, folder.toString());
        Ledger ledger = new Ledger(root, Clock.systemUTC());
        if (!ledger.exists()) {
            write(root);
            return;
        }
        PrintStream out = System.out;
        time(out, "baseline: lines alone", ledger::lines);
        time(out, "verify " + EVENTS + " events", () -> new LedgerCheck(root, ledger).check(Map.of(), null));
        time(out, "registry of them", () -> Registry.of(ledger.events()));
        mirrored(out, root, ledger);
    }

    /** The same with a mirror in Git; the baseline is the event that is not mirrored. */
    private static void mirrored(PrintStream out, TrackingRoot root, Ledger ledger) throws IOException {
        time(out, "baseline: append", () -> append(ledger));
        GitCommand.init(root.base());
        Ledger mirrored = new Ledger(
                root,
                Clock.systemUTC(),
                LedgerMirror.at(root.base(), LedgerMirror.REF, problem -> out.println(problem)));
        time(out, "append, mirror all", () -> append(mirrored));
        for (int i = 0; i < 5; i++) {
            time(out, "append, mirrored", () -> append(mirrored));
        }
        time(out, "verify, mirrored", () -> new LedgerCheck(root, mirrored).check(Map.of(), null));
    }

    private static void append(Ledger ledger) {
        ledger.append("NOTE", () -> Optional.of(RunJson.mapper().createObjectNode()), event -> null);
    }

    private static void write(TrackingRoot root) throws IOException {
        root.create();
        StringBuilder lines = new StringBuilder();
        String prev = LedgerEvent.NO_HASH;
        Actor actor = new Actor("Ada", "ada@example.org", "git");
        for (int i = 1; i <= EVENTS; i++) {
            ModelEvent event = new ModelEvent.Waive(
                    "motor-frequency",
                    null,
                    Waivable.DIRTY_TREE,
                    Instant.EPOCH.plusSeconds(i),
                    actor,
                    "a reason of the usual length, number " + i);
            LedgerEvent written =
                    LedgerEvent.of(i, Instant.EPOCH.plusSeconds(i), "WAIVE", EventCodec.body(event), prev);
            lines.append(written.line()).append('\n');
            prev = written.hash();
        }
        Files.writeString(root.directory().resolve(Ledger.FILE), lines);
    }

    private static void time(PrintStream out, String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        out.printf(Locale.ROOT, "%-24s %,8.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
