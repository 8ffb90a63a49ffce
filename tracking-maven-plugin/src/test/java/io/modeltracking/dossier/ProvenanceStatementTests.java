package io.modeltracking.dossier;

import static io.modeltracking.dossier.DossierSubjects.COMMIT;
import static io.modeltracking.dossier.DossierSubjects.sha256;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.PublicKeys;
import io.modeltracking.run.RunJson;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceStatementTests {

    @TempDir
    Path base;

    private DossierSubjects subjects;

    @BeforeEach
    void open() throws IOException {
        subjects = new DossierSubjects(base);
    }

    @Test
    void saysWhatTheModelFilesWereMadeFrom() {
        DossierSubject subject = subjects.motor();
        JsonNode statement = ProvenanceStatement.json(subject);
        assertThat(statement.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.path("predicateType").asText()).isEqualTo("https://slsa.dev/provenance/v1");
        assertThat(statement.path("subject"))
                .hasToString("[{\"name\":\"motor-frequency.ubj\",\"digest\":{\"sha256\":\"" + sha256("model")
                        + "\"},\"annotations\":{\"model\":\"motor-frequency\",\"version\":\"1\"}}]");
        JsonNode external = statement.at("/predicate/buildDefinition/externalParameters");
        assertThat(external.path("experiment").asText()).isEqualTo("Motor_2026_Frequency");
        assertThat(external.path("seed").asText()).isEqualTo("42");
        assertThat(external.path("params"))
                .hasToString(
                        "{\"max_depth\":5,\"note\":\"Pricing\",\"xgboost.objective\":\"count:poisson\",\"xgboost.2.objective\":\"reg:gamma\",\"xgboost.effective.booster\":\"gbtree\"}");
        JsonNode metadata = statement.at("/predicate/runDetails/metadata");
        assertThat(metadata.path("invocationId").asText())
                .isEqualTo(subject.run().id());
        assertThat(metadata.path("startedOn").asText()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(metadata.path("finishedOn").asText()).isEqualTo("2026-11-23T08:00:01Z");
    }

    @Test
    void listsCommitDataAndLibrariesByTheirDigests() {
        JsonNode definition = ProvenanceStatement.json(subjects.motor()).at("/predicate/buildDefinition");
        JsonNode dependencies = definition.path("resolvedDependencies");
        assertThat(dependencies).hasSize(6);
        assertThat(dependencies.get(0))
                .hasToString("{\"name\":\"source\",\"digest\":{\"gitCommit\":\"" + COMMIT
                        + "\"},\"uri\":\"git+https://example.org/pricing.git\","
                        + "\"annotations\":{\"branch\":\"main\",\"dirty\":false}}");
        assertThat(dependencies.get(1).path("digest"))
                .hasToString("{\"sha256\":\"" + sha256("data.csv") + "\",\"table/v1\":\"" + sha256("train") + "\"}");
        assertThat(dependencies.get(3).path("digest")).hasToString("{\"folder/v1\":\"" + sha256("classes") + "\"}");
        assertThat(dependencies.get(4).path("name").asText()).isEqualTo("xgboost4j_2.12-3.0.4.jar");
        assertThat(dependencies.get(4).path("uri").asText()).isEqualTo("pkg:maven/ml.dmlc/xgboost4j_2.12@3.0.4");
        assertThat(dependencies.get(4).at("/digest/sha256").asText()).isEqualTo(sha256("xgboost"));
        assertThat(definition.at("/internalParameters/notRecorded"))
                .hasToString("[\"hash of tablesaw-core-0.44.4.jar\"]");
    }

    @Test
    void listsWhatWasNotCommitted() {
        JsonNode dependencies = ProvenanceStatement.json(DossierSubjects.dirty(subjects.motor()))
                .at("/predicate/buildDefinition/resolvedDependencies");
        assertThat(dependencies.at("/0/annotations"))
                .hasToString("{\"branch\":\"main\",\"dirty\":true,\"deleted\":[\"src/Old.java\"]}");
        assertThat(dependencies.get(1))
                .hasToString("{\"name\":\"src/Tariff.java\",\"digest\":{\"sha256\":\"" + sha256("Tariff")
                        + "\"},\"annotations\":{\"notCommitted\":true,\"mode\":\"100644\"}}");
    }

    @Test
    void saysWhatIsLost() {
        JsonNode statement = ProvenanceStatement.json(subjects.withLostJournal());
        assertThat(statement.at("/predicate/buildDefinition/internalParameters/notRecorded"))
                .hasToString("[\"journal\",\"source\",\"environment\"]");
        assertThat(statement.at("/predicate/buildDefinition/resolvedDependencies"))
                .hasToString("[{\"name\":\"source\",\"digest\":{\"gitCommit\":\"" + COMMIT
                        + "\"},\"annotations\":{\"branch\":\"main\",\"dirty\":false}},"
                        + "{\"name\":\"train\",\"digest\":{\"content\":\"" + sha256("train") + "\"}}]");
    }

    @Test
    void encodesAsTheSpecificationsVector() {
        assertThat(DsseEnvelope.pae("http://example.com/HelloWorld", "hello world".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assertThat(DsseEnvelope.pae("ä", new byte[] {-1}))
                .isEqualTo(HexFormat.of()
                        .parseHex("445353457631" + "20" + "32" + "20" + "c3a4" + "20" + "31" + "20" + "ff"));
    }

    @Test
    void signsTheStatementsBytes() throws IOException, GeneralSecurityException {
        new ProvenanceStatement(Keys.ada(base)).write(subjects.motor(), base);
        byte[] statement = Files.readAllBytes(base.resolve("provenance.intoto.json"));
        JsonNode envelope =
                RunJson.mapper().readTree(base.resolve("provenance.dsse.json").toFile());
        byte[] publicKey = HexFormat.of().parseHex(Keys.X509 + Keys.ADAS_PUBLIC);
        assertThat(envelope.path("payloadType").asText()).isEqualTo("application/vnd.in-toto+json");
        assertThat(Base64.getDecoder().decode(envelope.path("payload").asText()))
                .isEqualTo(statement);
        assertThat(envelope.at("/signatures/0/keyid").asText()).isEqualTo(Sha256.of(publicKey));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
        verifier.update(("DSSEv1 28 application/vnd.in-toto+json " + statement.length + " ").getBytes(UTF_8));
        verifier.update(statement);
        assertThat(verifier.verify(Base64.getDecoder()
                        .decode(envelope.at("/signatures/0/sig").asText())))
                .isTrue();
    }

    @Test
    void tellsWhoSigned() throws IOException {
        PublicKeys keys = Keys.publicKey(base.resolve("keys"), "Ada", Keys.ADAS_PUBLIC);
        byte[] payload = {1, 2, 3, -1};
        byte[] json = DossierJson.bytes(DsseEnvelope.json("text/plain", payload, Keys.ada(base)));
        DsseEnvelope envelope = DsseEnvelope.parse(json);
        assertThat(envelope.payload()).isEqualTo(payload);
        assertThat(envelope.signer(keys)).contains("Ada");
        assertThat(envelope.signer(PublicKeys.NONE)).isEmpty();
        assertThat(new DsseEnvelope("text/html", payload, envelope.signatures()).signer(keys))
                .isEmpty();
        String urlSafe =
                new String(json, UTF_8).replace('+', '-').replace('/', '_').replace("text_plain", "text/plain");
        assertThat(DsseEnvelope.parse(urlSafe.getBytes(UTF_8)).signer(keys)).contains("Ada");
        for (String broken : new String[] {"{}", "{\"payload\":\"?\",\"signatures\":[{\"sig\":\"?\"}]}", "1", "{"}) {
            assertThatThrownBy(() -> DsseEnvelope.parse(broken.getBytes(UTF_8))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavesNoSignatureOfBefore() throws IOException {
        DossierSubject subject = subjects.motor();
        new ProvenanceStatement(Keys.ada(base)).write(subject, base);
        new ProvenanceStatement(null).write(subject, base);
        assertThat(base.resolve("provenance.dsse.json")).doesNotExist();
        assertThat(base.resolve("provenance.intoto.json")).exists();
    }
}
