package io.modeltracking.serve;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunSource;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is served.
 *
 * @param project name that people know
 * @param plugin this plugin's version
 * @param root where the files of runs lie; need not exist yet
 * @param stores opens a connection to the index, brought up to the run files; the server closes it
 * @param shared where the files of runs come from that other machines made; null where this machine is on its own
 * @param log is told what cannot be shown, and why: with paths, for the console
 */
public record ServedHistory(
        String project,
        String plugin,
        TrackingRoot root,
        Clock clock,
        Supplier<HistoryStore> stores,
        RunSource shared,
        ServedLedger ledger,
        Consumer<String> log) {

    RunSource source() {
        return shared == null ? RunSource.local(root) : shared;
    }
}
