package io.modeltracking.registry;

import io.modeltracking.run.BaselineKind;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes a run's figures what later runs are compared with: an event of the ledger, and an entry in the committed file. */
public final class Acceptance {

    private static final String FORM = "[0-9a-f]{4,32}";
    private static final int SHOWN = 10;

    private final TrackingRoot root;
    private final Registrar registrar;
    private final boolean dryRun;

    /** @param dryRun whether to decide only, and to write nothing */
    public Acceptance(TrackingRoot root, Registrar registrar, boolean dryRun) {
        this.root = root;
        this.registrar = registrar;
        this.dryRun = dryRun;
    }

    /**
     * Accepts a run.
     *
     * @param prefix the beginning of its id
     * @throws RegistryException when it is none, ambiguous or not accepted by its requirements, or the reason too short
     */
    public ModelEvent accept(String prefix, String reason) {
        registrar.checkReason(reason);
        RunRecord run = run(prefix);
        if (!Candidates.isAccepted(run)) {
            throw new RegistryException("Run " + run.shortId() + " of " + run.experiment()
                    + " cannot be a baseline: its requirements did not accept it ("
                    + (run.reason() == null ? run.status() : run.reason()) + ")");
        }
        if (run.metrics().isEmpty()) {
            throw new RegistryException("Run " + run.shortId() + " of " + run.experiment()
                    + " has no metric that others could be compared with");
        }
        AcceptedFile file = new AcceptedFile(root);
        // What is there is read before the ledger has an event that could not be carried out.
        file.all();
        ModelEvent event = registrar.accept(run.started().model(), run.id(), reason);
        if (!dryRun) {
            file.put(BaselineRecord.of(BaselineKind.ACCEPTED.text(), "the accepted run " + run.shortId(), run));
        }
        return event;
    }

    private RunRecord run(String prefix) {
        if (prefix == null || !prefix.matches(FORM)) {
            throw new RegistryException("-Drun=" + (prefix == null ? "" : prefix)
                    + " names no run: give the first 4 to 32 hex digits of its id, which the report and \"mvn"
                    + " tracking:runs\" show");
        }
        List<Path> found = folders(prefix);
        if (found.size() != 1) {
            throw new RegistryException("-Drun=" + prefix + " names " + found.size() + " runs"
                    + (found.isEmpty()
                            ? ": look it up in the report or by \"mvn tracking:runs\""
                            : ": "
                                    + String.join(
                                            ", ",
                                            found.stream()
                                                    .limit(SHOWN)
                                                    .map(this::shown)
                                                    .toList())));
        }
        return new JournalReader(root).read(found.get(0));
    }

    private List<Path> folders(String prefix) {
        try (Stream<Path> folders = Files.isDirectory(root.runs()) ? Files.list(root.runs()) : Stream.empty()) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .filter(folder -> Names.isRunId(folder.getFileName().toString()))
                    .filter(folder -> Files.isRegularFile(folder.resolve(JournalReader.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LedgerException("Cannot list " + root.runs() + " (" + e + "): make it readable", e);
        }
    }

    private String shown(Path folder) {
        RunRecord run = new JournalReader(root).read(folder);
        return run.id().substring(0, 12) + " (" + run.experiment() + ")";
    }
}
