package io.modeltracking.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.dossier.DossierCheck.Result;
import io.modeltracking.registry.PublicKeys;
import io.modeltracking.registry.RegistryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierCheckTests {

    private static final String MODEL = "model/motor-frequency.ubj";

    @TempDir
    Path base;

    private ReceivedDossier dossier;

    @BeforeEach
    void write() throws IOException {
        dossier = ReceivedDossier.write(base, null);
    }

    @Test
    void findsNothingInWhatWasWritten() {
        Result result = check();
        assertThat(result.findings()).isEmpty();
        assertThat(result.checked())
                .containsExactly(
                        "5 of 5 file(s) that the manifest lists are there as it says",
                        "3 of 3 event(s) of the ledger have the hash of their content; the chain between them, with 1 gap(s)",
                        "1 of 1 file(s) of the model are those that the provenance is about",
                        "evidence/run.jsonl is the journal that the ledger recorded",
                        "the provenance is compared with event 3 of the ledger, which registered motor-frequency/1",
                        "the bill of materials is compared with the provenance");
        assertThat(result.unchecked()).hasSize(2).contains("who made the provenance: CLAIMED, as it is not signed");
    }

    @Test
    void findsAChangedFile() throws IOException {
        dossier.put(MODEL, "another");
        assertFindings(MODEL + " [hash]", MODEL + " [subject]");
    }

    @Test
    void findsAMissingFile() throws IOException {
        dossier.delete("bom.cdx.json");
        assertFindings("bom.cdx.json [missing]", "bom.cdx.json [missing]");
    }

    @Test
    void findsAMissingFileThatTheManifestKeepsQuietAbout() throws IOException {
        dossier.delete("bom.cdx.json");
        dossier.delete("ledger.jsonl");
        dossier.delete("provenance.intoto.json");
        dossier.list();
        assertFindings("ledger.jsonl [missing]", "provenance.intoto.json [missing]");
    }

    @Test
    void findsAnAddedFile() throws IOException {
        dossier.put("evidence/run/lift.png", "x");
        assertFindings("evidence/run/lift.png [unlisted]");
    }

    @Test
    void findsALink() throws IOException {
        Path elsewhere = Files.writeString(base.resolve("elsewhere"), "model");
        dossier.delete(MODEL);
        Files.createSymbolicLink(dossier.file(MODEL), elsewhere);
        assertFindings(MODEL + " [link]", MODEL + " [missing]");
    }

    @Test
    void findsThatThereIsNoManifest() throws IOException {
        dossier.delete("MANIFEST.sha256");
        assertThat(check().findings())
                .hasSize(6)
                .extracting(finding -> finding.file() + " " + finding.rule())
                .contains("MANIFEST.sha256 missing", MODEL + " unlisted");
    }

    @Test
    void findsWhatIsNoLineOfAManifest() throws IOException {
        String manifest = Files.readString(dossier.file("MANIFEST.sha256"));
        String hash = manifest.substring(0, 64);
        dossier.put(
                "MANIFEST.sha256",
                manifest + "\n" + hash + "  ../x\n" + hash + "  /etc/passwd\n" + hash + "  C:x\n" + hash
                        + "  bom.cdx.json\n");
        assertFindings(
                "MANIFEST.sha256 [line]",
                "MANIFEST.sha256 [path]",
                "MANIFEST.sha256 [path]",
                "MANIFEST.sha256 [path]",
                "MANIFEST.sha256 [duplicate]");
    }

    @Test
    void findsAChangedEvent() throws IOException {
        dossier.replace("ledger.jsonl", "lower deviance", "as I like it");
        dossier.list();
        assertFindings("ledger.jsonl [event]");
    }

    @Test
    void findsAChangedModel() throws IOException {
        dossier.put(MODEL, "another");
        dossier.list();
        assertFindings(MODEL + " [subject]");
    }

    @Test
    void findsAModelThatTheProvenanceIsNotAbout() throws IOException {
        dossier.put("model/other.ubj", "model");
        dossier.list();
        assertFindings("model/other.ubj [subject]");
    }

    @Test
    void saysWhenTheModelIsNotThere() throws IOException {
        dossier.delete(MODEL);
        dossier.list();
        assertFindings();
        assertThat(check().unchecked())
                .contains("the bytes of the model's file motor-frequency.ubj, which the dossier does not hold");
    }

    @Test
    void findsAProvenanceOfAnotherModel() throws IOException {
        dossier.replace("provenance.intoto.json", DossierSubjects.sha256("model"), DossierSubjects.sha256("another"));
        dossier.list();
        assertFindings(MODEL + " [subject]", "provenance.intoto.json [registration]", "bom.cdx.json [subject]");
    }

    @Test
    void findsAProvenanceOfAnotherRun() throws IOException {
        dossier.replace("provenance.intoto.json", "\"invocationId\" : \"9", "\"invocationId\" : \"8");
        dossier.list();
        assertFindings("provenance.intoto.json [registration]");
    }

    @Test
    void findsAProvenanceOfAnotherVersion() throws IOException {
        dossier.replace("provenance.intoto.json", "\"version\" : \"1\"", "\"version\" : \"2\"");
        dossier.list();
        assertFindings("ledger.jsonl [registration]", "bom.cdx.json [subject]");
    }

    @Test
    void findsWhatIsNoProvenance() throws IOException {
        dossier.put("provenance.intoto.json", "{}");
        dossier.list();
        assertFindings(
                "provenance.intoto.json [statement]",
                "provenance.intoto.json [subject]",
                MODEL + " [subject]",
                "ledger.jsonl [registration]",
                "bom.cdx.json [subject]");
        dossier.put("provenance.intoto.json", "{");
        dossier.list();
        assertFindings("provenance.intoto.json [readable]");
    }

    @Test
    void findsABillOfMaterialsOfAnotherModel() throws IOException {
        dossier.replace("bom.cdx.json", DossierSubjects.sha256("model"), DossierSubjects.sha256("another"));
        dossier.list();
        assertFindings("bom.cdx.json [subject]");
    }

    @Test
    void findsAChangedJournal() throws IOException {
        dossier.replace("evidence/run.jsonl", "0.29", "0.19");
        dossier.list();
        assertFindings("evidence/run.jsonl [journal]");
    }

    @Test
    void saysWhatIsNoDossier() throws IOException {
        assertNone(base.resolve("nowhere.zip"));
        assertNone(Files.writeString(base.resolve("text.zip"), "text"));
    }

    private static void assertNone(Path path) {
        assertThatThrownBy(() -> new DossierCheck(PublicKeys.NONE).check(path))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("-Ddossier=");
    }

    private Result check() {
        return new DossierCheck(PublicKeys.NONE).check(dossier.folder());
    }

    private void assertFindings(String... expected) {
        assertThat(check().findings())
                .extracting(finding -> finding.file() + " [" + finding.rule() + "]")
                .containsExactlyInAnyOrder(expected);
    }
}
