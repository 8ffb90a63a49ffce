package io.modeltracking.experiment;

import io.modeltracking.Dataset;
import io.modeltracking.Role;
import io.modeltracking.Seeds;
import io.modeltracking.autolog.DataRead;
import io.modeltracking.provenance.DatasetFingerprint;
import io.modeltracking.provenance.KeptData;
import io.modeltracking.provenance.KeySet;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent.Data;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Logs data sets by the hash of their content. */
final class DatasetLog {

    /** The project's secret for the keys in samples. */
    static final String SECRET = "TRACKING_KEY_SECRET";

    private final RunLog log;
    private final ArtifactLog artifacts;
    private final DatasetFingerprint fingerprint;
    private final Optional<KeptData> kept;
    private final Map<String, KeySet> learned = new ConcurrentHashMap<>();
    private final Map<String, DatasetRecord> logged = new ConcurrentHashMap<>();

    /** @param kept where the bytes of files are kept; empty when they are not */
    DatasetLog(RunLog log, ArtifactLog artifacts, Seeds seeds, TrackingRoot root, Optional<KeptData> kept) {
        this.log = log;
        this.artifacts = artifacts;
        this.fingerprint = new DatasetFingerprint(root.base(), seeds, secret());
        this.kept = kept;
    }

    /** The project's secret, or null. */
    static byte[] secret() {
        String secret = System.getenv(SECRET);
        return secret == null ? null : secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a data set is one that models learn from. */
    boolean isTraining(String name) {
        DatasetRecord record = logged.get(name);
        return record != null && Role.TRAIN.name().equals(record.role());
    }

    /** Keeps the hashed keys of the rows that this run, which is accepted, has learned from. */
    void keepKeys() {
        keepKeys(artifacts);
    }

    private void keepKeys(ArtifactLog target) {
        new TreeMap<>(learned).forEach((name, keys) -> target.keep(name + KeySet.FILE, keys::write));
    }

    /** Tells a study of the data sets of this run, its winner. */
    void logWinner(RunLog study, ArtifactLog target) {
        keepKeys(target);
        logged.values().stream()
                .sorted(Comparator.comparing(DatasetRecord::name))
                .forEach(
                        record -> study.append(new Data(record.withoutSample()), "Data set \"" + record.name() + "\""));
    }

    DatasetRecord log(String name, Dataset dataset) {
        Names.check("data set", name);
        log.requireOpen("Data set \"" + name + "\"");
        DatasetFingerprint.Result result;
        Dataset resolved = TableOrigins.resolve(dataset);
        try {
            result = fingerprint.of(name, resolved);
            keep(resolved, result.record());
        } catch (IOException e) {
            throw new IllegalArgumentException("Data set \"" + name + "\" cannot be read: " + e, e);
        }
        DatasetRecord before = logged.putIfAbsent(name, result.record());
        if (before != null && !before.equals(result.record())) {
            throw new IllegalArgumentException("Data set \"" + name
                    + "\" was logged before with other content: a run has one data set of a name, use another");
        }
        if (before == null) {
            record(name, result);
        }
        return result.record();
    }

    private void keep(Dataset dataset, DatasetRecord record) throws IOException {
        if (kept.isPresent() && dataset.source().file() != null && record.bytesSha256() != null) {
            kept.get().keep(dataset.source().file(), record.bytesSha256());
        }
    }

    /** Whether a data set has texts under that name, so that numbers under it are codes. */
    boolean isText(String column) {
        return logged.values().stream()
                .flatMap(record -> record.columns().stream())
                .anyMatch(known -> known.name().equals(column) && known.type().equals("text"));
    }

    private void record(String name, DatasetFingerprint.Result result) {
        if (result.schema() != null) {
            artifacts.keep(name + ".schema.json", out -> out.write(result.schema()));
        }
        if (result.sample() != null) {
            artifacts.keep(name + ".sample.csv", out -> out.write(result.sample()));
        }
        if (result.keys() != null) {
            learned.put(name, result.keys());
        }
        artifacts.guard(name, result.sourceHashes());
        log.append(new Data(result.record()), "Data set \"" + name + "\"");
        result.warnings().forEach(warning -> log.warning("dataset", name + ": " + warning));
    }

    /** Logs the source of a table that was read; a stream tells none. */
    void read(DataRead read) {
        TableOrigins.remember(read);
        TableOrigins.source(read).ifPresent(source -> {
            String name = name(read);
            DatasetRecord record = new DatasetRecord(
                    name,
                    null,
                    null,
                    null,
                    null,
                    read.rows(),
                    List.of(),
                    new DatasetRecord.Source(source.kind(), read.location(), null, read.sql(), List.of()),
                    List.of(),
                    null);
            if (logged.putIfAbsent(name, record) == null) {
                log.append(new Data(record), "Data set \"" + name + "\"");
            }
        });
    }

    private static String name(DataRead read) {
        String text = read.location() != null ? read.location() : read.name() == null ? "query" : read.name();
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        return Names.valid(last) ? "read " + last : "read";
    }
}
