package io.modeltracking.dossier;

import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Reads received files, and no more of them than the limits allow, whatever a zip says of their sizes. */
final class LimitedReader {

    private static final int CHUNK = 1 << 16;

    private final ReceivedFiles files;
    private final Limits limits;
    private final CheckLog log;
    private long left;

    /**
     * How much is read.
     *
     * @param files how many
     * @param total bytes of all files, unpacked
     * @param document bytes of a file that is read as a whole
     */
    record Limits(int files, long total, int document) {

        static final Limits DEFAULT = new Limits(20_000, 8L << 30, 64 << 20);
    }

    LimitedReader(ReceivedFiles files, Limits limits, CheckLog log) {
        this.files = files;
        this.limits = limits;
        this.log = log;
        this.left = limits.total();
    }

    /** Whether nothing more may be read. */
    boolean isExhausted() {
        return left < 0;
    }

    /** Empty, with a finding, when it cannot be read, or is too large. */
    Optional<String> sha256(String name) {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = files.open(name)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                left -= read;
                if (isExhausted()) {
                    log.finding(
                            name,
                            "size",
                            "with it the dossier has more than " + limits.total()
                                    + " bytes; it and what comes behind it is not checked");
                    return Optional.empty();
                }
                digest.update(chunk, 0, read);
            }
            return Optional.of(Sha256.hex(digest));
        } catch (IOException e) {
            return unreadable(name, e);
        }
    }

    /** The same for the whole file. */
    Optional<byte[]> document(String name) {
        if (!files.names().contains(name)) {
            log.finding(name, "missing", "every dossier has it");
            return Optional.empty();
        }
        try (InputStream in = files.open(name)) {
            byte[] bytes = in.readNBytes(limits.document());
            if (in.read() >= 0) {
                log.finding(name, "size", "it has more than " + limits.document() + " bytes");
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            return unreadable(name, e);
        }
    }

    private <T> Optional<T> unreadable(String name, IOException e) {
        log.finding(name, "readable", "it cannot be read (" + e.getMessage() + ")");
        return Optional.empty();
    }
}
