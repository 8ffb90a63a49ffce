package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.Evidence;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.EnvironmentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The components of a bill of materials that a model was made of: data sets, libraries, platform. */
final class BomComponents {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final ArrayNode all = DossierJson.object().arrayNode();

    static BomComponents of(DossierSubject subject) {
        BomComponents components = new BomComponents();
        Winner winner = Winner.of(subject);
        if (winner.datasets().isEmpty()) {
            winner.evidence().datasets().forEach(components::data);
        } else {
            winner.datasets().forEach(components::data);
        }
        if (subject.environment() != null) {
            components.environment(subject.environment());
        }
        return components;
    }

    ArrayNode all() {
        return all;
    }

    /** The {@code bom-ref} of each, in their order. */
    List<String> refs() {
        List<String> refs = new ArrayList<>();
        all.forEach(component -> refs.add(component.get("bom-ref").asText()));
        return refs;
    }

    List<String> datasetRefs() {
        List<String> refs = new ArrayList<>();
        for (JsonNode component : all) {
            if (component.get("type").asText().equals("data")) {
                refs.add(component.get("bom-ref").asText());
            }
        }
        return refs;
    }

    /** Adds the SHA-256 of a file's bytes; text that is none is left out. */
    static void hash(ObjectNode component, String sha256) {
        if (sha256 != null && SHA256.matcher(sha256).matches()) {
            component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256);
        }
    }

    private ObjectNode add(String type, String name) {
        return all.addObject()
                .put("type", type)
                .put("bom-ref", type + ":" + all.size() + ":" + name)
                .put("name", name);
    }

    private void data(Evidence.Data data) {
        ObjectNode component = add("data", data.name());
        hash(component, data.sha256());
        component.putArray("data").addObject().put("type", "dataset").put("name", data.name());
        new BomProperties()
                .add("role", data.role())
                .add("hashOf", "content as a table, else bytes")
                .missing("the run's journal, which is lost")
                .into(component);
    }

    private void data(DatasetRecord data) {
        ObjectNode component = add("data", data.name());
        hash(component, data.bytesSha256() == null ? data.contentSha256() : data.bytesSha256());
        component.putArray("data").addObject().put("type", "dataset").put("name", data.name());
        BomProperties properties = new BomProperties()
                .add("role", data.role())
                .add("hashOf", data.bytesSha256() == null ? "content as a table" : "bytes of the source")
                .add("contentSha256", data.contentSha256())
                .add("contentLayout", data.layout())
                .add("rows", data.rows() == null ? null : data.rows().toString());
        data.columns().forEach(column -> properties.add("column", column.name() + ": " + column.type()));
        if (data.source() != null) {
            properties.add("source", data.source().kind());
            properties.add("location", data.source().location());
            properties.add("sql", data.source().sql());
        }
        properties.into(component);
    }

    private void environment(EnvironmentState environment) {
        environment.classPath().forEach(this::library);
        new TreeMap<>(environment.natives()).forEach((name, version) -> {
            ObjectNode library = add("library", name);
            DossierJson.put(library, "version", version);
            new BomProperties().add("native", "true").into(library);
        });
        ObjectNode java = add("platform", "Java");
        DossierJson.put(java, "version", environment.javaVersion());
        DossierJson.put(java, "publisher", environment.javaVendor());
        new BomProperties().add("runtime", environment.javaRuntime()).into(java);
        if (environment.osName() != null) {
            ObjectNode system = add("operating-system", environment.osName());
            DossierJson.put(system, "version", environment.osVersion());
            new BomProperties()
                    .add("architecture", environment.osArch())
                    .add("cpu", environment.cpu())
                    .add("locale", environment.locale())
                    .add("timeZone", environment.timeZone())
                    .add("charset", environment.charset())
                    .into(system);
        }
    }

    /** Without coordinates a jar has name and version in its file's name. A folder's hash is of no file's bytes. */
    private void library(EnvironmentState.Entry entry) {
        Optional<MavenArtifact> artifact = MavenArtifact.of(entry);
        if (artifact.isPresent()) {
            MavenArtifact maven = artifact.get();
            ObjectNode component = add("library", maven.name())
                    .put("group", maven.group())
                    .put("version", maven.version())
                    .put("purl", maven.purl());
            hash(component, entry.sha256());
            return;
        }
        Matcher jar = JAR.matcher(entry.name());
        ObjectNode component = add("library", jar.matches() ? jar.group(1) : entry.name());
        if (jar.matches()) {
            component.put("version", jar.group(2));
        }
        if (entry.name().endsWith(".jar")) {
            hash(component, entry.sha256());
            new BomProperties().missing("purl").into(component);
        } else {
            new BomProperties().add("folderSha256", entry.sha256()).into(component);
        }
    }
}
