package io.modeltracking.store;

import io.modeltracking.run.Status;
import io.modeltracking.store.query.Column;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The index in a database: an SQLite file, or a PostgreSQL schema. */
final class JdbcHistoryStore implements HistoryStore {

    private static final String ENTRY = "select id, experiment, module, build, status, started_ms, journal_sha256,"
            + " journal_bytes, journal_modified from runs";
    /** Values a statement; databases limit them. */
    private static final int CHUNK = 1000;

    private static final String ORDER = " order by started_ms, id";

    private final Database database;
    private final Path facts;
    private final Handle handle;

    /** @param facts where the sources of runs are read that are taken in */
    JdbcHistoryStore(Database database, Path facts, Handle handle) {
        this.database = database;
        this.facts = facts;
        this.handle = handle;
    }

    @Override
    public Map<String, JournalMark> settled() {
        return explained(h -> {
            Map<String, JournalMark> marks = new HashMap<>();
            h.createQuery(
                            "select id, journal_sha256, journal_bytes, journal_modified from runs where status <> :running")
                    .bind("running", Status.RUNNING.name())
                    .map((row, context) -> marks.put(row.getString(1), mark(row, 2)))
                    .list();
            return marks;
        });
    }

    @Override
    public Taken record(Collection<RunFile> runs) {
        return explained(h -> h.inTransaction(t -> {
            Taken taken = new RunWriter(t, database.nextKey()).write(runs);
            new Sources(t, facts).complete();
            return taken;
        }));
    }

    @Override
    public void remember(BuildFacts build) {
        BuildFacts.Ci ci = build.ci();
        explained(
                h -> h.createUpdate("insert into builds (id, module, version, started_ms, ci_provider, ci_url, branch,"
                                + " actor) values (:id, :module, :version, :started, :provider, :url, :branch, :actor)"
                                + " on conflict (id, module) do nothing")
                        .bind("id", build.buildId())
                        .bind("module", build.module())
                        .bind("version", build.projectVersion())
                        .bind("started", build.started().toEpochMilli())
                        .bind("provider", ci == null ? null : ci.provider())
                        .bind("url", ci == null ? null : ci.url())
                        .bind("branch", ci == null ? null : ci.branch())
                        .bind("actor", ci == null ? null : ci.actor())
                        .execute());
    }

    @Override
    public List<RunEntry> runs(RunQuery query) {
        return explained(h -> entries(select(h, query)));
    }

    private static Query select(Handle h, RunQuery query) {
        if (query instanceof RunQuery.OfBuild of) {
            Query select = h.createQuery(
                    ENTRY + " where build = :build" + (of.module() == null ? "" : " and module = :module") + ORDER);
            select.bind("build", of.build());
            return of.module() == null ? select : select.bind("module", of.module());
        }
        if (query instanceof RunQuery.ById by) {
            // 'g' follows the last hex digit: the index on ids serves a range, not a pattern.
            return h.createQuery(ENTRY + " where id >= :from and id < :to" + ORDER)
                    .bind("from", by.prefix())
                    .bind("to", by.prefix() + "g");
        }
        if (query instanceof RunQuery.StudiesOf of) {
            return h.createQuery(
                            ENTRY + " where module = :module and parent is null and exists (select 1 from tags where"
                                    + " tags.run_key = runs.run_key and tags.name = 'search.sampler')" + ORDER)
                    .bind("module", of.module());
        }
        if (query instanceof RunQuery.ChildrenOf of) {
            return h.createQuery(ENTRY + " where parent = :parent" + ORDER).bind("parent", of.parent());
        }
        if (query instanceof RunQuery.OfFile of) {
            return h.createQuery(ENTRY + " where run_key in (select run_key from models where sha256 = :sha256 union"
                            + " select run_key from artifacts where sha256 = :sha256)" + ORDER)
                    .bind("sha256", of.sha256());
        }
        if (query instanceof RunQuery.LookingAtHoldout of) {
            return h.createQuery(ENTRY + " where experiment = :experiment and exists (select 1 from datasets join"
                            + " metrics on metrics.run_key = datasets.run_key where datasets.run_key = runs.run_key and"
                            + " role = 'HOLDOUT' and substr(metrics.name, 1, length(datasets.name) + 1) ="
                            + " datasets.name || '.')" + ORDER)
                    .bind("experiment", of.experiment());
        }
        if (query instanceof RunQuery.OutsideSince outside) {
            return h.createQuery(ENTRY + " where build is null and started_ms >= :since" + ORDER)
                    .bind("since", outside.time().toEpochMilli());
        }
        return h.createQuery(ENTRY + ORDER);
    }

    @Override
    public List<RunRow> search(RunSearch search) {
        return explained(h -> new RunSearcher(h.getConnection()).search(search));
    }

    @Override
    public long count(RunSearch search) {
        return explained(h -> new RunSearcher(h.getConnection()).count(search));
    }

    @Override
    public List<ExperimentRow> experiments() {
        return explained(h -> h.createQuery(
                        "select experiment, max(model), sum(case when parent is null then 1 else 0 end),"
                                + " sum(case when parent is null then 0 else 1 end),"
                                + " sum(case when status = 'RUNNING' then 1 else 0 end),"
                                + " sum(case when parent is null and verdict = 'REJECTED' then 1 else 0 end),"
                                + " sum(case when parent is null and status in ('FAILED', 'BROKEN', 'INTERRUPTED') then 1 else 0 end),"
                                + " max(started_ms) from runs where lifecycle_stage = 'active' group by experiment"
                                + " order by max(started_ms) desc, experiment")
                .map((row, context) -> new ExperimentRow(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        Instant.ofEpochMilli(row.getLong(8))))
                .list());
    }

    @Override
    public List<BuildRules> rules(String experiment) {
        return explained(h -> new RuleReader(h).of(experiment));
    }

    @Override
    public Optional<String> commit(String build) {
        return explained(h -> new RuleReader(h).commit(build));
    }

    /** How the database goes about a search, one step a line. */
    List<String> plan(RunSearch search) {
        return explained(h -> new RunSearcher(h.getConnection()).plan(search));
    }

    @Override
    public List<String> names(Column.Kind kind) {
        String table = switch (kind) {
            case PARAM -> "params";
            case METRIC -> "metrics";
            case TAG -> "tags";
            case DATASET, ATTRIBUTE -> throw new IllegalArgumentException("No names of their own: " + kind);
        };
        // From name to name in an index: neither database skips values by itself.
        String sql =
                ("with recursive names(name) as (select min(name) from <table> union all select (select min(name) from"
                                + " <table> where name > names.name) from names where name is not null)"
                                + " select name from names where name is not null order by name")
                        .replace("<table>", table);
        return explained(h -> h.createQuery(sql).mapTo(String.class).list());
    }

    @Override
    public List<RunEntry> unlisted() {
        return explained(h -> entries(h.createQuery(ENTRY + " where ledger_seq is null and status <> :running" + ORDER)
                .bind("running", Status.RUNNING.name())));
    }

    @Override
    public void listed(Collection<String> ids, long seq) {
        explained(h -> h.inTransaction(t -> {
            PreparedBatch batch = t.prepareBatch("update runs set ledger_seq = :seq where id = :id");
            ids.forEach(id -> batch.bind("seq", seq).bind("id", id).add());
            return batch.execute();
        }));
    }

    @Override
    public List<RunEntry> unpushed(String store) {
        return explained(h -> entries(h.createQuery(
                        ENTRY + " where status <> :running and (pushed_to is null or" + " pushed_to <> :store)" + ORDER)
                .bind("running", Status.RUNNING.name())
                .bind("store", store)));
    }

    @Override
    public void pushed(Collection<String> ids, String store) {
        explained(h -> h.inTransaction(t -> {
            PreparedBatch batch = t.prepareBatch("update runs set pushed_to = :store where id = :id");
            ids.forEach(id -> batch.bind("store", store).bind("id", id).add());
            return batch.execute();
        }));
    }

    @Override
    public List<KnownRun> known(Collection<String> ids) {
        List<KnownRun> known = new ArrayList<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            known.addAll(explained(h -> h.createQuery(
                            "select id, journal_sha256, journal_modified, ledger_seq from runs where id in (<ids>)")
                    .bindList("ids", some)
                    .map((row, context) -> new KnownRun(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getObject(4) == null ? null : row.getLong(4)))
                    .list()));
        }
        return known;
    }

    @Override
    public void clear() {
        explained(h -> h.inTransaction(t -> {
            RunWriter.TABLES.forEach(table -> t.execute("delete from " + table));
            t.execute("delete from runs");
            t.execute("delete from sources");
            return t.execute("delete from builds");
        }));
    }

    @Override
    public void close() {
        handle.close();
    }

    private interface Work<T> {
        T on(Handle handle) throws SQLException;
    }

    private <T> T explained(Work<T> work) {
        try {
            return work.on(handle);
        } catch (JdbiException | SQLException e) {
            throw database.explain(e);
        }
    }

    private static List<RunEntry> entries(Query query) {
        return query.map((row, context) -> new RunEntry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Status.valueOf(row.getString(5)),
                        Instant.ofEpochMilli(row.getLong(6)),
                        mark(row, 7)))
                .list();
    }

    private static JournalMark mark(ResultSet row, int column) throws SQLException {
        return new JournalMark(row.getString(column), row.getLong(column + 1), row.getLong(column + 2));
    }
}
