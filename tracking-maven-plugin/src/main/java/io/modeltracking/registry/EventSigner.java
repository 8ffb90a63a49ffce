package io.modeltracking.registry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs events by Ed25519 (RFC 8032), with a key that a person or a CI service holds. */
public final class EventSigner {

    /** The field of an event, and what its value begins with. */
    static final String FIELD = "signature";

    static final String SCHEME = "ed25519:";
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private EventSigner(PrivateKey key) {
        this.key = key;
    }

    /**
     * Takes the key of a file.
     *
     * @param file PEM with an unencrypted PKCS#8 private key
     * @throws RegistryException when it is none
     */
    public static EventSigner of(Path file) {
        try {
            return new EventSigner(KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(file, "PRIVATE KEY"))));
        } catch (GeneralSecurityException e) {
            throw new RegistryException(file + " holds no Ed25519 key: make one with \"openssl genpkey -algorithm"
                    + " ed25519 -out key.pem\"");
        }
    }

    /** @param text canonical JSON of an event without its hash and signature */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return SCHEME + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new LedgerException("Cannot sign with the key of tracking.signing.key: " + e.getMessage(), e);
        }
    }
}
