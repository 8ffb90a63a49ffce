package io.modeltracking.registry;

import io.modeltracking.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.NoSuchElementException;

/** Signs events and documents by Ed25519 (RFC 8032), with a key that a person or a CI service holds. */
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
        return SCHEME + Base64.getEncoder().encodeToString(sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @return the 64 bytes of the signature */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new LedgerException("Cannot sign with the key of tracking.signing.key: " + e.getMessage(), e);
        }
    }

    /**
     * SHA-256 of the public key in its X.509 form, in hex: what {@code openssl pkey -in key.pem -pubout -outform DER |
     * sha256sum} prints.
     */
    public String keyId() {
        try {
            byte[] secret = secret(key);
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            // Java gives no public key for a private one, but makes a pair of the 32 bytes that it draws.
            generator.initialize(NamedParameterSpec.ED25519, new Drawn(secret));
            KeyPair pair = generator.generateKeyPair();
            if (!Arrays.equals(secret, secret(pair.getPrivate()))) {
                throw new GeneralSecurityException("the provider draws keys in another way");
            }
            return Sha256.of(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException | ClassCastException | NoSuchElementException e) {
            throw new LedgerException("Cannot tell the public key of tracking.signing.key: " + e.getMessage(), e);
        }
    }

    private static byte[] secret(PrivateKey key) {
        return ((EdECPrivateKey) key).getBytes().orElseThrow();
    }

    private static final class Drawn extends SecureRandom {

        private static final long serialVersionUID = 1L;
        private final byte[] drawn;

        private Drawn(byte[] drawn) {
            this.drawn = drawn;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(drawn, 0, bytes, 0, bytes.length);
        }
    }
}
