package io.modeltracking.store;

import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunRecord;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Writes runs into the tables, within the caller's transaction. */
final class RunWriter {

    /** The tables that hang on {@code runs} by {@code run_key}. */
    static final List<String> TABLES =
            List.of("params", "metrics", "tags", "artifacts", "datasets", "models", "checks");

    private static final List<String> COLUMNS = List.of(
            "run_key",
            "id",
            "experiment",
            "model",
            "name",
            "parent",
            "trial",
            "repeat_seed",
            "attempt",
            "module",
            "test_class",
            "method",
            "unique_id",
            "build",
            "ci_url",
            "author",
            "author_source",
            "started_ms",
            "ended_ms",
            "status",
            "verdict",
            "reason",
            "failure_type",
            "source_sha256",
            "environment_sha256",
            "warning_count",
            "problem_count",
            "journal_sha256",
            "journal_bytes",
            "journal_modified",
            "lifecycle_stage",
            "given_name",
            "ledger_seq");

    private static final String INSERT =
            "insert into runs (" + String.join(", ", COLUMNS) + ") values (:" + String.join(", :", COLUMNS) + ")";

    private final Handle handle;
    private final String nextKey;

    /** @param nextKey asks for a key that no run has */
    RunWriter(Handle handle, String nextKey) {
        this.handle = handle;
        this.nextKey = nextKey;
    }

    HistoryStore.Taken write(Collection<RunFile> runs) throws SQLException {
        int added = 0;
        int refreshed = 0;
        try (RunDetails details = new RunDetails(handle)) {
            for (RunFile file : runs) {
                Optional<Known> known = known(file.run().id());
                if (known.isEmpty()) {
                    long key = handle.createQuery(nextKey).mapTo(Long.class).one();
                    insert(key, file, null);
                    details.add(key, file.run());
                    added++;
                } else if (known.get().differs(file)) {
                    remove(known.get().key());
                    insert(known.get().key(), file, known.get().ledgerSeq());
                    details.add(known.get().key(), file.run());
                    refreshed++;
                }
            }
            details.flush();
        }
        return new HistoryStore.Taken(added, refreshed);
    }

    private record Known(long key, String sha256, long modified, String status, Long ledgerSeq) {
        boolean differs(RunFile file) {
            return !sha256.equals(file.journal().sha256())
                    || modified != file.journal().modified()
                    || !status.equals(file.run().status().name());
        }
    }

    private Optional<Known> known(String id) {
        return handle.createQuery(
                        "select run_key, journal_sha256, journal_modified, status, ledger_seq from runs where id = :id")
                .bind("id", id)
                .map((row, context) -> new Known(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getObject(5) == null ? null : row.getLong(5)))
                .findOne();
    }

    private void remove(long key) {
        for (String table : TABLES) {
            handle.execute("delete from " + table + " where run_key = ?", key);
        }
        handle.execute("delete from runs where run_key = ?", key);
    }

    private void insert(long key, RunFile file, Long ledgerSeq) {
        try (Update insert = handle.createUpdate(INSERT)) {
            Map<String, Object> row = row(key, file, ledgerSeq);
            row.replaceAll((column, value) -> value instanceof String text ? Batch.storable(text) : value);
            insert.bindMap(row).execute();
        }
    }

    private static Map<String, Object> row(long key, RunFile file, Long ledgerSeq) {
        RunRecord run = file.run();
        Started started = run.started();
        Map<String, Object> row = new HashMap<>();
        row.put("run_key", key);
        row.put("id", run.id());
        row.put("experiment", run.experiment());
        row.put("model", started.model());
        row.put("name", started.name());
        row.put("parent", started.parent());
        row.put("trial", started.trial());
        row.put("repeat_seed", started.repeat());
        row.put("attempt", started.attempt());
        row.put("module", started.module());
        row.put("test_class", started.testClass());
        row.put("method", started.method());
        row.put("unique_id", started.uniqueId());
        row.put("build", started.build());
        row.put("ci_url", started.ciUrl());
        row.put("author", started.author() == null ? null : started.author().name());
        row.put(
                "author_source",
                started.author() == null ? null : started.author().source());
        row.put("started_ms", started.time().toEpochMilli());
        row.put("ended_ms", run.end() == null ? null : run.end().toEpochMilli());
        row.put("status", run.status().name());
        row.put("verdict", run.verdict() == null ? null : run.verdict().name());
        row.put("reason", run.reason());
        row.put("failure_type", run.failure() == null ? null : run.failure().type());
        row.put("source_sha256", run.facts().get("source"));
        row.put("environment_sha256", run.facts().get("environment"));
        row.put("warning_count", run.warnings().size());
        row.put("problem_count", run.problems().size());
        row.put("journal_sha256", file.journal().sha256());
        row.put("journal_bytes", file.journal().bytes());
        row.put("journal_modified", file.journal().modified());
        row.put("lifecycle_stage", file.changes().archived() ? "archived" : "active");
        row.put("given_name", file.changes().name());
        row.put("ledger_seq", ledgerSeq);
        return row;
    }
}
