package io.modeltracking.store;

import java.nio.file.Path;

/** What differs between the databases that hold an index. */
sealed interface Database {

    /** Asks for a key that no run has. */
    String nextKey();

    /** The same failure, in words that say what to do. */
    StoreException explain(Exception failure);

    /** A file, written by one at a time. */
    record Sqlite(Path file) implements Database {
        @Override
        public String nextKey() {
            return "select coalesce(max(run_key), 0) + 1 from runs";
        }

        @Override
        public StoreException explain(Exception failure) {
            return SqliteDatabase.explain(file, failure);
        }
    }

    /**
     * A schema on a server, written by several at once.
     *
     * @param name as people are told it, without credentials
     */
    record Postgres(String name) implements Database {
        @Override
        public String nextKey() {
            return "select nextval('run_keys')";
        }

        @Override
        public StoreException explain(Exception failure) {
            return PostgresDatabase.explain(name, failure);
        }
    }
}
