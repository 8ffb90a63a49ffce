package io.modeltracking.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.dossier.DossierCheck.Result;
import io.modeltracking.registry.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedDossierTests {

    private static final String ENVELOPE = "provenance.dsse.json";

    @TempDir
    Path base;

    private ReceivedDossier dossier;
    private PublicKeys adas;

    @BeforeEach
    void write() throws IOException {
        dossier = ReceivedDossier.write(base, Keys.ada(base));
        adas = Keys.publicKey(base.resolve("keys"), "ada@example.org", Keys.ADAS_PUBLIC);
    }

    @Test
    void vouchesForWhoSigned() {
        Result result = check(adas);
        assertThat(result.findings()).isEmpty();
        assertThat(result.checked())
                .contains("the provenance is signed with the key of ada@example.org: VOUCHED. The other documents are"
                        + " not signed");
    }

    @Test
    void claimsWithoutKeys() {
        Result result = check(PublicKeys.NONE);
        assertThat(result.findings()).isEmpty();
        assertThat(result.unchecked()).anyMatch(line -> line.startsWith("who made the provenance: CLAIMED"));
    }

    @Test
    void findsTheSignatureOfAStranger() throws IOException {
        PublicKeys eves = Keys.publicKey(base.resolve("others"), "Eve", Keys.EVES_PUBLIC);
        assertFinding(eves, "signature", "none of the public keys");
    }

    @Test
    void findsAForgedSignature() throws IOException {
        String sig = Files.readString(dossier.file(ENVELOPE))
                .split("\"sig\" : \"")[1]
                .substring(0, 10);
        dossier.replace(ENVELOPE, sig, "A" + sig.substring(1).toLowerCase());
        dossier.list();
        assertFinding(adas, "signature", "none of the public keys");
    }

    @Test
    void findsThatTheSignatureWasTakenAway() throws IOException {
        dossier.delete(ENVELOPE);
        dossier.list();
        assertFinding(adas, "signature", "it is missing");
    }

    @Test
    void findsThatAnotherStatementWasSigned() throws IOException {
        dossier.replace("provenance.intoto.json", "\"max_depth\" : 5", "\"max_depth\" : 6");
        dossier.list();
        assertFinding(adas, "payload", "what is signed is not");
    }

    @Test
    void findsASignatureOfAnotherType() throws IOException {
        byte[] statement = Files.readAllBytes(dossier.file("provenance.intoto.json"));
        Files.write(
                dossier.file(ENVELOPE), DossierJson.bytes(DsseEnvelope.json("text/plain", statement, Keys.ada(base))));
        dossier.list();
        assertFinding(adas, "payload", "what is signed is not");
    }

    @Test
    void findsWhatIsNoEnvelope() throws IOException {
        dossier.put(ENVELOPE, "{}");
        dossier.list();
        assertFinding(adas, "readable", "it is no DSSE envelope");
    }

    private Result check(PublicKeys keys) {
        return new DossierCheck(keys).check(dossier.folder());
    }

    private void assertFinding(PublicKeys keys, String rule, String what) {
        assertThat(check(keys).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(ENVELOPE);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.what()).contains(what);
        });
    }
}
