package io.modeltracking.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads what the code of an experiment required, build by build. */
final class RuleReader {

    private static final String BUILD = "coalesce(runs.build, runs.id)";
    private static final String COMMIT =
            "max(sources.commit_hash || case when sources.dirty = 'true' then ' + changes' else '' end)";

    private final Handle handle;

    RuleReader(Handle handle) {
        this.handle = handle;
    }

    /** The code of a build, as {@link BuildRules#commit} has it. */
    Optional<String> commit(String build) {
        return handle.createQuery("select " + COMMIT + " from runs join sources on sources.sha256 = runs.source_sha256"
                        + " where build = :build")
                .bind("build", build)
                .map((row, context) -> Optional.ofNullable(row.getString(1)))
                .one();
    }

    /** @return by start */
    List<BuildRules> of(String experiment) {
        Map<String, List<String>> rules = new HashMap<>();
        handle.createQuery("select distinct " + BUILD + ", checks.rule from runs join checks on checks.run_key ="
                        + " runs.run_key where experiment = :experiment and checks.kind in ('metric', 'interval', 'gap',"
                        + " 'baseline') order by 2")
                .bind("experiment", experiment)
                .map((row, context) -> rules.computeIfAbsent(row.getString(1), build -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        return handle.createQuery("select " + BUILD + ", min(started_ms), " + COMMIT + ", max(case when parent is null"
                        + " and status = 'FINISHED' then 1 else 0 end) from runs left join sources on sources.sha256 ="
                        + " runs.source_sha256 where experiment = :experiment group by 1 order by 2, 1")
                .bind("experiment", experiment)
                .map((row, context) -> new BuildRules(
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getInt(4) == 1,
                        rules.getOrDefault(row.getString(1), List.of())))
                .list();
    }
}
