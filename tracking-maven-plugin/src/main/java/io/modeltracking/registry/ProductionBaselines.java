package io.modeltracking.registry;

import io.modeltracking.gate.Baseline;
import io.modeltracking.gate.Baselines;
import io.modeltracking.run.BaselineKind;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The versions in production, as gates compare with them. The ledger is read only when a gate asks. */
public final class ProductionBaselines implements Baselines {

    private static final String NAME = BaselineKind.PRODUCTION.text();

    private final TrackingRoot root;
    private final Clock clock;
    private List<LedgerEvent> events;
    private Registry registry;

    public ProductionBaselines(TrackingRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    @Override
    public Optional<Baseline> of(String baseline, RunRecord run) {
        return Optional.ofNullable(registry().models().get(run.started().model()))
                .flatMap(RegisteredModel::champion)
                .map(this::baseline);
    }

    /** The versions in Production of all models, those whose run is lost left out. */
    public List<BaselineRecord> all() {
        return registry().models().values().stream()
                .flatMap(model -> model.champion().stream())
                .flatMap(version -> baseline(version).figures().stream())
                .toList();
    }

    private Registry registry() {
        if (registry == null) {
            events = new Ledger(root, clock).events();
            registry = Registry.of(events);
        }
        return registry;
    }

    /** A study's run has its winner's figures, those on held-out data too. */
    private Baseline baseline(ModelVersion version) {
        Evidence evidence = version.evidence();
        String id = evidence.study() == null ? evidence.run() : evidence.study();
        String label = version + " (" + version.stage() + ")";
        if (!Names.isRunId(id) || !Files.isRegularFile(root.run(id).resolve(JournalReader.FILE))) {
            return new Baseline(label, Optional.empty());
        }
        Optional<String> change = RunRecorded.change(events, root, id);
        if (change.isPresent()) {
            return new Baseline(
                    label,
                    Optional.empty(),
                    Optional.empty(),
                    "the run of " + label + " cannot be compared with: " + change.get());
        }
        RunRecord run = new JournalReader(root).read(root.run(id));
        return new Baseline(label, Optional.of(run), Optional.of(figures(version, label, run)));
    }

    /** Which data a study's winner has read stands in the evidence. */
    private static BaselineRecord figures(ModelVersion version, String label, RunRecord run) {
        BaselineRecord own = BaselineRecord.of(NAME, label, run);
        SortedMap<String, String> data = new TreeMap<>(own.data());
        version.evidence().datasets().stream()
                .filter(dataset -> dataset.sha256() != null)
                .forEach(dataset -> data.putIfAbsent(dataset.name(), dataset.sha256()));
        return new BaselineRecord(NAME, version.model(), label, own.run(), own.metrics(), data);
    }
}
