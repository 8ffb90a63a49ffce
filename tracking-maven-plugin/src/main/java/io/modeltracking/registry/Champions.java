package io.modeltracking.registry;

import io.modeltracking.run.ChampionRecord;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderBlobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The versions in Production as test JVMs are handed them: where their files are, and which bytes they must have. */
public final class Champions {

    /** Behind the data set's name: what {@code KeySet} of the extension writes. */
    private static final String KEYS = ".keys.csv.gz";

    private final TrackingRoot root;
    private final Clock clock;
    private final FolderBlobs blobs;

    public Champions(TrackingRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
        this.blobs = new FolderBlobs(root.directory().resolve("blobs"));
    }

    /** One a model. */
    public List<ChampionRecord> all() {
        return Registry.of(new Ledger(root, clock).events()).models().values().stream()
                .flatMap(model -> model.champion().stream())
                .map(this::record)
                .toList();
    }

    private ChampionRecord record(ModelVersion version) {
        Evidence evidence = version.evidence();
        Optional<RunRecord> run = read(evidence.run());
        SortedMap<String, ParamValue> params = new TreeMap<>();
        run.ifPresent(known -> known.params().forEach((name, param) -> params.put(name, param.value())));
        return new ChampionRecord(
                version.model(),
                version + " (" + version.stage() + ")",
                evidence.run(),
                evidence.files().stream().map(file -> file(file, run)).toList(),
                params,
                Stream.concat(run.stream(), read(evidence.study()).stream())
                        .flatMap(known -> keys(known).stream())
                        .toList());
    }

    private ChampionRecord.File file(Evidence.File file, Optional<RunRecord> run) {
        Optional<Model> model = run.stream()
                .flatMap(known -> known.models().stream())
                .filter(known -> Objects.equals(known.sha256(), file.sha256()))
                .findFirst();
        return new ChampionRecord.File(
                model.map(Model::name).orElse(file.name()),
                blobs.find(file.sha256()).map(Champions::text).orElse(null),
                file.sha256(),
                model.map(Model::features).orElse(List.of()));
    }

    /** The names in a journal are nobody's word: none leads out of the run's folder. */
    private List<ChampionRecord.File> keys(RunRecord run) {
        Path folder = root.run(run.id()).resolve("artifacts").normalize();
        List<ChampionRecord.File> keys = new ArrayList<>();
        for (Artifact artifact : run.artifacts()) {
            Path file = folder.resolve(artifact.name()).normalize();
            if (artifact.name().endsWith(KEYS) && file.startsWith(folder)) {
                String dataSet = artifact.name().substring(0, artifact.name().length() - KEYS.length());
                keys.add(new ChampionRecord.File(
                        dataSet, Files.isRegularFile(file) ? text(file) : null, artifact.sha256(), List.of()));
            }
        }
        return keys;
    }

    private static String text(Path file) {
        return file.toAbsolutePath().toString();
    }

    private Optional<RunRecord> read(String id) {
        return id != null
                        && Names.isRunId(id)
                        && Files.isRegularFile(root.run(id).resolve(JournalReader.FILE))
                ? Optional.of(new JournalReader(root).read(root.run(id)))
                : Optional.empty();
    }
}
