package io.modeltracking.packaging;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A jar whose bytes depend on nothing but what is put in. Entries are stored: what a compressor makes differs between
 * machines.
 */
final class BundleJar implements Closeable {

    private final ZipOutputStream out;
    private final LocalDateTime time;
    private final TreeSet<String> folders = new TreeSet<>();

    /** @param time of all entries, to 2 seconds */
    BundleJar(Path file, Instant time, Map<String, String> attributes) throws IOException {
        this.out = new ZipOutputStream(Files.newOutputStream(file));
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        add(JarFile.MANIFEST_NAME, manifest(attributes));
    }

    private static byte[] manifest(Map<String, String> attributes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    /** @param name with slashes */
    void add(String name, byte[] content) throws IOException {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            String folder = name.substring(0, slash + 1);
            if (folders.add(folder)) {
                put(folder, new byte[0]);
            }
        }
        put(name, content);
    }

    private void put(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(time);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
