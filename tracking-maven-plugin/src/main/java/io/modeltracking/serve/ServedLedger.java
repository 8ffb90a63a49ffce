package io.modeltracking.serve;

import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.Registry;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The ledger that is served.
 *
 * @param events all of them, each checked
 * @param catchUp brings what other machines have appended
 * @param registry what models and versions follow from the events
 */
public record ServedLedger(
        Supplier<List<LedgerEvent>> events, Runnable catchUp, Function<List<LedgerEvent>, Registry> registry) {}
