package io.modeltracking.serve;

import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.Registry;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.HistoryStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is served.
 *
 * @param project name that people know
 * @param plugin this plugin's version
 * @param root where the files of runs lie; need not exist yet
 * @param stores opens a connection to the index, brought up to the run files; the server closes it
 * @param events the ledger, each event checked
 * @param registry what models and versions follow from the events
 * @param log is told what cannot be shown, and why: with paths, for the console
 */
public record ServedHistory(
        String project,
        String plugin,
        TrackingRoot root,
        Clock clock,
        Supplier<HistoryStore> stores,
        Supplier<List<LedgerEvent>> events,
        Function<List<LedgerEvent>, Registry> registry,
        Consumer<String> log) {}
