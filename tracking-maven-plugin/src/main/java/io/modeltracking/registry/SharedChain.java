package io.modeltracking.registry;

import io.modeltracking.store.LedgerTable.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The chain of a shared store, as the file of one machine continues with it.
 *
 * @param file that follows it
 * @param store its name
 */
record SharedChain(Path file, String store) {

    /**
     * The events behind the last one here, each checked against the one before.
     *
     * @param after gives the rows behind a number
     * @throws LedgerException when the last one here is none of that chain, or the chain is broken
     */
    List<LedgerEvent> behind(Optional<LedgerEvent> last, LongFunction<List<Row>> after) {
        long known = last.map(LedgerEvent::seq).orElse(0L);
        List<Row> rows = after.apply(Math.max(0, known - 1));
        if (last.isPresent()
                && (rows.isEmpty() || !rows.get(0).hash().equals(last.get().hash()))) {
            throw another(known);
        }
        String prev = last.map(LedgerEvent::hash).orElse(LedgerEvent.NO_HASH);
        List<LedgerEvent> news = new ArrayList<>();
        for (Row row : rows.subList(last.isPresent() ? 1 : 0, rows.size())) {
            String where = "Event " + row.seq() + " of " + store;
            LedgerEvent event = LedgerEvent.parse(row.line(), where);
            if (event.seq() != known + news.size() + 1 || !event.prev().equals(prev)) {
                throw new LedgerException(
                        where + " does not follow the one before. Restore the table \"ledger\" from a backup");
            }
            prev = event.hash();
            news.add(event);
        }
        return news;
    }

    private LedgerException another(long known) {
        return new LedgerException(file + " is another chain than that of " + store + ": its event " + known
                + " is not there. To take this history into an empty store, call \"mvn tracking:migrate-store -Dto="
                + store
                + "\". To go on with the shared one, call \"mvn tracking:sync -Daside\": this file is kept beside it under"
                + " another name, and its runs are listed anew");
    }
}
