package io.modeltracking.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whose Ed25519 keys are trusted: the files {@code <name or address>.pem} of a folder. */
public final class PublicKeys {

    /** Trusts nobody. */
    public static final PublicKeys NONE = new PublicKeys(Map.of());

    private static final String ENDING = ".pem";

    private final Map<String, PublicKey> keys;

    private PublicKeys(Map<String, PublicKey> keys) {
        this.keys = keys;
    }

    /** @throws RegistryException when the folder has no key, or a file in it is none */
    public static PublicKeys of(Path folder) {
        Map<String, PublicKey> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                keys.put(name.substring(0, name.length() - ENDING.length()), key(file));
            }
        } catch (IOException e) {
            throw new RegistryException("Cannot read the folder of public keys " + folder + " (" + e + ")");
        }
        if (keys.isEmpty()) {
            throw new RegistryException(folder + " has no public key: put each person's there as <name>" + ENDING);
        }
        return new PublicKeys(keys);
    }

    private static PublicKey key(Path file) {
        try {
            return KeyFactory.getInstance(EventSigner.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Pem.read(file, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw new RegistryException(file + " holds no public Ed25519 key");
        }
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whose key signed an event; empty when it has no signature, or none of these made it. */
    Optional<String> signer(LedgerEvent event) {
        String signature = event.body().path(EventSigner.FIELD).asText();
        if (keys.isEmpty() || !signature.startsWith(EventSigner.SCHEME)) {
            return Optional.empty();
        }
        try {
            return signer(
                    event.signedText().getBytes(StandardCharsets.UTF_8),
                    Base64.getDecoder().decode(signature.substring(EventSigner.SCHEME.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whose key signed a message; empty when none of these did. */
    public Optional<String> signer(byte[] message, byte[] signature) {
        return keys.entrySet().stream()
                .filter(key -> verifies(key.getValue(), message, signature))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(EventSigner.ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether the event is signed by who it says acted. */
    boolean vouchesFor(LedgerEvent event) {
        return signer(event).filter(name -> isActor(name, event)).isPresent();
    }

    static boolean isActor(String name, LedgerEvent event) {
        return name.equalsIgnoreCase(event.body().at("/actor/name").asText().trim())
                || name.equalsIgnoreCase(event.body().at("/actor/email").asText());
    }
}
