package io.modeltracking.provenance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of rows that can be matched but not read: HMAC-SHA-256 under a secret of the project. A plain hash would not do:
 * all policy numbers there are can be hashed in a second.
 */
public final class KeyHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /**
     * A hash under a secret.
     *
     * @param salt the project's secret, at least one byte
     */
    public KeyHash(byte[] salt) {
        if (salt.length == 0) {
            throw new IllegalArgumentException("Keys of rows are hashed with a secret of the project, but it is empty");
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** 64 lower-case hex digits. Not thread-safe. */
    public String of(String key) {
        return Sha256.hex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
    }
}
