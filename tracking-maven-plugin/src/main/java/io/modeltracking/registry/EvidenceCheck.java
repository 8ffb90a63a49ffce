package io.modeltracking.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.Blobs;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.shared.BucketCheck;
import io.modeltracking.store.shared.SharedLink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares what the ledger's events name with what lies in the store: journals, artifacts, files of versions. */
final class EvidenceCheck {

    private final TrackingRoot root;
    private final JournalReader reader;
    private final Blobs blobs;
    private final BucketCheck bucket;
    private final Set<String> findings = new LinkedHashSet<>();
    private int files;

    /** @param link to a store, whose bucket is compared too; what this machine has never fetched is no finding then */
    EvidenceCheck(TrackingRoot root, SharedLink link) {
        this.root = root;
        this.reader = new JournalReader(root);
        this.blobs = new FolderBlobs(root.blobs());
        this.bucket = link.isUp() ? link.need().check() : null;
    }

    int files() {
        return files + (bucket == null ? 0 : bucket.compared());
    }

    List<String> findings() {
        return new ArrayList<>(findings);
    }

    void take(LedgerEvent event) {
        if (bucket != null) {
            byte[] line = (event.line() + "\n").getBytes(StandardCharsets.UTF_8);
            findings.addAll(bucket.object(SharedLedger.key(event.seq()), Sha256.of(line)));
        }
        if (event.type().equals(RunRecorded.TYPE)) {
            event.body().path("runs").forEach(run -> run(event.seq(), run));
        } else if (event.type().equals(EventCodec.type(ModelEvent.Register.class))
                && EventCodec.read(event) instanceof ModelEvent.Register register) {
            register.evidence().files().forEach(file -> blob(register, file));
        }
    }

    private void run(long seq, JsonNode listed) {
        String id = listed.path("run").asText();
        String name = "Run " + id + " (" + listed.path("experiment").asText() + ", event " + seq + ")";
        if (!Names.isRunId(id)) {
            findings.add(name + " is no run id");
            return;
        }
        Path journal = root.run(id).resolve(JournalReader.FILE);
        if (bucket != null) {
            bucket.run(id, listed.path("journal").asText().replace("sha256:", ""))
                    .forEach(finding -> findings.add(name + ": " + finding));
            if (!Files.isDirectory(journal.resolveSibling("artifacts"))) {
                return;
            }
        }
        if (!Files.isRegularFile(journal)) {
            findings.add(name + " is missing: its folder or journal was deleted");
            return;
        }
        files++;
        try {
            String sha256 =
                    Sha256.of(journal, Long.parseLong(listed.path("bytes").asText()));
            if (!listed.path("journal").asText().equals("sha256:" + sha256)) {
                findings.add(name + ": " + journal + " was changed after it was recorded");
            }
            for (RunEvent.Artifact artifact : reader.read(root.run(id)).artifacts()) {
                artifact(name, root.run(id).resolve("artifacts"), artifact);
            }
        } catch (IOException | JournalException e) {
            findings.add(name + ": " + e.getMessage());
        }
    }

    private void artifact(String run, Path folder, RunEvent.Artifact artifact) throws IOException {
        Path file = folder.resolve(artifact.name()).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            findings.add(run + ": its artifact " + artifact.name() + " is missing");
            return;
        }
        files++;
        if (!Sha256.of(file).equals(artifact.sha256())) {
            findings.add(run + ": its artifact " + artifact.name() + " was changed");
        }
    }

    /** Reading a blob to its end compares it with its name. */
    private void blob(ModelEvent.Register version, Evidence.File file) {
        if (bucket != null) {
            bucket.blob(file.sha256())
                    .forEach(finding -> findings.add(version.model() + "/" + version.version() + ": " + finding));
            if (!blobs.has(file.sha256())) {
                return;
            }
        }
        files++;
        try (InputStream in = blobs.open(file.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | StoreException | IllegalArgumentException e) {
            findings.add(version.model() + "/" + version.version() + ": " + e.getMessage());
        }
    }
}
