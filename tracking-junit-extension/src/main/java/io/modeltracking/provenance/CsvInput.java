package io.modeltracking.provenance;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A text file, compressed or not, whose bytes are hashed while its text is read. */
final class CsvInput implements Closeable {

    private final DigestInputStream raw;
    private final DigestInputStream plain;
    private final Reader reader;

    private CsvInput(DigestInputStream raw, DigestInputStream plain) {
        this.raw = raw;
        this.plain = plain;
        // Strict: replaced characters would make different files look the same.
        this.reader = new InputStreamReader(
                plain == null ? raw : plain,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    static CsvInput open(Path file) throws IOException {
        DigestInputStream raw = new DigestInputStream(
                new BufferedInputStream(Files.newInputStream(file), Sha256.BUFFER), Sha256.digest());
        if (!isCompressed(file)) {
            return new CsvInput(raw, null);
        }
        try {
            return new CsvInput(raw, new DigestInputStream(new GZIPInputStream(raw, Sha256.BUFFER), Sha256.digest()));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The hashes of any file. */
    static Hashes hashes(Path file) throws IOException {
        if (!isCompressed(file)) {
            return new Hashes(Sha256.of(file), null);
        }
        try (CsvInput input = open(file)) {
            return input.finish();
        } catch (ZipException | EOFException e) {
            return new Hashes(Sha256.of(file), null);
        }
    }

    static boolean isCsv(Path file) {
        return name(file).matches(".*\\.[ct]sv(\\.gz)?");
    }

    private static boolean isCompressed(Path file) {
        return name(file).endsWith(".gz");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    Reader reader() {
        return reader;
    }

    /** Reads to the end of the file. */
    Hashes finish() throws IOException {
        String plainHash = plain == null ? null : drained(plain);
        return new Hashes(drained(raw), plainHash);
    }

    private static String drained(DigestInputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return Sha256.hex(in.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        InputStream outer = plain == null ? raw : plain;
        outer.close();
    }

    /**
     * Hashes of a file.
     *
     * @param bytes of the file as it is
     * @param plain of what is compressed in it, or null
     */
    record Hashes(String bytes, String plain) {}
}
