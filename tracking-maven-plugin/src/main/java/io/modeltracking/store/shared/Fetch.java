package io.modeltracking.store.shared;

import io.modeltracking.run.JournalReader;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.AtOnce;
import io.modeltracking.store.HistoryStore.KnownRun;
import io.modeltracking.store.RunChanges;
import io.modeltracking.store.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Brings runs of a bucket here, several at a time. */
final class Fetch {

    private static final int AT_ONCE = 8;

    private final TrackingRoot root;
    private final ObjectStore objects;
    private final Download download;

    Fetch(TrackingRoot root, ObjectStore objects) {
        this.root = root;
        this.objects = objects;
        this.download = new Download(root, objects);
    }

    /** Those whose journals are not here. */
    List<KnownRun> lacking(Collection<KnownRun> runs) {
        return runs.stream().filter(run -> !isHere(run.id())).toList();
    }

    /** Brings journals here, and of runs that are here what others have changed since. */
    void journals(Collection<KnownRun> runs) throws IOException {
        all(runs.stream().map(run -> task(() -> journal(run))).toList());
    }

    /** Brings the artifacts of runs whose journals are here. */
    void artifacts(Collection<String> ids) throws IOException {
        all(ids.stream()
                .filter(this::isHere)
                .map(id -> task(() -> download.artifacts(id)))
                .toList());
    }

    /** Brings some artifacts by their names. */
    void artifacts(Collection<String> ids, Set<String> names) throws IOException {
        all(ids.stream()
                .filter(this::isHere)
                .map(id -> task(() -> download.artifacts(id, names)))
                .toList());
    }

    /** Whether the run is here with all its artifacts. */
    boolean isWhole(String id) {
        return isHere(id) && download.lacksNoArtifact(id);
    }

    private boolean isHere(String id) {
        return Files.isRegularFile(root.run(id).resolve(JournalReader.FILE));
    }

    private void journal(KnownRun run) throws IOException {
        if (!isHere(run.id())) {
            download.journal(run.id(), run.journalSha256());
        } else if (run.modified() > RunChanges.read(root.run(run.id())).all().size()) {
            new ChangeFiles(root, objects).pull(run.id());
        }
    }

    private interface Work {
        void make() throws IOException;
    }

    private static Callable<Void> task(Work work) {
        return () -> {
            work.make();
            return null;
        };
    }

    private void all(List<Callable<Void>> tasks) throws IOException {
        if (tasks.isEmpty()) {
            return;
        }
        try (AtOnce threads = new AtOnce(AT_ONCE, "runs came from " + objects.name())) {
            threads.all(new ArrayList<>(tasks));
        }
    }
}
