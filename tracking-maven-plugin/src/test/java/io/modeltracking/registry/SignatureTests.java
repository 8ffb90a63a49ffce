package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.BEN;
import static io.modeltracking.registry.RegistryFixture.EVE;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static io.modeltracking.registry.RegistryFixture.NOW;
import static io.modeltracking.registry.RegistryFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys and signatures are those of RFC 8032, section 7.1, tests 1 and 2. */
class SignatureTests {

    private static final String ADAS_PRIVATE = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String ADAS_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final String EVES_PRIVATE = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    private static final String EVES_PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

    @TempDir
    Path base;

    private RegistryFixture models;
    private EventSigner adas;
    private EventSigner eves;
    private PublicKeys keys;

    @BeforeEach
    void open() throws IOException {
        models = new RegistryFixture(base).versions(1);
        adas = EventSigner.of(pem("ada-key.pem", "PRIVATE KEY", "302e020100300506032b657004220420" + ADAS_PRIVATE));
        eves = EventSigner.of(pem("eve-key.pem", "PRIVATE KEY", "302e020100300506032b657004220420" + EVES_PRIVATE));
        publicKey("keys/ada@example.org.pem", ADAS_PUBLIC);
        publicKey("keys/Eve.pem", EVES_PUBLIC);
        keys = PublicKeys.of(base.resolve("keys"));
    }

    @Test
    void signsAsTheStandardDoes() {
        assertThat(adas.sign(""))
                .isEqualTo(signature("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
        assertThat(eves.sign("r"))
                .isEqualTo(signature("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }

    @Test
    void vouchesForWhoSigned() {
        as(ADA, adas).promote(MODEL + "/1", Stage.STAGING, REASON);
        assertThat(mover(keys)).hasToString("Ada (git+signature, VOUCHED)");
        assertThat(mover(PublicKeys.NONE)).hasToString("Ada (git, CLAIMED)").isEqualTo(ADA);
        assertThat(check(keys)).isEqualTo("1 of 1 signature(s) hold");
        assertThat(check(PublicKeys.NONE)).startsWith("1 signature(s) not checked");
    }

    @Test
    void vouchesForWhoApproved() {
        as(ADA, adas).promote(MODEL + "/1", Stage.STAGING, REASON);
        as(BEN, null).request(MODEL + "/1", Stage.PRODUCTION, REASON);
        as(EVE, eves).approve(MODEL + "/1", Stage.PRODUCTION, REASON);
        as(BEN, null).promote(MODEL + "/1", Stage.PRODUCTION, REASON);
        ModelEvent.Promote promotion = (ModelEvent.Promote) move(keys);
        assertThat(promotion.approver()).hasToString("Eve (ci:GitHub Actions+signature, VOUCHED)");
        assertThat(promotion.actor()).isEqualTo(BEN);
        assertThat(((ModelEvent.Promote) move(PublicKeys.NONE)).approver()).isEqualTo(EVE);
        assertThat(findings(keys)).isEmpty();
    }

    @Test
    void findsWhoSignsAsSomebodyElse() {
        as(EVE, adas).promote(MODEL + "/1", Stage.STAGING, REASON);
        assertThat(findings(keys))
                .containsExactly(
                        "Event 2 (PROMOTE) says that Eve acted, and is signed with the key of ada@example.org");
        assertThat(mover(keys)).isEqualTo(EVE);
    }

    @Test
    void findsASignatureOfAnotherEvent() throws IOException {
        as(ADA, adas).promote(MODEL + "/1", Stage.STAGING, REASON);
        LedgerEvent signed = models.ledger().events().get(1);
        LedgerEvent forged = LedgerEvent.of(
                2, NOW, signed.type(), signed.body().deepCopy().put("reason", "another reason"), signed.prev());
        Path file = models.root().directory().resolve(Ledger.FILE);
        Files.write(file, List.of(models.ledger().lines().get(0), forged.line()));
        assertThat(models.ledger().events()).hasSize(2);
        assertThat(findings(keys)).singleElement().asString().startsWith("Event 2 (PROMOTE) has a signature that none");
        assertThat(mover(keys)).isEqualTo(ADA);
    }

    @Test
    void findsTheSignatureOfAStranger() throws IOException {
        as(ADA, adas).promote(MODEL + "/1", Stage.STAGING, REASON);
        Files.delete(base.resolve("keys/ada@example.org.pem"));
        assertThat(findings(PublicKeys.of(base.resolve("keys"))))
                .singleElement()
                .asString()
                .contains("none of the public keys");
    }

    @Test
    void believesNoActorWhoSaysThatHeSigned() {
        Actor liar = new Actor("Ada", "ada@example.org", "git+signature");
        as(liar, null).promote(MODEL + "/1", Stage.STAGING, REASON);
        assertThat(mover(keys)).isEqualTo(ADA);
        assertThat(mover(PublicKeys.NONE)).isEqualTo(ADA);
    }

    @Test
    void saysWhatIsNoKey() throws IOException {
        assertNoKey(() -> EventSigner.of(base.resolve("none.pem")), "none.pem");
        assertNoKey(() -> EventSigner.of(base.resolve("keys/Eve.pem")), "no \"PRIVATE KEY\"");
        assertNoKey(() -> EventSigner.of(pem("x.pem", "PRIVATE KEY", "302e")), "holds no Ed25519 key");
        assertNoKey(() -> PublicKeys.of(base.resolve("nowhere")), "nowhere");
        assertNoKey(() -> PublicKeys.of(Files.createDirectory(base.resolve("empty"))), "has no public key");
        publicKey("keys/Ben.pem", "00");
        assertNoKey(() -> PublicKeys.of(base.resolve("keys")), "Ben.pem");
    }

    private static void assertNoKey(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(RegistryException.class).hasMessageContaining(message);
    }

    private ModelEvent move(PublicKeys trusted) {
        return Registry.of(models.ledger().events(), trusted)
                .version(MODEL + "/1")
                .lastMove()
                .event();
    }

    private Actor mover(PublicKeys trusted) {
        return move(trusted).actor();
    }

    private Registrar as(Actor actor, EventSigner signer) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Ledger ledger = new Ledger(models.root(), clock, LedgerMirror.OFF, signer);
        return new Registrar(ledger, clock, new Registrar.Policy(actor, 10, false, false));
    }

    private String check(PublicKeys trusted) {
        return new LedgerCheck(models.root(), models.ledger(), trusted)
                .check(Map.of(), null)
                .signatures();
    }

    private List<String> findings(PublicKeys trusted) {
        return new LedgerCheck(models.root(), models.ledger(), trusted)
                .check(Map.of(), null).findings().stream()
                        .filter(finding -> !finding.contains("blob"))
                        .toList();
    }

    private static String signature(String hex) {
        return "ed25519:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private void publicKey(String name, String hex) throws IOException {
        pem(name, "PUBLIC KEY", "302a300506032b6570032100" + hex);
    }

    private Path pem(String name, String label, String hex) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        String text = Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(hex));
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }
}
