package io.modeltracking.registry;

import io.modeltracking.gate.Baseline;
import io.modeltracking.gate.Baselines;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/** The versions in production, as gates compare with them. The ledger is read only when a gate asks. */
public final class ProductionBaselines implements Baselines {

    private final TrackingRoot root;
    private final Clock clock;
    private Registry registry;

    public ProductionBaselines(TrackingRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    @Override
    public Optional<Baseline> of(String baseline, RunRecord run) {
        if (registry == null) {
            registry = Registry.of(new Ledger(root, clock).events());
        }
        return Optional.ofNullable(registry.models().get(run.started().model()))
                .flatMap(RegisteredModel::champion)
                .map(this::baseline);
    }

    /** A study's run has its winner's figures, those on held-out data too. */
    private Baseline baseline(ModelVersion version) {
        Evidence evidence = version.evidence();
        String id = evidence.study() == null ? evidence.run() : evidence.study();
        return new Baseline(version + " (" + version.stage() + ")", read(id));
    }

    private Optional<RunRecord> read(String id) {
        return Names.isRunId(id) && Files.isRegularFile(root.run(id).resolve(JournalReader.FILE))
                ? Optional.of(new JournalReader(root).read(root.run(id)))
                : Optional.empty();
    }
}
