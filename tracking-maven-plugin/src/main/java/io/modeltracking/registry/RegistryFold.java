package io.modeltracking.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the ledger's events one by one. What they say was checked before they were written, and is not judged again. */
final class RegistryFold {

    private final Map<String, Draft> drafts = new TreeMap<>();
    private final List<Change> waivers = new ArrayList<>();
    private final PublicKeys keys;

    RegistryFold(PublicKeys keys) {
        this.keys = keys;
    }

    void take(LedgerEvent written) {
        ModelEvent event = EventCodec.read(written, keys);
        Change change = new Change(written.seq(), written.time(), event);
        if (event instanceof ModelEvent.Waive) {
            waivers.add(change);
        } else if (event.model() != null) {
            drafts.computeIfAbsent(event.model(), Draft::new).take(change);
        }
    }

    SortedMap<String, RegisteredModel> models() {
        SortedMap<String, RegisteredModel> models = new TreeMap<>();
        drafts.forEach((name, draft) -> models.put(name, draft.model()));
        models.values().removeIf(model -> model.versions().isEmpty());
        return models;
    }

    List<Change> waivers() {
        return waivers;
    }

    private static final class Draft {

        private final String name;
        private final Map<Integer, ModelVersion> versions = new TreeMap<>();
        private final List<Integer> production = new ArrayList<>();
        private final List<PendingRequest> requests = new ArrayList<>();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private final List<Change> notes = new ArrayList<>();
        private String description;

        Draft(String name) {
            this.name = name;
        }

        void take(Change change) {
            ModelEvent event = change.event();
            if (event instanceof ModelEvent.Register register) {
                versions.put(
                        register.version(),
                        new ModelVersion(
                                name,
                                register.version(),
                                Stage.NONE,
                                register.evidence(),
                                null,
                                Map.of(),
                                List.of(change)));
            } else if (event instanceof ModelEvent.Request request) {
                requests.add(new PendingRequest(change, null));
                add(request.version(), change);
            } else if (event instanceof ModelEvent.Approve approve) {
                requests.replaceAll(request -> request.concerns(approve.version(), approve.to())
                        ? new PendingRequest(request.request(), change)
                        : request);
                add(approve.version(), change);
            } else if (event instanceof ModelEvent.Reject reject) {
                requests.removeIf(request -> request.concerns(reject.version(), reject.to()));
                add(reject.version(), change);
            } else if (event instanceof ModelEvent.Promote promote) {
                Change approved = approved(change, promote);
                requests.removeIf(request -> request.concerns(promote.version(), promote.to()));
                move(promote.version(), promote.to(), approved);
                if (promote.to() == Stage.PRODUCTION) {
                    production.add(promote.version());
                }
            } else if (event instanceof ModelEvent.Rollback rollback) {
                if (rollback.replaced() != null) {
                    production.remove(production.size() - 1);
                }
                move(rollback.version(), Stage.PRODUCTION, change);
            } else if (event instanceof ModelEvent.Archive archive) {
                requests.removeIf(request -> request.asked().version() == archive.version());
                move(archive.version(), Stage.ARCHIVED, change);
            } else if (event instanceof ModelEvent.Note note) {
                note(note, change);
            } else if (event instanceof ModelEvent.Anchor anchor) {
                add(anchor.version(), change);
            } else if (event instanceof ModelEvent.Reproduced reproduced) {
                versions.values().stream()
                        .filter(version -> version.evidence().run().equals(reproduced.run()))
                        .map(ModelVersion::number)
                        .toList()
                        .forEach(number -> add(number, change));
            }
        }

        /** The promotion with the approver as the approval's own event has it, signed or not. */
        private Change approved(Change change, ModelEvent.Promote promote) {
            return requests.stream()
                    .filter(request -> request.concerns(promote.version(), promote.to()))
                    .filter(request -> request.approval() != null && promote.approver() != null)
                    .map(request -> request.approval().event().actor())
                    .filter(approver ->
                            approver.name().equals(promote.approver().name()))
                    .findFirst()
                    .map(approver -> new Change(
                            change.seq(),
                            change.time(),
                            new ModelEvent.Promote(
                                    promote.model(),
                                    promote.version(),
                                    promote.from(),
                                    promote.to(),
                                    approver,
                                    promote.actor(),
                                    promote.reason())))
                    .orElse(change);
        }

        /** Staging and Production have one place each: who stood there is archived by the same event. */
        private void move(int number, Stage to, Change change) {
            if (to.alias() != null) {
                for (ModelVersion other : List.copyOf(versions.values())) {
                    if (other.stage() == to && other.number() != number) {
                        put(other, Stage.ARCHIVED, change);
                    }
                }
            }
            put(versions.get(number), to, change);
        }

        private void add(int number, Change change) {
            put(versions.get(number), versions.get(number).stage(), change);
        }

        private void put(ModelVersion version, Stage stage, Change change) {
            List<Change> history = new ArrayList<>(version.history());
            history.add(change);
            versions.put(
                    version.number(),
                    new ModelVersion(
                            name,
                            version.number(),
                            stage,
                            version.evidence(),
                            version.description(),
                            version.tags(),
                            history));
        }

        private void note(ModelEvent.Note note, Change change) {
            if (note.version() == null) {
                notes.add(change);
                tags.putAll(note.tags());
                tags.keySet().removeAll(note.removed());
                description = note.description() == null ? description : note.description();
                return;
            }
            add(note.version(), change);
            ModelVersion version = versions.get(note.version());
            Map<String, String> all = new LinkedHashMap<>(version.tags());
            all.putAll(note.tags());
            all.keySet().removeAll(note.removed());
            versions.put(
                    version.number(),
                    new ModelVersion(
                            name,
                            version.number(),
                            version.stage(),
                            version.evidence(),
                            note.description() == null ? version.description() : note.description(),
                            all,
                            version.history()));
        }

        RegisteredModel model() {
            return new RegisteredModel(
                    name, List.copyOf(versions.values()), production, requests, description, tags, notes);
        }
    }
}
