package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.EventSigner;
import io.modeltracking.registry.Evidence;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * From what the model files were made: {@value #FILE}, an in-toto statement with SLSA provenance; and with a key the same
 * bytes signed, {@value #SIGNED}.
 *
 * @see <a href="https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md">in-toto statement v1</a>
 * @see <a href="https://slsa.dev/spec/v1.0/provenance">SLSA provenance v1</a>
 */
final class ProvenanceStatement implements DossierPart {

    static final String FILE = "provenance.intoto.json";
    static final String SIGNED = "provenance.dsse.json";
    static final String TYPE = "https://in-toto.io/Statement/v1";
    static final String PREDICATE_TYPE = "https://slsa.dev/provenance/v1";
    static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private final EventSigner signer;

    /** @param signer null for none: then an envelope of before is removed */
    ProvenanceStatement(EventSigner signer) {
        this.signer = signer;
    }

    @Override
    public void write(DossierSubject subject, Path folder) throws IOException {
        byte[] statement = DossierJson.bytes(json(subject));
        Files.write(folder.resolve(FILE), statement);
        Path signed = folder.resolve(SIGNED);
        if (signer == null) {
            Files.deleteIfExists(signed);
        } else {
            Files.write(signed, DossierJson.bytes(DsseEnvelope.json(PAYLOAD_TYPE, statement, signer)));
        }
    }

    static ObjectNode json(DossierSubject subject) {
        ObjectNode statement = DossierJson.object().put("_type", TYPE);
        ArrayNode files = statement.putArray("subject");
        for (Evidence.File file : subject.version().evidence().files()) {
            ObjectNode described = files.addObject().put("name", file.name());
            described.putObject("digest").put("sha256", file.sha256());
            described
                    .putObject("annotations")
                    .put("model", subject.version().model())
                    .put("version", Integer.toString(subject.version().number()));
        }
        statement.put("predicateType", PREDICATE_TYPE);
        ObjectNode predicate = statement.putObject("predicate");
        ObjectNode definition =
                predicate.putObject("buildDefinition").put("buildType", "urn:io.modeltracking:model-experiment:1");
        definition.set("externalParameters", external(subject));
        ResolvedDependencies dependencies = ResolvedDependencies.of(subject);
        definition.set("internalParameters", internal(subject, dependencies.unhashed()));
        DossierJson.put(definition, "resolvedDependencies", dependencies.list());
        predicate.set("runDetails", details(subject));
        return statement;
    }

    /** What whoever started the run could choose. */
    private static ObjectNode external(DossierSubject subject) {
        Evidence evidence = subject.version().evidence();
        ObjectNode external = DossierJson.object();
        DossierJson.put(external, "experiment", evidence.experiment());
        RunRecord run = subject.run();
        if (run == null) {
            return external;
        }
        Started started = run.started();
        DossierJson.put(external, "testClass", started.testClass());
        DossierJson.put(external, "method", started.method());
        if (started.trial() != null) {
            external.put("trial", started.trial().toString());
        }
        if (!run.seeds().isEmpty()) {
            external.put("seed", Long.toString(run.seeds().get(0).root()));
        }
        ObjectNode params = external.putObject("params");
        run.params().forEach((name, param) -> params.set(name, RunJson.mapper().valueToTree(param.value())));
        return external;
    }

    /** @param unhashed dependencies that have no digest */
    private static ObjectNode internal(DossierSubject subject, List<String> unhashed) {
        ObjectNode internal = DossierJson.object();
        DossierJson.put(internal, "module", subject.version().evidence().module());
        BuildState build = subject.build();
        if (build != null) {
            DossierJson.put(internal, "maven", build.mavenVersion());
            internal.set("goals", RunJson.mapper().valueToTree(build.goals()));
            internal.set("profiles", RunJson.mapper().valueToTree(build.profiles()));
            internal.set("properties", RunJson.mapper().valueToTree(build.properties()));
        }
        if (subject.environment() != null) {
            DossierJson.put(internal, "java", subject.environment().javaRuntime());
            DossierJson.put(internal, "system", subject.environment().osName());
            DossierJson.put(internal, "architecture", subject.environment().osArch());
        }
        if (subject.run() != null) {
            DossierJson.put(internal, "ciUrl", subject.run().started().ciUrl());
        }
        ArrayNode lost = internal.arrayNode();
        if (subject.run() == null) {
            lost.add("journal");
        }
        if (subject.source() == null) {
            lost.add("source");
        }
        if (subject.environment() == null) {
            lost.add("environment");
        }
        unhashed.forEach(name -> lost.add("hash of " + name));
        DossierJson.put(internal, "notRecorded", lost);
        return internal;
    }

    private static ObjectNode details(DossierSubject subject) {
        ObjectNode details = DossierJson.object();
        // Nothing more trustworthy than the build itself made the run, wherever that ran.
        details.putObject("builder").put("id", "pkg:maven/io.modeltracking/tracking-junit-extension");
        ObjectNode metadata = details.putObject("metadata");
        metadata.put("invocationId", subject.version().evidence().run());
        RunRecord run = subject.run();
        if (run != null) {
            metadata.put("startedOn", run.started().time().toString());
            if (run.end() != null) {
                metadata.put("finishedOn", run.end().toString());
            }
        }
        return details;
    }
}
