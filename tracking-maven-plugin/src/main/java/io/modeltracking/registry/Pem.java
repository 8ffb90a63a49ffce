package io.modeltracking.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between the lines of a PEM file (RFC 7468). */
final class Pem {

    private static final long MAX_BYTES = 1 << 16;

    private Pem() {}

    /**
     * The bytes of the first block.
     *
     * @param label {@code PRIVATE KEY}, …
     * @throws RegistryException when the file cannot be read or has no such block; never with its content
     */
    static byte[] read(Path file, String label) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new RegistryException(file + " is too large for a key");
            }
            Matcher block = Pattern.compile(
                            "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
                    .matcher(Files.readString(file));
            if (!block.find()) {
                throw new RegistryException(file + " has no \"" + label + "\" in PEM form: make a key with \"openssl"
                        + " genpkey -algorithm ed25519 -out key.pem\", and its public part with \"openssl pkey -in"
                        + " key.pem -pubout -out <name>.pem\"");
            }
            return Base64.getMimeDecoder().decode(block.group(1));
        } catch (IOException | IllegalArgumentException e) {
            throw new RegistryException("Cannot read the key " + file + " ("
                    + e.getClass().getSimpleName() + "): give a PEM file that can be read");
        }
    }
}
