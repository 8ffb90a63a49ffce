package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.Evidence;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model was made of, each with its digest: the commit and what was changed since, the data sets, the class path.
 * A digest {@code sha256} is of a file's bytes; those of a table's content and of a folder have names of their own.
 */
final class ResolvedDependencies {

    /** Git's mode of a file that is no more, as an overlay has it. */
    private static final String DELETED = "000000";

    private final ArrayNode list = DossierJson.object().arrayNode();
    private final List<String> unhashed = new ArrayList<>();

    private ResolvedDependencies() {}

    static ResolvedDependencies of(DossierSubject subject) {
        ResolvedDependencies dependencies = new ResolvedDependencies();
        Winner winner = Winner.of(subject);
        dependencies.source(winner.evidence(), subject.source());
        if (winner.datasets().isEmpty()) {
            winner.evidence().datasets().forEach(data -> dependencies.add(data.name(), "content", data.sha256()));
        } else {
            winner.datasets().forEach(dependencies::data);
        }
        if (subject.environment() != null) {
            subject.environment().classPath().forEach(dependencies::library);
        }
        return dependencies;
    }

    ArrayNode list() {
        return list;
    }

    /** Names of what the run recorded without a hash: no dependency can be listed without one. */
    List<String> unhashed() {
        return unhashed;
    }

    private void source(Evidence evidence, SourceState source) {
        if (evidence.commit() == null) {
            return;
        }
        ObjectNode annotations = DossierJson.object();
        DossierJson.put(annotations, "branch", evidence.branch());
        annotations.put("dirty", source == null ? evidence.dirty() : source.dirty());
        ObjectNode commit = list.addObject().put("name", "source");
        commit.putObject("digest").put("gitCommit", evidence.commit());
        if (source != null) {
            SourceUri.of(source.remote()).ifPresent(address -> commit.put("uri", "git+" + address));
            ArrayNode deleted = annotations.arrayNode();
            source.overlay().stream()
                    .filter(file -> DELETED.equals(file.mode()))
                    .forEach(file -> deleted.add(file.path()));
            DossierJson.put(annotations, "deleted", deleted);
            if (!source.overlayComplete()) {
                annotations.put("overlayComplete", false);
            }
        }
        commit.set("annotations", annotations);
        if (source != null) {
            source.overlay().stream()
                    .filter(file -> !DELETED.equals(file.mode()))
                    .forEach(this::overlay);
        }
    }

    private void overlay(SourceState.OverlayFile file) {
        ObjectNode annotations = DossierJson.object().put("notCommitted", true);
        DossierJson.put(annotations, "mode", file.mode());
        add(file.path(), "sha256", file.sha256()).ifPresent(dependency -> dependency.set("annotations", annotations));
    }

    private void data(DatasetRecord data) {
        ObjectNode digests = DossierJson.object();
        DossierJson.put(digests, "sha256", data.bytesSha256());
        DossierJson.put(digests, data.layout() == null ? "content" : data.layout(), data.contentSha256());
        ObjectNode annotations = DossierJson.object();
        DossierJson.put(annotations, "role", data.role());
        if (data.source() != null) {
            DossierJson.put(annotations, "location", data.source().location());
        }
        add(data.name(), digests).ifPresent(dependency -> {
            if (!annotations.isEmpty()) {
                dependency.set("annotations", annotations);
            }
        });
    }

    private void library(EnvironmentState.Entry entry) {
        add(entry.name(), entry.name().endsWith(".jar") ? "sha256" : "folder/v1", entry.sha256())
                .ifPresent(dependency ->
                        MavenArtifact.of(entry).ifPresent(artifact -> dependency.put("uri", artifact.purl())));
    }

    private Optional<ObjectNode> add(String name, String algorithm, String digest) {
        ObjectNode digests = DossierJson.object();
        DossierJson.put(digests, algorithm, digest);
        return add(name, digests);
    }

    private Optional<ObjectNode> add(String name, ObjectNode digests) {
        if (digests.isEmpty()) {
            unhashed.add(name);
            return Optional.empty();
        }
        ObjectNode dependency = list.addObject().put("name", name);
        dependency.set("digest", digests);
        return Optional.of(dependency);
    }
}
