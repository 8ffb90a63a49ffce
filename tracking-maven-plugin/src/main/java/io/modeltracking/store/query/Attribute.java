package io.modeltracking.store.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What every run has, beside what it logged. Times are milliseconds since 1970-01-01T00:00Z, durations seconds. */
enum Attribute {
    RUN_ID("runs.id", Type.TEXT, "id", "run"),
    RUN_NAME("coalesce(runs.given_name, runs.name, runs.experiment)", Type.TEXT, "name", "run name"),
    EXPERIMENT("runs.experiment", Type.TEXT, "experiment_name"),
    MODEL("runs.model", Type.TEXT),
    STATUS("runs.status", Type.CONSTANT),
    VERDICT("runs.verdict", Type.CONSTANT),
    REASON("runs.reason", Type.TEXT),
    FAILURE("runs.failure_type", Type.TEXT),
    AUTHOR("runs.author", Type.TEXT, "user_id", "user"),
    BUILD("runs.build", Type.TEXT),
    MODULE("runs.module", Type.TEXT),
    PARENT("runs.parent", Type.TEXT),
    TRIAL("runs.trial", Type.NUMBER),
    ATTEMPT("runs.attempt", Type.NUMBER),
    TEST_CLASS("runs.test_class", Type.TEXT),
    METHOD("runs.method", Type.TEXT),
    COMMIT("(select commit_hash from sources where sources.sha256 = runs.source_sha256)", Type.TEXT),
    BRANCH("(select branch from sources where sources.sha256 = runs.source_sha256)", Type.TEXT),
    DIRTY("(select dirty from sources where sources.sha256 = runs.source_sha256)", Type.WORD),
    START_TIME("runs.started_ms", Type.TIME, "created", "started"),
    END_TIME("runs.ended_ms", Type.TIME, "ended"),
    DURATION("((runs.ended_ms - runs.started_ms) / 1000.0)", Type.NUMBER),
    WARNINGS("runs.warning_count", Type.NUMBER),
    LIFECYCLE_STAGE("runs.lifecycle_stage", Type.WORD);

    /** How a value is compared; words without regard to case, of which constants stand in capitals. */
    enum Type {
        TEXT,
        WORD,
        CONSTANT,
        NUMBER,
        TIME
    }

    /** MLflow's own tags that say what is an attribute here. */
    private static final Map<String, Attribute> TAGS = Map.of(
            "mlflow.runName", RUN_NAME,
            "mlflow.user", AUTHOR,
            "mlflow.parentRunId", PARENT,
            "mlflow.source.git.commit", COMMIT,
            "mlflow.source.git.branch", BRANCH);

    private static final Map<String, Attribute> NAMES = named();

    private final String sql;
    private final Type type;
    private final List<String> aliases;

    Attribute(String sql, Type type, String... aliases) {
        this.sql = sql;
        this.type = type;
        this.aliases = List.of(aliases);
    }

    String sql() {
        return sql;
    }

    Type type() {
        return type;
    }

    boolean isNumber() {
        return type == Type.NUMBER || type == Type.TIME;
    }

    String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    Column column() {
        return new Column(Column.Kind.ATTRIBUTE, shown());
    }

    private static Map<String, Attribute> named() {
        Map<String, Attribute> named = new HashMap<>();
        for (Attribute attribute : values()) {
            named.put(attribute.shown(), attribute);
            attribute.aliases.forEach(alias -> named.put(alias, attribute));
        }
        return named;
    }

    static Optional<Attribute> of(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
    }

    static Attribute named(String name) {
        return of(name).orElseThrow(() -> new IllegalArgumentException("No attribute of runs: " + name));
    }

    static Optional<Attribute> ofTag(String name) {
        return Optional.ofNullable(TAGS.get(name));
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Attribute::shown).toList();
    }
}
