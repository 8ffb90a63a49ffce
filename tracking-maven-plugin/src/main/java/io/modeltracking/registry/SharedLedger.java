package io.modeltracking.registry;

import io.modeltracking.run.JournalReader;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.RunSearch;
import io.modeltracking.store.RunSource;
import io.modeltracking.store.Sha256;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.objects.ObjectStore;
import io.modeltracking.store.query.Column;
import io.modeltracking.store.query.Filter;
import io.modeltracking.store.query.Literal;
import io.modeltracking.store.query.Operator;
import io.modeltracking.store.shared.SharedStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What follows from the events of a shared ledger on one machine, and an object an event in the bucket. */
public final class SharedLedger {

    /** A nested run of a repeat of a trial has three above it; what a journal says may go round in a ring. */
    private static final int DEEPEST = 20;

    private final TrackingRoot root;
    private final Ledger ledger;

    /** @param ledger that is linked to a store which answers */
    public SharedLedger(TrackingRoot root, Ledger ledger) {
        this.root = root;
        this.ledger = ledger;
    }

    /** Where an event lies in the bucket. */
    static String key(long seq) {
        return String.format("ledger/%012d.json", seq);
    }

    /**
     * Brings the file here up to the chain.
     *
     * @return how many events came
     */
    public int pull() {
        List<LedgerEvent> news = ledger.pull();
        if (news.stream().anyMatch(event -> event.type().equals(RunRecorded.TYPE))) {
            RunSource.local(root).open().ifPresent(index -> {
                try (index) {
                    note(news, index);
                }
            });
        }
        return news.size();
    }

    /**
     * Goes on with the shared chain where this machine had one of its own, which is kept.
     *
     * @return the file that keeps it; empty where this machine follows the shared chain already
     */
    public Optional<Path> setAside() {
        try {
            pull();
            return Optional.empty();
        } catch (LedgerException e) {
            Optional<Path> kept = ledger.setAside();
            pull();
            return kept;
        }
    }

    /** As {@link #pull()}, with an index that is open. */
    int pull(HistoryStore index) {
        List<LedgerEvent> news = ledger.pull();
        note(news, index);
        return news.size();
    }

    private static void note(List<LedgerEvent> events, HistoryStore index) {
        events.stream()
                .filter(event -> event.type().equals(RunRecorded.TYPE))
                .forEach(event -> index.listed(RunRecorded.runs(event), event.seq()));
    }

    /** An event that this machine has appended: the shared index learns of it. */
    void listed(LedgerEvent event) {
        SharedStore shared = ledger.link().need();
        try (HistoryStore index = shared.index()) {
            RunRecorded.build(event).ifPresent(index::remember);
            index.listed(RunRecorded.runs(event), event.seq());
        }
    }

    /** Puts every event into the bucket that it has not got: what another machine died before. */
    public void complete() {
        ObjectStore objects = ledger.link().need().objects();
        Set<String> there = new HashSet<>(objects.list("ledger/"));
        ledger.events().stream()
                .filter(event -> !there.contains(key(event.seq())))
                .forEach(event -> put(objects, event));
    }

    static void put(ObjectStore objects, LedgerEvent event) {
        byte[] line = (event.line() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Path file = Files.createTempFile("tracking-event-", ".json");
            try {
                Files.write(file, line);
                objects.put(key(event.seq()), file, Sha256.of(line));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StoreException("Cannot write a temporary file (" + e + "): free space", e);
        }
    }

    /** Brings the versions in use here: their runs with all files, so that builds compare and score with them. */
    public void needVersionsInUse() {
        List<ModelVersion> versions = Registry.of(ledger.events()).models().values().stream()
                .flatMap(model -> model.versions().stream())
                .filter(version -> version.stage() == Stage.PRODUCTION || version.stage() == Stage.STAGING)
                .toList();
        versions.forEach(this::need);
    }

    /** Brings a version's run and files here. */
    public void need(ModelVersion version) {
        SharedStore shared = ledger.link().need();
        Evidence evidence = version.evidence();
        List<String> runs = new ArrayList<>(Stream.of(evidence.run(), evidence.study())
                .filter(id -> id != null)
                .toList());
        runs.removeIf(shared::isWhole);
        shared.needWhole(runs);
        FolderBlobs here = new FolderBlobs(root.blobs());
        for (Evidence.File file : evidence.files()) {
            if (!here.has(file.sha256()) && shared.blobs().has(file.sha256())) {
                read(shared, file.sha256());
            }
        }
    }

    /** Brings a run here with what it is a part of. */
    public void needWithAncestors(String run) {
        String id = run;
        for (int depth = 0; id != null && depth < DEEPEST; depth++) {
            ledger.link().need().needWhole(List.of(id));
            Path folder = root.run(id);
            id = Files.isRegularFile(folder.resolve(JournalReader.FILE))
                    ? new JournalReader(root)
                            .readWithoutMetrics(folder)
                            .started()
                            .parent()
                    : null;
        }
    }

    /** Brings all runs of a version's model and experiment here. */
    public void needHistory(ModelVersion version) {
        need(version);
        Set<String> runs = new LinkedHashSet<>();
        try (HistoryStore index = ledger.link().need().index()) {
            Filter history = new Filter.Or(List.of(
                    equal("model", version.model()),
                    equal("experiment", version.evidence().experiment())));
            index.search(new RunSearch(history, List.of(), Integer.MAX_VALUE, true, List.of()))
                    .forEach(row -> runs.add(row.id()));
        }
        version.evidence().considered().forEach(considered -> runs.add(considered.run()));
        ledger.link().need().needWhole(runs);
    }

    private static Filter equal(String attribute, String value) {
        return new Filter.Comparison(
                new Column(Column.Kind.ATTRIBUTE, attribute), Operator.EQUAL, new Literal.Text(value));
    }

    /** Reading it to its end keeps it here. */
    private static void read(SharedStore shared, String sha256) {
        try (InputStream in = shared.blobs().open(sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new StoreException("The blob " + sha256 + " is not what its name says: " + e.getMessage(), e);
        }
    }
}
