package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.run.SourceState;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The bill of materials of a model, with its model card: {@value #FILE}.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>
 */
final class MachineLearningBom implements DossierPart {

    static final String FILE = "bom.cdx.json";

    @Override
    public void write(DossierSubject subject, Path folder) throws IOException {
        Files.write(folder.resolve(FILE), DossierJson.bytes(json(subject)));
    }

    static ObjectNode json(DossierSubject subject) {
        BomComponents components = BomComponents.of(subject);
        ObjectNode bom = DossierJson.object()
                .put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("serialNumber", "")
                .put("version", 1);
        bom.set("metadata", metadata(subject, components));
        DossierJson.put(bom, "components", components.all());
        String model = subject.version().toString();
        ArrayNode dependsOn =
                bom.putArray("dependencies").addObject().put("ref", model).putArray("dependsOn");
        components.refs().forEach(dependsOn::add);
        bom.putArray("compositions")
                .addObject()
                .put("aggregate", subject.environment() == null ? "unknown" : "incomplete")
                .putArray("dependencies")
                .add(model);
        return bom.put("serialNumber", serialNumber(Sha256.of(DossierJson.bytes(bom))));
    }

    /** A UUID of version 8 (RFC 9562) out of the hash of everything else. */
    private static String serialNumber(String hash) {
        return "urn:uuid:" + hash.substring(0, 8) + "-" + hash.substring(8, 12) + "-8" + hash.substring(13, 16) + "-a"
                + hash.substring(17, 20) + "-" + hash.substring(20, 32);
    }

    private static ObjectNode metadata(DossierSubject subject, BomComponents components) {
        ObjectNode metadata = DossierJson.object();
        metadata.put("timestamp", subject.written().toString());
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("group", "io.modeltracking")
                .put("name", "tracking-maven-plugin")
                .put("version", subject.tool());
        metadata.set("component", model(subject, components.datasetRefs()));
        new BomProperties().add("ledgerHead", subject.head()).into(metadata);
        return metadata;
    }

    private static ObjectNode model(DossierSubject subject, List<String> datasets) {
        ModelVersion version = subject.version();
        ObjectNode component = DossierJson.object()
                .put("type", "machine-learning-model")
                .put("bom-ref", version.toString())
                .put("name", version.model())
                .put("version", Integer.toString(version.number()));
        DossierJson.put(component, "description", version.description());
        authors(component, version.evidence());
        List<Evidence.File> files = version.evidence().files();
        if (files.size() == 1) {
            BomComponents.hash(component, files.get(0).sha256());
        }
        source(component, subject);
        ArrayNode parts = component.arrayNode();
        for (Evidence.File file : files) {
            ObjectNode part = parts.addObject()
                    .put("type", "file")
                    .put("bom-ref", "file:" + parts.size() + ":" + file.name())
                    .put("name", file.name());
            BomComponents.hash(part, file.sha256());
            new BomProperties().add("bytes", Long.toString(file.size())).into(part);
        }
        DossierJson.put(component, "components", parts);
        component.set("modelCard", ModelCard.of(subject, datasets));
        BomProperties properties =
                new BomProperties().add("stage", version.stage().toString());
        version.evidence().authors().forEach(actor -> properties.add("author", actor.toString()));
        version.evidence().gates().forEach(gate -> properties.add("gate", verdict(gate)));
        properties.into(component);
        return component;
    }

    private static String verdict(Evidence.Verdict gate) {
        return gate.rule() + ": " + (gate.passed() ? "holds" : "fails")
                + (gate.observed() == null ? "" : ", " + gate.observed());
    }

    /** By name alone: the schema knows which domains there are on the Internet, and refuses addresses of others. */
    private static void authors(ObjectNode component, Evidence evidence) {
        ArrayNode authors = component.arrayNode();
        evidence.authors().forEach(actor -> authors.addObject().put("name", actor.name()));
        DossierJson.put(component, "authors", authors);
    }

    private static void source(ObjectNode component, DossierSubject subject) {
        Evidence evidence = subject.version().evidence();
        SourceState source = subject.source();
        if (evidence.commit() != null) {
            ObjectNode pedigree = component.putObject("pedigree");
            pedigree.putArray("commits").addObject().put("uid", evidence.commit());
            if (evidence.dirty()) {
                pedigree.put("notes", "Made from this commit with changes that were not committed.");
            }
        }
        SourceUri.of(source == null ? null : source.remote())
                .ifPresent(uri -> component
                        .putArray("externalReferences")
                        .addObject()
                        .put("type", "vcs")
                        .put("url", uri));
    }
}
