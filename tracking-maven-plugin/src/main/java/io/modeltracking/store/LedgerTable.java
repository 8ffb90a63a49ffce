package io.modeltracking.store;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The chain of events in the shared database: appended to by one at a time, and never changed. */
public final class LedgerTable {

    /** "trackled" in ASCII: the database's own lock, for which no right on the table is needed. */
    private static final long LOCK = 0x747261636b6c6564L;

    private static final int PATIENCE_SECONDS = 120;

    private final String name;
    private final Jdbi jdbi;

    LedgerTable(String name, Jdbi jdbi) {
        this.name = name;
        this.jdbi = jdbi;
    }

    /** An event as it is kept: its number, its hash and its line of canonical JSON. */
    public record Row(long seq, String hash, String line) {}

    /** The chain, held: nobody else appends. */
    public interface Held {
        /** The events behind one, in order. */
        List<Row> after(long seq);

        /** Appends; it is there for good when the work on the held chain has ended. */
        void append(Row row);
    }

    /** The events behind one, in order, as they are now. */
    public List<Row> after(long seq) {
        return explained(handle -> after(handle, seq));
    }

    /** Does something while nobody else appends. What it appended counts when this returns, or not at all. */
    public <T> T hold(Function<Held, T> work) {
        return explained(handle -> handle.inTransaction(transaction -> {
            transaction.execute("set local lock_timeout = '" + PATIENCE_SECONDS + "s'");
            transaction
                    .createQuery("select count(pg_advisory_xact_lock(:lock + hashtext(current_schema())))")
                    .bind("lock", LOCK)
                    .mapTo(Long.class)
                    .one();
            return work.apply(new Transaction(transaction));
        }));
    }

    private record Transaction(Handle handle) implements Held {
        @Override
        public List<Row> after(long seq) {
            return LedgerTable.after(handle, seq);
        }

        @Override
        public void append(Row row) {
            handle.createUpdate("insert into ledger (seq, hash, line) values (?, ?, ?)")
                    .bind(0, row.seq())
                    .bind(1, row.hash())
                    .bind(2, row.line())
                    .execute();
        }
    }

    private static List<Row> after(Handle handle, long seq) {
        return handle.createQuery("select seq, hash, line from ledger where seq > ? order by seq")
                .bind(0, seq)
                .map((row, context) -> new Row(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private <T> T explained(Function<Handle, T> work) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException e) {
            throw PostgresDatabase.explain(name, e);
        }
    }
}
