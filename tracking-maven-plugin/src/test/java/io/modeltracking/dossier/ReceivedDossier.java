package io.modeltracking.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.modeltracking.registry.EventSigner;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small dossier in a folder, which tests tamper with. */
public final class ReceivedDossier {

    private static Written written;

    private final Path folder;

    private ReceivedDossier(Path folder) {
        this.folder = folder;
    }

    private record Written(DossierSubject subject, String ledger, String journal) {}

    /** @param signer null for none */
    public static ReceivedDossier write(Path base, EventSigner signer) throws IOException {
        Path folder = Files.createDirectory(base.resolve("dossier"));
        Written from = once(base);
        new MachineLearningBom().write(from.subject(), folder);
        new ProvenanceStatement(signer).write(from.subject(), folder);
        ReceivedDossier dossier = new ReceivedDossier(folder);
        dossier.put("ledger.jsonl", from.ledger());
        dossier.put("model/motor-frequency.ubj", "model");
        dossier.put("evidence/run.jsonl", from.journal());
        dossier.list();
        return dossier;
    }

    /** A ledger and a journal are written to the disk for good, which takes its time. */
    private static synchronized Written once(Path base) throws IOException {
        if (written == null) {
            DossierSubjects subjects = new DossierSubjects(Files.createDirectory(base.resolve("history")));
            DossierSubject subject = subjects.motor();
            written = new Written(
                    subject,
                    String.join("\n", subjects.ledgerLines()) + "\n",
                    Files.readString(subjects.journal(subject.run())));
        }
        return written;
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void put(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text);
    }

    public void replace(String name, String text, String by) throws IOException {
        String before = Files.readString(file(name));
        if (!before.contains(text)) {
            throw new IllegalArgumentException(name + " has no " + text);
        }
        put(name, before.replace(text, by));
    }

    void delete(String name) throws IOException {
        Files.delete(file(name));
    }

    /** Writes the manifest anew, as a careful forger would. */
    public void list() throws IOException {
        Files.deleteIfExists(file("MANIFEST.sha256"));
        StringBuilder lines = new StringBuilder();
        for (String name : names()) {
            lines.append(Sha256.of(file(name))).append("  ").append(name).append('\n');
        }
        put("MANIFEST.sha256", lines.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** @param more names of empty entries */
    public Path zip(String top, String... more) throws IOException {
        Path zip = folder.resolveSibling("dossier.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (String name : names()) {
                entries.putNextEntry(new ZipEntry(top + name));
                entries.write(Files.readAllBytes(file(name)));
                entries.closeEntry();
            }
            for (String name : more) {
                entries.putNextEntry(new ZipEntry(name));
                entries.closeEntry();
            }
        }
        return zip;
    }

    /** Changes a name in a zip, which Java would not write, in both of its places. */
    static Path rename(Path zip, String from, String to) throws IOException {
        String bytes = new String(Files.readAllBytes(zip), ISO_8859_1);
        if (from.getBytes(UTF_8).length != to.getBytes(UTF_8).length || !bytes.contains(from)) {
            throw new IllegalArgumentException(from + " cannot become " + to);
        }
        return Files.write(zip, bytes.replace(from, to).getBytes(ISO_8859_1));
    }
}
