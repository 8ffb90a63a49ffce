package io.modeltracking.store.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be asked of a run's data sets; {@code digest} and {@code context} are MLflow's names. */
enum DatasetField {
    NAME(List.of("name"), List.of("name")),
    ROLE(List.of("role"), List.of("role", "context")),
    HASH(List.of("content_sha256", "bytes_sha256"), List.of("hash", "digest"));

    private final List<String> columns;
    private final List<String> names;

    DatasetField(List<String> columns, List<String> names) {
        this.columns = columns;
        this.names = names;
    }

    List<String> columns() {
        return columns;
    }

    String shown() {
        return names.get(0);
    }

    static Optional<DatasetField> of(String name) {
        return Arrays.stream(values())
                .filter(field -> field.names.contains(name))
                .findFirst();
    }
}
