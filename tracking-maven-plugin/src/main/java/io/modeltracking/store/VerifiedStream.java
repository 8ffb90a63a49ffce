package io.modeltracking.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;

/** A stream that fails at its end when the content does not have the expected hash. */
final class VerifiedStream extends DigestInputStream {

    private final String expected;
    private final Path file;
    private boolean checked;

    VerifiedStream(InputStream in, String expected, Path file) {
        super(in, Sha256.digest());
        this.expected = expected;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read < 0) {
            check();
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            check();
        }
        return read;
    }

    private void check() throws IOException {
        if (!checked) {
            checked = true;
            String actual = Sha256.hex(getMessageDigest());
            if (!actual.equals(expected)) {
                throw new IOException(
                        file + " is damaged: its content has the SHA-256 " + actual + ". Restore it from a backup");
            }
        }
    }
}
