package io.modeltracking.store.objects;

import io.modeltracking.store.Sha256;
import io.modeltracking.store.SharedStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** What an object holds. */
final class Content {

    private Content() {}

    static String sha256(InputStream content) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return Sha256.hex(digest);
        } catch (IOException e) {
            throw new SharedStoreException("An object breaks off while it is read (" + e.getMessage() + ")", e);
        }
    }
}
