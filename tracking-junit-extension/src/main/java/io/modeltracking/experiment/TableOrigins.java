package io.modeltracking.experiment;

import io.modeltracking.Dataset;
import io.modeltracking.autolog.DataRead;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Where the tables of this JVM were read from, as autologging saw it. A table may be read in one run and used in another. */
final class TableOrigins {

    /** A Tablesaw table is equal to itself only. */
    private static final Map<Object, Dataset.Source> SOURCES = Collections.synchronizedMap(new WeakHashMap<>());

    private TableOrigins() {}

    static void remember(DataRead read) {
        if (read.table() != null) {
            source(read).ifPresent(source -> SOURCES.put(read.table(), source));
        }
    }

    static Optional<Dataset.Source> source(DataRead read) {
        return switch (read.kind()) {
            case FILE -> Optional.ofNullable(read.location()).map(Path::of).map(Dataset.Source::file);
            case URL -> Optional.ofNullable(read.location()).map(Dataset.Source::url);
            case SQL -> Optional.ofNullable(read.sql()).map(Dataset.Source::sql);
            case STREAM -> Optional.empty();
        };
    }

    /** The data set with its source, where its table was seen being read. */
    static Dataset resolve(Dataset dataset) {
        Dataset.Source known =
                dataset.table().map(Dataset.Table::origin).map(SOURCES::get).orElse(null);
        if (known == null
                || !dataset.source().kind().equals(Dataset.Source.table().kind())) {
            return dataset;
        }
        Dataset resolved = Dataset.of(dataset.table().orElseThrow(), known)
                .keys(dataset.keys().toArray(String[]::new))
                .sample(dataset.sample());
        return dataset.role().map(resolved::role).orElse(resolved);
    }
}
