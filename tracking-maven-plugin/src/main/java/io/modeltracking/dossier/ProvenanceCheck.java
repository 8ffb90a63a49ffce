package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.PublicKeys;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether the statement, the ledger, the bill of materials and the model's files tell the same of a version. */
final class ProvenanceCheck {

    private static final String STATEMENT = ProvenanceStatement.FILE;
    private static final String MODELS = "model/";

    private final LimitedReader reader;
    private final PublicKeys keys;
    private final CheckLog log;

    ProvenanceCheck(LimitedReader reader, PublicKeys keys, CheckLog log) {
        this.reader = reader;
        this.keys = keys;
        this.log = log;
    }

    /** @param hashes of the dossier's files, by path */
    void check(Map<String, String> hashes, List<LedgerEvent> events) {
        Optional<byte[]> statement = reader.document(STATEMENT);
        statement.flatMap(bytes -> json(STATEMENT, bytes)).ifPresent(json -> {
            if (!json.path("_type").asText().equals(ProvenanceStatement.TYPE)
                    || !json.path("predicateType").asText().equals(ProvenanceStatement.PREDICATE_TYPE)) {
                log.finding(STATEMENT, "statement", "it is no in-toto statement with SLSA provenance");
            }
            Map<String, String> files = files(json.path("subject"), "/digest/sha256");
            if (files.size() < json.path("subject").size()) {
                log.finding(STATEMENT, "duplicate", "it is about two files of one name");
            }
            models(files, hashes);
            registration(json, files, hashes, events);
            reader.document(MachineLearningBom.FILE)
                    .flatMap(bytes -> json(MachineLearningBom.FILE, bytes))
                    .ifPresent(bom -> bom(bom.at("/metadata/component"), json, files));
        });
        statement.ifPresent(
                bytes -> new EnvelopeCheck(reader, keys, log).check(bytes, hashes.containsKey(EnvelopeCheck.FILE)));
    }

    private Optional<JsonNode> json(String name, byte[] bytes) {
        try {
            return Optional.of(RunJson.mapper().readTree(bytes));
        } catch (IOException e) {
            log.finding(name, "readable", "it is no JSON");
            return Optional.empty();
        }
    }

    /** SHA-256 by name. */
    private static Map<String, String> files(JsonNode list, String hash) {
        Map<String, String> files = new LinkedHashMap<>();
        list.forEach(file -> files.put(file.path("name").asText(), file.at(hash).asText()));
        return files;
    }

    private void models(Map<String, String> described, Map<String, String> hashes) {
        if (described.isEmpty()) {
            log.finding(STATEMENT, "subject", "it is about no file");
        }
        int held = 0;
        for (Map.Entry<String, String> file : described.entrySet()) {
            String actual = hashes.get(MODELS + file.getKey());
            if (actual == null) {
                log.unchecked("the bytes of the model's file " + file.getKey() + ", which the dossier does not hold");
            } else if (actual.equals(file.getValue())) {
                held++;
            } else {
                log.finding(
                        MODELS + file.getKey(),
                        "subject",
                        "it is not the file that " + STATEMENT + " is about: that has sha256:" + file.getValue());
            }
        }
        hashes.keySet().stream()
                .filter(name -> name.startsWith(MODELS))
                .filter(name -> !described.containsKey(name.substring(MODELS.length())))
                .forEach(name -> log.finding(name, "subject", STATEMENT + " is not about it"));
        log.checked(held + " of " + described.size() + " file(s) of the model are those that the provenance is about");
    }

    private void registration(
            JsonNode statement, Map<String, String> files, Map<String, String> hashes, List<LedgerEvent> events) {
        JsonNode version = statement.at("/subject/0/annotations");
        String name =
                version.path("model").asText() + "/" + version.path("version").asText();
        Optional<LedgerEvent> registered = events.stream()
                .filter(event -> event.type().equals("REGISTER"))
                .filter(event -> event.body().path("model").equals(version.path("model")))
                .filter(event -> event.body().path("version").equals(version.path("version")))
                .findFirst();
        if (registered.isEmpty()) {
            log.finding(
                    LedgerExtract.FILE,
                    "registration",
                    "no event registers " + name + ", which " + STATEMENT + " is about");
            return;
        }
        JsonNode evidence = registered.get().body().path("evidence");
        if (!files(evidence.path("files"), "/sha256").equals(files)) {
            log.finding(
                    STATEMENT,
                    "registration",
                    "its files are not those that event " + registered.get().seq() + " of the ledger registered as "
                            + name);
        }
        if (!statement.at("/predicate/runDetails/metadata/invocationId").equals(evidence.path("run"))) {
            log.finding(
                    STATEMENT,
                    "registration",
                    "its run is not the one that event " + registered.get().seq() + " of the ledger registered as "
                            + name);
        }
        new JournalCheck(reader, log).check(hashes, events, evidence);
        log.checked("the provenance is compared with event " + registered.get().seq()
                + " of the ledger, which registered " + name);
    }

    private void bom(JsonNode component, JsonNode statement, Map<String, String> files) {
        JsonNode version = statement.at("/subject/0/annotations");
        boolean same = component.path("name").equals(version.path("model"))
                && component.path("version").equals(version.path("version"))
                && new TreeSet<>(files(component.path("components"), "/hashes/0/content")
                                .values())
                        .equals(new TreeSet<>(files.values()));
        if (!same) {
            log.finding(MachineLearningBom.FILE, "subject", "its version or its files are not those of " + STATEMENT);
        }
        log.checked("the bill of materials is compared with the provenance");
    }
}
